import { certificateProblems } from "./certificateProblems";
import { nameOf } from "./names";
import { keysOf, type Store, type TrustedEntry, trustedOf } from "./store";
import type { StoreProblem } from "./storeError";

const MARK =
    "Make it with javaTrustStore() or keytool -importcert; openssl pkcs12 -nokeys leaves Java's attribute out.";

/** What is wrong with the trusted certificates of a store. Without any, Kafka's client ends in a time-out and says nothing. */
export function trustStoreProblems(store: Store, now: Date): StoreProblem[] {
    const trusted = trustedOf(store);
    const loose = store.entries.filter(({ kind }) => kind === "loose");
    const keys = keysOf(store);
    const problems = trusted.flatMap((entry) => [
        ...notAuthority(entry),
        ...certificateProblems(entry.certificate, now, "trusted"),
    ]);
    if (trusted.length === 0) problems.push(withoutTrusted(loose.length, keys.length));
    else if (loose.length > 0) problems.push(partlyMarked(loose.length, trusted.length));
    if (trusted.length > 0 && keys.length > 0) problems.push(withKey());
    return problems;
}

function withoutTrusted(loose: number, keys: number): StoreProblem {
    if (keys > 0) {
        return {
            code: "trust-is-key-store",
            level: "error",
            cause: "The trust store holds a private key and no trusted certificate: it is a key store.",
            fix: "Give the key store as ssl.keystore, and make a trust store of the brokers' authority: javaTrustStore().",
        };
    }
    if (loose > 0) {
        return {
            code: "trust-unmarked",
            level: "error",
            cause: `None of the ${loose} certificates in the trust store is marked as trusted for Java, so Java trusts nobody.`,
            fix: MARK,
        };
    }
    return {
        code: "trust-missing",
        level: "error",
        cause: "The trust store holds no certificate, so Java trusts nobody.",
        fix: "Put the certificate of the authority that signed the brokers' certificates into it.",
    };
}

function partlyMarked(loose: number, trusted: number): StoreProblem {
    return {
        code: "trust-unmarked",
        level: "advice",
        cause: `${loose} of ${loose + trusted} certificates in the trust store are not marked as trusted for Java, which passes over them.`,
        fix: MARK,
    };
}

function withKey(): StoreProblem {
    return {
        code: "trust-with-key",
        level: "advice",
        cause: "The trust store holds a private key too, which whoever checks brokers has no need of.",
        fix: "Make a trust store of the authorities alone.",
    };
}

function notAuthority({ alias, certificate }: TrustedEntry): StoreProblem[] {
    if (certificate.ca) return [];
    return [
        {
            code: "trust-not-authority",
            level: "advice",
            cause: `The trusted certificate "${alias}", ${nameOf(certificate)}, is not one of an authority: only the broker that has this very certificate is trusted.`,
            fix: "Put the authority that signed the brokers' certificates into the trust store.",
        },
    ];
}
