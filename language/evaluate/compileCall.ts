import { SQL_FUNCTIONS, sqlFunction, takesArguments } from "../functions";
import { nearest } from "../nearest";
import type { Call, Expression } from "../tree";
import { compileExpression } from "./compileExpression";
import { type Compiler, needsNewer, problemAt } from "./compiler";
import { EvaluationFailure } from "./failure";
import { FUNCTIONS } from "./functions";
import { encodeBytes } from "./functions/encoding";
import type { Evaluator } from "./run";
import type { Result } from "./value";

export function compileCall(node: Call, compiler: Compiler, isNested: boolean): Evaluator {
    const described = sqlFunction(node.name);
    if (!described) {
        const near = nearest(
            node.name,
            SQL_FUNCTIONS.map(({ name }) => name),
        );
        const message = `AWS IoT SQL has no function ${node.name}`;
        return problemAt(compiler, node, "unknown-function", message, near && `Did you mean ${near}?`);
    }
    if (described.since === "2016-03-23") needsNewer(compiler, node, `the function ${described.name}`);
    const name = described.name.toLowerCase();
    if (compiler.isTemplate && name === "decode" && node.arguments.length > 2) {
        const message = "protobuf cannot be decoded in a substitution template";
        return problemAt(compiler, node, "not-in-template", message, "Decode it in the SQL statement.");
    }
    const values = node.arguments.map((argument) => compileExpression(argument, compiler, isNested));
    // A wrong number of arguments is no mistake to AWS IoT: the value is Undefined.
    if (!takesArguments(described, values.length)) return () => undefined;
    if (name === "get_or_default") return orDefault(values);
    if (name === "encode" && !isNested && isEverything(node.arguments[0]!)) {
        return (scope, run) => encodeBytes(run.payload(), values[1]!(scope, run));
    }
    const body = FUNCTIONS.get(name)!;
    if (values.length === 0) return (_, run) => body(NOTHING, run);
    if (values.length === 1) {
        const [only] = values as [Evaluator];
        return (scope, run) => body([only(scope, run)], run);
    }
    return (scope, run) =>
        body(
            values.map((value) => value(scope, run)),
            run,
        );
}

const NOTHING: readonly Result[] = [];

function isEverything(node: Expression): boolean {
    return node.kind === "wildcard" && node.of === undefined;
}

/** The default stands in for Null, Undefined and a call that failed, but not for an answer that nobody gave. */
function orDefault([value, fallback]: readonly Evaluator[]): Evaluator {
    return (scope, run) => {
        let result: ReturnType<Evaluator>;
        try {
            result = value!(scope, run);
        } catch (thrown) {
            if (!(thrown instanceof EvaluationFailure && thrown.isOfAws)) throw thrown;
        }
        return result === undefined || result === null ? fallback?.(scope, run) : result;
    };
}
