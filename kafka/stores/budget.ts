import { storeError } from "./storeError";

/** Asked before each derivation of a key; throws when a file asks for more work than it may. */
export type Budget = (iterations: number) => void;

/** Some seconds of work, and a hundred times what tools ask for. */
export const MOST_ITERATIONS = 2_000_000;

/** The rounds of key derivation that one file may ask for: a hostile one asks for years. */
export function iterationBudget(): Budget {
    let left = MOST_ITERATIONS;
    return (iterations) => {
        left -= iterations;
        if (left >= 0) return;
        throw storeError(
            "store-too-costly",
            `The store asks for more than ${MOST_ITERATIONS.toLocaleString("en")} rounds of key derivation, which takes too long.`,
            "Make it again with keytool or openssl, which ask for some thousands.",
        );
    };
}
