/** What may be wrong with a key store or trust store, or with what one is to be made of. Codes never change. */
export type StoreProblemCode =
    | "store-empty"
    | "store-is-pem"
    | "store-is-base64"
    | "store-is-keytab"
    | "store-is-certificate"
    | "store-is-jceks"
    | "store-was-text"
    | "store-not-base64"
    | "not-a-store"
    | "store-truncated"
    | "store-damaged"
    | "store-unsupported"
    | "store-too-costly"
    | "store-password-wrong"
    | "store-password-missing"
    | "store-password-not-ascii"
    | "store-password-white-space"
    | "store-size"
    | "store-size-near"
    | "store-entry-twice"
    | "key-password-wrong"
    | "key-password-differs"
    | "key-unreadable"
    | "key-missing"
    | "key-mismatch"
    | "key-without-certificate"
    | "key-passphrase-wrong"
    | "key-passphrase-missing"
    | "keys-several"
    | "key-plain"
    | "key-weak"
    | "certificate-unreadable"
    | "certificate-missing"
    | "certificate-expired"
    | "certificate-not-yet-valid"
    | "certificate-expires-soon"
    | "certificate-not-for-clients"
    | "certificate-weak"
    | "certificates-several"
    | "chain-incomplete"
    | "chain-order"
    | "chain-stranger"
    | "trust-missing"
    | "trust-unmarked"
    | "trust-is-key-store"
    | "trust-not-authority"
    | "trust-with-key"
    | "seed-short"
    | "alias-form";

/** One thing that is wrong: what was found and what to do about it. Neither ever holds a password or a key. */
export interface StoreProblem {
    readonly code: StoreProblemCode;
    /** `error`: Kafka, Java or AWS IoT refuses it, or the login fails; `advice`: it works, for now or in some places. */
    readonly level: "error" | "advice";
    /** What was found, and why it is wrong. */
    readonly cause: string;
    /** What to do. */
    readonly fix: string;
}

/** Thrown where a store cannot be made or read. */
export class StoreError extends Error {
    readonly problem: StoreProblem;

    constructor(problem: StoreProblem) {
        super(`${problem.cause} ${problem.fix}`);
        this.name = "StoreError";
        this.problem = problem;
    }
}

/** An error to throw. */
export function storeError(code: StoreProblemCode, cause: string, fix: string): StoreError {
    return new StoreError({ code, level: "error", cause, fix });
}
