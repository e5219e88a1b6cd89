import type { Store } from "./store";
import type { StoreProblem } from "./storeError";

/** 65 KB, as the founding page says of `ssl.truststore`, of the base64 text. */
export const TRUST_STORE_LIMIT = 66_560;
/** 65 KB for someone who counts in thousands; between the two the page can be read either way. */
export const TRUST_STORE_NEAR = 65_000;
/** The most bytes that a secret of Secrets Manager holds. */
export const SECRET_LIMIT = 65_536;

const SMALLER =
    "Put into it only the authority that signed the brokers' certificates; Java's cacerts holds all there are.";

/** What is too large for AWS IoT or for Secrets Manager. */
export function sizeProblems({ size }: Store, property: "ssl.keystore" | "ssl.truststore"): StoreProblem[] {
    if (property === "ssl.keystore") {
        if (size <= SECRET_LIMIT) return [];
        const cause = `The key store has ${size} bytes, and a secret holds ${SECRET_LIMIT}.`;
        return [{ code: "store-size", level: "error", cause, fix: "Put into it one key with its own chain only." }];
    }
    const length = 4 * Math.ceil(size / 3);
    if (length <= TRUST_STORE_NEAR) return [];
    const isTooLarge = length > TRUST_STORE_LIMIT;
    return [
        {
            code: isTooLarge ? "store-size" : "store-size-near",
            level: isTooLarge ? "error" : "advice",
            cause: isTooLarge
                ? `In base64 the trust store has ${length} characters, more than the ${TRUST_STORE_LIMIT} that AWS IoT takes.`
                : `In base64 the trust store has ${length} characters, nearly the 65 KB that AWS IoT takes.`,
            fix: SMALLER,
        },
    ];
}
