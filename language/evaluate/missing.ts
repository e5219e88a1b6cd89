import type { Expression } from "../tree";
import { expressionsIn, type Trace } from "./trace";

/** These take Undefined for what it is, so that it is nothing to report. */
const HANDLES_UNDEFINED: ReadonlySet<string> = new Set(["isundefined", "isnull", "get_or_default", "nanvl"]);

/**
 * The innermost expressions without a value that an expression lost something by: the reason why it has none itself, or
 * what it left out.
 */
export function missingIn(node: Expression, trace: Trace): Expression[] {
    const seen = trace.get(node);
    if (seen === undefined) return [];
    const hasValue = seen.value !== undefined;
    if (hasValue && handlesUndefined(node)) return [];
    const inner = partsThatMatter(node).flatMap((part) => missingIn(part, trace));
    if (hasValue || inner.length > 0) return inner;
    return seen.failure === undefined ? [node] : [];
}

function handlesUndefined(node: Expression): boolean {
    if (node.kind === "call") return HANDLES_UNDEFINED.has(node.name.toLowerCase());
    return node.kind === "exists" || node.kind === "subselect";
}

/** A WHEN without a value is only one that is not equal. */
function partsThatMatter(node: Expression): Expression[] {
    if (node.kind !== "case") return expressionsIn(node);
    return [node.value, ...node.branches.map(({ then }) => then), ...(node.otherwise ? [node.otherwise] : [])];
}
