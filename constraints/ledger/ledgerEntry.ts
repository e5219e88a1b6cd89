/** A documented fact that no constraint enforces, and how it is settled instead. */
export type SettledByHand =
    /** It cannot be broken; `by` names the type, the default or the part that sees to it. */
    | { readonly settled: "impossible"; readonly by: string }
    /** The simulator shows what becomes of a message. */
    | { readonly settled: "evaluated"; readonly by: string }
    /** The doctor tries it on a real broker. */
    | { readonly settled: "tried"; readonly by: string }
    /** Nothing looks at it; `reason` is a sentence. */
    | { readonly settled: "not enforced"; readonly reason: string }
    /** Not there yet; `by` names what will settle it. */
    | { readonly settled: "planned"; readonly by: string };

/** What an entry says that leaves its settlement to the constraints. */
interface LeftToConstraints {
    readonly settled?: undefined;
}

/**
 * One numbered requirement. Which constraint enforces it is written in the constraint, never here: an entry that some
 * constraint names says nothing but its fact.
 */
export type LedgerEntry = {
    readonly id: string;
    /** What AWS documents, in one plain sentence. */
    readonly fact: string;
} & (SettledByHand | LeftToConstraints);
