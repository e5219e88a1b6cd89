import type { KeyObject } from "node:crypto";
import { DerError } from "./derValue";
import { StoreError, storeError } from "./storeError";

export interface ReadOptions {
    /** Opens the keys, where it is another than that of the store (`ssl.key.password`). @default the store's */
    readonly keyPassword?: string | undefined;
    /** False leaves keys unopened, as Java does with a trust store. @default true */
    readonly withKeys?: boolean | undefined;
}

export function wrongStorePassword(): StoreError {
    return storeError(
        "store-password-wrong",
        "The password does not open the store, or the file was changed after it was written.",
        "Give the password that the store was written with; look out for a line break at its end.",
    );
}

export function missingStorePassword(): StoreError {
    return storeError(
        "store-password-missing",
        "The store is encrypted and no password is given: Java would find nothing in it, without saying so.",
        "Give its password as ssl.truststore.password or ssl.keystore.password.",
    );
}

/** `isOfStore`: the key opens with the password of the store. */
export function wrongKeyPassword(alias: string, isGiven: boolean, isOfStore: boolean): StoreError {
    return storeError(
        "key-password-wrong",
        isGiven
            ? `The key password does not open the key "${alias}".`
            : `The key "${alias}" does not open with the password of the store: it has one of its own.`,
        isOfStore
            ? "Leave ssl.key.password out: the key has the password of the store."
            : isGiven
              ? "Give the password that the key was encrypted with as ssl.key.password."
              : "Give the key's own password as ssl.key.password, or make the store again with one password for both.",
    );
}

export function unreadableKey(alias: string): StoreError {
    return storeError(
        "key-unreadable",
        `The key "${alias}" is of a kind that cannot be read.`,
        "Use an RSA or an elliptic-curve key.",
    );
}

export function truncated(message: string): StoreError {
    return storeError(
        "store-truncated",
        `The store is cut off: ${message}.`,
        "Take the whole file: read it as bytes, not as text, and encode all of it in base64 at once.",
    );
}

export function damaged(message: string): StoreError {
    return storeError(
        "store-damaged",
        `The store is damaged: ${message}.`,
        "Take the file again from where it was made: read it as bytes, never as text.",
    );
}

/** What went wrong with a file, in words for its reader. */
export function explained(error: unknown): StoreError {
    if (error instanceof StoreError) return error;
    return damaged(error instanceof DerError ? error.message : "it cannot be taken apart");
}

/** Opened keys of one alias; see `openKey`. */
export type Open = (password: string) => KeyObject | undefined;

/**
 * A key as Java opens it: with the key's password, which is that of the store where none is given.
 *
 * @throws StoreError when it does not open, which says whether the store's password would have
 */
export function openKey(
    alias: string,
    open: Open,
    password: string | undefined,
    { keyPassword, withKeys = true }: ReadOptions,
): { privateKey: KeyObject | undefined; hasOwnPassword: boolean } {
    const given = keyPassword ?? password;
    if (!withKeys || given === undefined) return { privateKey: undefined, hasOwnPassword: false };
    const privateKey = open(given);
    const isOther = password !== undefined && given !== password;
    if (!privateKey) throw wrongKeyPassword(alias, keyPassword !== undefined, isOther && open(password) !== undefined);
    return { privateKey, hasOwnPassword: isOther };
}
