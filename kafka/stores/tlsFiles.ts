import type { X509Certificate } from "node:crypto";
import { keysOf, type Store } from "./store";

/** What `tls.connect` of Node takes to show a client's certificate. */
export interface ClientFiles {
    /** PEM: the key's certificate and its chain. */
    readonly cert: string;
    /** PEM, PKCS#8, without a passphrase. A secret. */
    readonly key: string;
}

/**
 * The key of a store with its chain, the first that has both. Node's own option `pfx` would trust the authorities in it
 * as well, which Java does not.
 */
export function clientFilesOf(store: Store): ClientFiles | undefined {
    const entry = keysOf(store).find(({ privateKey, chain, isPlain }) => privateKey && chain.length > 0 && !isPlain);
    if (!entry?.privateKey) return undefined;
    return {
        cert: entry.chain.map(pem).join(""),
        key: entry.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    };
}

/** What Java trusts because of a store, in PEM: its trusted certificates, and the certificate of each of its keys. */
export function trustAnchorsOf(store: Store): string[] {
    return store.entries.flatMap((entry) => {
        if (entry.kind === "trusted") return [pem(entry.certificate)];
        return entry.kind === "key" && entry.chain[0] ? [pem(entry.chain[0])] : [];
    });
}

function pem(certificate: X509Certificate): string {
    return certificate.toString();
}
