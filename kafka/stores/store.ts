import type { KeyObject, X509Certificate } from "node:crypto";

/** A private key with its certificates. */
export interface KeyEntry {
    readonly kind: "key";
    readonly alias: string;
    /** Shows nothing of itself when it is printed. `undefined` where only the certificates were asked for. */
    readonly privateKey: KeyObject | undefined;
    /** As Java finds them: the key's certificate first, then its issuers. Empty where Java finds none. */
    readonly chain: readonly X509Certificate[];
    /** True where the key's password is not that of the store. */
    readonly hasOwnPassword: boolean;
    /** True for a key that a PKCS12 file holds without encryption; Java passes over it. */
    readonly isPlain: boolean;
}

/** A certificate whose owner is trusted. */
export interface TrustedEntry {
    readonly kind: "trusted";
    readonly alias: string;
    readonly certificate: X509Certificate;
}

/** A certificate of a PKCS12 file that Java makes no entry of: no key's, and not marked as trusted. */
export interface LooseEntry {
    readonly kind: "loose";
    readonly alias: string;
    readonly certificate: X509Certificate;
}

export type StoreEntry = KeyEntry | TrustedEntry | LooseEntry;

/** A key store or trust store that was read. */
export interface Store {
    readonly format: "PKCS12" | "JKS";
    /** In bytes. */
    readonly size: number;
    readonly entries: readonly StoreEntry[];
    /** `checked` by the password, `unchecked` for lack of one, `none` where the file has nothing to check it by. */
    readonly integrity: "checked" | "unchecked" | "none";
}

export function keysOf(store: Store): KeyEntry[] {
    return store.entries.filter((entry) => entry.kind === "key");
}

export function trustedOf(store: Store): TrustedEntry[] {
    return store.entries.filter((entry) => entry.kind === "trusted");
}
