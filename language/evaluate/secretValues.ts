import type { Node, Statement } from "../tree";
import { callsOf, walk } from "../walk";

/** Whether the value of an expression may be, or show, that of a secret. */
export function showsSecret(node: Node, secretVariables: readonly string[]): boolean {
    if (callsOf(node, "get_secret").length > 0) return true;
    return (
        secretVariables.length > 0 &&
        walk(node).some((inner) => inner.kind === "variable" && secretVariables.includes(inner.name))
    );
}

/** The variables of the SET clause, without `@`, whose values may be or show those of secrets. */
export function secretVariablesOf({ set }: Statement): readonly string[] {
    const names: string[] = [];
    for (const { name, expression } of set) if (showsSecret(expression, names)) names.push(name);
    return names;
}
