import { createSecureContext } from "node:tls";
import {
    clientFilesOf,
    readStoreText,
    resultProblems,
    type Store,
    type StoreProblem,
    type StoreUse,
    trustAnchorsOf,
} from "../stores";
import { amazonAuthorities } from "./amazonAuthorities";
import type { PropertyProblem, TlsSettings } from "./clientSettings";
import type { Given } from "./given";

/** `undefined` where a store is there and gives nothing to connect with. */
export function tlsOf(all: Given, protocol: string | undefined, now: Date): TlsSettings | undefined {
    const trust = trustOf(all, now);
    const client = clientOf(all, protocol, now);
    return trust && client && { ...trust, ...client };
}

function trustOf(all: Given, now: Date): Pick<TlsSettings, "ca" | "trust"> | undefined {
    if (!all.has("ssl.truststore")) return { ca: amazonAuthorities(), trust: "amazon" };
    const text = all.optional("ssl.truststore");
    if (text === undefined) return undefined;
    const password = all.optional("ssl.truststore.password");
    const store = storeIn(all, { property: "ssl.truststore", password, now }, text);
    const ca = store ? trustAnchorsOf(store) : [];
    return ca.length > 0 ? { ca, trust: "ssl.truststore" } : undefined;
}

/** Nothing where there is no key store, which the mode SSL needs all the same; the broker then says what it thinks of it. */
function clientOf(all: Given, protocol: string | undefined, now: Date): Pick<TlsSettings, "cert" | "key"> | undefined {
    if (protocol === "SSL")
        all.required("ssl.keystore", "With security.protocol SSL the client logs in by its certificate.");
    if (!all.optional("ssl.keystore")) return all.has("ssl.keystore") ? undefined : {};
    const text = all.optional("ssl.keystore")!;
    const password = all.required("ssl.keystore.password", "Without it the key store does not open.");
    if (password === undefined) return undefined;
    const store = storeIn(all, { property: "ssl.keystore", password, now }, text, all.optional("ssl.key.password"));
    const files = store && clientFilesOf(store);
    return files && isUsable(all, files) ? files : undefined;
}

function storeIn(all: Given, use: StoreUse, text: string, keyPassword?: string): Store | undefined {
    const read = readStoreText(text, use.password, { keyPassword, withKeys: use.property === "ssl.keystore" });
    all.add(...resultProblems(read, use).map((problem) => problemOf(problem, use.property)));
    return read.ok ? read.store : undefined;
}

function problemOf(problem: StoreProblem, property: StoreUse["property"]): PropertyProblem {
    return { ...problem, property, step: property === "ssl.keystore" ? "keystore" : "truststore" };
}

/** OpenSSL takes no keys that are too short, and no certificate that belongs to another key. */
function isUsable(all: Given, { cert, key }: { readonly cert: string; readonly key: string }): boolean {
    try {
        createSecureContext({ cert, key });
        return true;
    } catch (error) {
        const { code = "unknown" } = error as NodeJS.ErrnoException;
        all.add({
            property: "ssl.keystore",
            step: "keystore",
            level: "error",
            code: "store-unusable",
            cause: `The key and certificate of ssl.keystore cannot be used for TLS (${code}).`,
            fix: "Have a certificate issued for a key of RSA with 2048 bits or more, or P-256, P-384 or P-521.",
        });
        return false;
    }
}
