import type { Compiler } from "./compiler";
import type { EvaluationContext } from "./context";
import { EvaluationFailure } from "./failure";
import { MAXIMUM_JSON_DEPTH } from "./json/read";
import type { Message } from "./message";
import type { Run } from "./run";
import type { Result } from "./value";

/** Begins one evaluation: what its closures share, and what its paths start from. */
export function startRun(
    message: Message,
    context: EvaluationContext,
    { keepsWhole, versionText }: Compiler,
    variables: Result[],
): { readonly run: Run; readonly root: Result } {
    const read = message.as(keepsWhole);
    if (read.isTooDeep) {
        throw new EvaluationFailure("too-deep", `the message is nested more than ${MAXIMUM_JSON_DEPTH} levels deep`);
    }
    const run: Run = {
        context,
        everything: read.everything,
        payload: () => message.bytes,
        keepsWhole,
        version: versionText,
        variables,
        timestamp: context.timestamp,
        calls: undefined,
        steps: 0,
        isComplete: true,
    };
    return { run, root: read.root };
}
