import type { X509Certificate } from "node:crypto";
import { certificateProblems } from "./certificateProblems";
import { isOfKey, isSelfSigned, issued } from "./chain";
import { issuerOf, nameOf } from "./names";
import { type KeyEntry, keysOf, type Store } from "./store";
import type { StoreProblem } from "./storeError";

/** Extended key usages with which a certificate may prove who a client is. */
const FOR_CLIENTS = ["1.3.6.1.5.5.7.3.2", "2.5.29.37.0"];

/** What is wrong with the keys of a store and their certificates. */
export function keyStoreProblems(store: Store, now: Date): StoreProblem[] {
    const keys = keysOf(store);
    if (keys.length === 0) return [withoutKey(store)];
    return [...severalKeys(keys), ...keys.flatMap((key) => problemsOfKey(store, key, now))];
}

function problemsOfKey(store: Store, key: KeyEntry, now: Date): StoreProblem[] {
    const [leaf] = key.chain;
    return [
        ...(key.isPlain ? [plainKey(key)] : []),
        ...(key.hasOwnPassword && store.format === "PKCS12" ? [ownPassword(key)] : []),
        ...(leaf ? leafProblems(key, leaf) : [withoutCertificate(key)]),
        ...chainProblems(key),
        ...key.chain.flatMap((certificate) => certificateProblems(certificate, now, "chain")),
    ];
}

function withoutKey({ entries }: Store): StoreProblem {
    const count = entries.length;
    return {
        code: "key-missing",
        level: "error",
        cause: `The key store holds no private key: it holds ${count} certificate${count === 1 ? "" : "s"}.`,
        fix: "Give the store with the client's key as ssl.keystore, and one with authorities as ssl.truststore.",
    };
}

function severalKeys(keys: readonly KeyEntry[]): StoreProblem[] {
    if (keys.length === 1) return [];
    return [
        {
            code: "keys-several",
            level: "advice",
            cause: `The key store holds ${keys.length} keys: ${keys.map(({ alias }) => `"${alias}"`).join(", ")}; Java chooses one of them itself.`,
            fix: "Keep the one key that the brokers know.",
        },
    ];
}

function plainKey({ alias }: KeyEntry): StoreProblem {
    return {
        code: "key-plain",
        level: "error",
        cause: `The key "${alias}" is not encrypted, and Java passes over such keys in PKCS12 files.`,
        fix: "Make the store again without the option that turns the encryption of keys off.",
    };
}

function ownPassword({ alias }: KeyEntry): StoreProblem {
    return {
        code: "key-password-differs",
        level: "advice",
        cause: `The key "${alias}" has another password than the PKCS12 store it is in, which most tools do not open.`,
        fix: "Make the store again with one password for both, and leave ssl.key.password out.",
    };
}

function withoutCertificate({ alias }: KeyEntry): StoreProblem {
    return {
        code: "key-without-certificate",
        level: "error",
        cause: `Java finds no certificate of the key "${alias}" in the store, so it cannot be used to log in.`,
        fix: "Make the store again from the key and its certificate together; both must have the same localKeyID.",
    };
}

function leafProblems({ alias, privateKey }: KeyEntry, leaf: X509Certificate): StoreProblem[] {
    const problems: StoreProblem[] = [];
    if (privateKey && !isOfKey(leaf, privateKey)) {
        problems.push({
            code: "key-mismatch",
            level: "error",
            cause: `The certificate ${nameOf(leaf)} does not belong to the key "${alias}": the public keys differ.`,
            fix: "Put the certificate that was issued for this key into the store.",
        });
    }
    // Node calls extended key usages so, and leaves them undefined where there are none.
    const usages = leaf.keyUsage as string[] | undefined;
    if (usages && !usages.some((usage) => FOR_CLIENTS.includes(usage))) {
        problems.push({
            code: "certificate-not-for-clients",
            level: "error",
            cause: `The certificate ${nameOf(leaf)} is not for clients: its extended key usage has no clientAuth, so brokers refuse it.`,
            fix: "Have it issued with the extended key usage clientAuth.",
        });
    }
    return problems;
}

function chainProblems({ alias, chain }: KeyEntry): StoreProblem[] {
    const gap = chain.findIndex((one, index) => index > 0 && !issued(one, chain[index - 1]!));
    if (gap > 0) {
        return [
            {
                code: "chain-order",
                level: "error",
                cause: `In the chain of the key "${alias}" ${nameOf(chain[gap]!)} follows ${nameOf(chain[gap - 1]!)}, which it did not sign.`,
                fix: "Put the key's certificate first, and after each certificate the one that signed it.",
            },
        ];
    }
    const last = chain.at(-1);
    if (!last || isSelfSigned(last)) return [];
    return [
        {
            code: "chain-incomplete",
            level: "advice",
            cause: `The chain of the key "${alias}" ends with ${nameOf(last)}, without its issuer ${issuerOf(last)}.`,
            fix: "That works where the brokers trust this issuer itself; otherwise add the authorities up to one that they trust.",
        },
    ];
}
