import { storeError } from "./storeError";

/** Asked before each derivation of a key; throws when a file asks for more work than it may. */
export type Budget = (iterations: number) => void;

/** Java refuses a store in which one derivation asks for more; here it is the sum, some seconds of work. */
export const MOST_ITERATIONS = 5_000_000;

/** The rounds of key derivation that one file may ask for: a hostile one asks for years. */
export function iterationBudget(): Budget {
    let left = MOST_ITERATIONS;
    return (iterations) => {
        left -= iterations;
        if (left >= 0) return;
        throw storeError(
            "store-too-costly",
            `The store asks for more than ${MOST_ITERATIONS.toLocaleString("en")} rounds of key derivation; Java refuses that.`,
            "Make it again with keytool or openssl, which ask for some thousands.",
        );
    };
}
