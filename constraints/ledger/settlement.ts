import type { Constraint } from "../core/constraint";
import { LEDGER } from "./ledger";
import type { LedgerEntry } from "./ledgerEntry";

/** How a requirement is settled. */
export interface Settlement {
    readonly settled: "enforced" | "impossible" | "evaluated" | "tried" | "not enforced" | "planned";
    /** The constraints that enforce it, `a, b`, or what else sees to it; empty when nothing does. */
    readonly by: string;
    /** Why it is not enforced: a sentence. */
    readonly reason?: string;
}

/** Said of an entry that neither a constraint nor the ledger settles; a test sees to it that there is none. */
const FORGOTTEN: Settlement = { settled: "not enforced", by: "", reason: "No constraint enforces it yet." };

const ENTRIES: ReadonlyMap<string, LedgerEntry> = new Map(LEDGER.map((entry) => [entry.id, entry]));

/** How the requirement with that ID is settled where these constraints are judged; undefined when there is none. */
export function settlementOf(id: string, catalogue: readonly Constraint[]): Settlement | undefined {
    const entry = ENTRIES.get(id);
    return entry && settle(entry, enforcers(catalogue).get(id));
}

/** The settlements of all requirements, in the order of the ledger. */
export function settlements(catalogue: readonly Constraint[]): (Settlement & Pick<LedgerEntry, "id" | "fact">)[] {
    const by = enforcers(catalogue);
    return LEDGER.map((entry) => ({ id: entry.id, fact: entry.fact, ...settle(entry, by.get(entry.id)) }));
}

function settle(entry: LedgerEntry, constraints: readonly string[] | undefined): Settlement {
    if (constraints) return { settled: "enforced", by: constraints.join(", ") };
    if (entry.settled === undefined) return FORGOTTEN;
    if (entry.settled === "not enforced") return { settled: entry.settled, by: "", reason: entry.reason };
    return { settled: entry.settled, by: entry.by };
}

/** By requirement, the ids of the constraints that enforce it. */
function enforcers(catalogue: readonly Constraint[]): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { id, requirements } of catalogue) {
        for (const requirement of requirements) {
            const ids = found.get(requirement);
            if (ids) ids.push(id);
            else found.set(requirement, [id]);
        }
    }
    return found;
}
