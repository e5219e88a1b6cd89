import { storeError } from "./storeError";

/** Asked before each derivation of a key; throws when a file asks for more work than it may. */
export type Budget = (rounds: number) => void;

/** Some seconds of work, and fifty times what tools ask for. */
const MOST_ROUNDS = 1_000_000;
/** Node does that many rounds of PBKDF2 in the time of one of RFC 7292. */
const PBKDF2_ROUNDS = 4;

/** The rounds of key derivation that one file may ask for: a hostile one asks for years. */
export function roundsBudget(): Budget {
    let left = MOST_ROUNDS;
    return (rounds) => {
        left -= rounds;
        if (left >= 0) return;
        const [most, ofPbkdf2] = [MOST_ROUNDS, MOST_ROUNDS * PBKDF2_ROUNDS].map((count) => count.toLocaleString("en"));
        throw storeError(
            "store-too-costly",
            `It asks for more rounds of key derivation than the ${most} that are done here, or ${ofPbkdf2} of PBKDF2.`,
            "Make it again with keytool or openssl, which ask for some thousands.",
        );
    };
}

/** What rounds of PBKDF2 take from a budget. */
export function costOfPbkdf2(rounds: number): number {
    return Math.ceil(rounds / PBKDF2_ROUNDS);
}
