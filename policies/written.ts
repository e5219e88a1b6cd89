import { type Facts, isRecord } from "../constraints/core/known";
import type { ResourceFacts } from "../constraints/facts/stack";

/** Deeper than any block that a provider fills in within another that is given. */
const DEEPEST = 4;

/**
 * What the program gives of a resource, told by its inputs: the stack holds them beside what the provider plans, where
 * a property that was left out and AWS fills in is as unknown as one that hangs on something unmade.
 */
export function writtenIn({ kind, values }: ResourceFacts): ReadonlySet<string> {
    const names = new Set<string>();
    // Only of a cluster do constraints ask what is left out within a block.
    add(names, values, "", kind === "cluster" ? DEEPEST : 1);
    return names;
}

function add(names: Set<string>, values: Facts, above: string, depth: number): void {
    for (const [name, value] of Object.entries(values)) {
        if (value === undefined || value === null) continue;
        names.add(above + name);
        if (depth > 1 && isRecord(value)) add(names, value, `${above}${name}.`, depth - 1);
    }
}
