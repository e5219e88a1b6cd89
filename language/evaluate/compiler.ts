import type { SqlVersion } from "../functions";
import type { Node } from "../tree";
import type { Evaluator } from "./run";

/** The versions of AWS IoT SQL. `beta` is evaluated as the newest that is documented. */
export type EvaluatedVersion = SqlVersion | "beta";

/** Also accepted by AWS IoT, as was seen there. */
const VERSIONS: ReadonlyMap<string, EvaluatedVersion> = new Map([
    ["2015-10-08", "2015-10-08"],
    ["2016-03-23", "2016-03-23"],
    ["2016-03-23-beta", "beta"],
    ["beta", "beta"],
]);

export function versionOf(text: string): EvaluatedVersion | undefined {
    return VERSIONS.get(text);
}

/**
 * Why a text cannot be evaluated at all; AWS IoT would refuse to create such a rule. Stable; new ones may be added.
 */
export type CompileProblemCode =
    | "syntax"
    | "unknown-version"
    | "unknown-function"
    | "unknown-type"
    | "unknown-variable"
    | "variable-assigned-twice"
    | "several-values"
    | "name-too-deep"
    | "needs-newer-version"
    | "not-in-template";

export interface CompileProblem {
    readonly code: CompileProblemCode;
    readonly message: string;
    /** What to write instead; absent where there is no good guess. */
    readonly help?: string;
    /** First character concerned, in UTF-16 units. */
    readonly offset: number;
    /** From 1. */
    readonly line: number;
    /** From 1. */
    readonly column: number;
}

/** What compiling one text shares. */
export interface Compiler {
    readonly text: string;
    readonly keepsWhole: boolean;
    readonly version: EvaluatedVersion;
    /** As the rule says it. */
    readonly versionText: string;
    readonly isTemplate: boolean;
    /** The variables that are known so far, without `@`, in the order of `Run.variables`. */
    readonly variables: string[];
    readonly problems: CompileProblem[];
    /** Sees every compiled node and may put something in its place; used to explain. */
    readonly watch?: (node: Node, evaluator: Evaluator) => Evaluator;
}

/** Notes a problem, and stands for the expression that has it. */
export function problemAt(
    compiler: Compiler,
    node: { readonly offset: number },
    code: CompileProblemCode,
    message: string,
    help?: string,
): Evaluator {
    const before = compiler.text.slice(0, node.offset).split("\n");
    const place = { offset: node.offset, line: before.length, column: before.at(-1)!.length + 1 };
    compiler.problems.push({ code, message, ...(help !== undefined && { help }), ...place });
    return () => undefined;
}

/** Notes a problem when the version is too old for what is said to need a newer one. */
export function needsNewer(compiler: Compiler, node: { readonly offset: number }, what: string): void {
    if (!compiler.keepsWhole) return;
    const message = `${what} needs SQL version 2016-03-23 or later; this is 2015-10-08`;
    problemAt(compiler, node, "needs-newer-version", message, "Set the version to 2016-03-23.");
}
