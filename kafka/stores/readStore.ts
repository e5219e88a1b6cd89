import { formatOf, LARGEST_FILE } from "./fileKind";
import { explained, type ReadOptions } from "./reading";
import { readJks } from "./readJks";
import { readPkcs12 } from "./readPkcs12";
import type { Store } from "./store";
import { StoreError, type StoreProblem, storeError } from "./storeError";

/** A store, or why there is none. */
export type StoreResult =
    | { readonly ok: true; readonly store: Store }
    | { readonly ok: false; readonly problem: StoreProblem };

/**
 * Reads a key store or trust store, PKCS12 or JKS, and finds in it what Java would find. Old encryptions are read as
 * well (RC2, RC4, 3DES), stores without a MAC, and stores without a password.
 *
 * It never throws, whatever the bytes, and takes some seconds at most: for a store that asks for millions of rounds of key
 * derivation.
 */
export function readStore(bytes: Uint8Array, password?: string, options: ReadOptions = {}): StoreResult {
    try {
        return {
            ok: true,
            store: readOrThrow(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), password, options),
        };
    } catch (error) {
        return { ok: false, problem: explained(error).problem };
    }
}

/** The same of the base64 text in which `ssl.truststore`, `secretBinary` and secrets files hold it. */
export function readStoreText(base64: string, password?: string, options: ReadOptions = {}): StoreResult {
    const joined = base64.replace(/\s/g, "");
    if (joined.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(joined)) {
        const { problem } = base64.includes("-----BEGIN ")
            ? (formatOf(Buffer.from("-----BEGIN ")) as StoreError)
            : storeError(
                  "store-not-base64",
                  "The store is not base64 text: it may be the name of a file, or cut off.",
                  "Give the file's bytes in base64, whole and once; no path, no file:// and no data: address.",
              );
        return { ok: false, problem };
    }
    return readStore(Buffer.from(joined, "base64"), password, options);
}

function readOrThrow(bytes: Buffer, password: string | undefined, options: ReadOptions): Store {
    if (bytes.length > LARGEST_FILE) {
        throw storeError(
            "store-size",
            `The file has ${bytes.length} bytes, many times what AWS IoT and Secrets Manager take.`,
            "Put one key with its chain into a key store, and into a trust store the authorities of the brokers only.",
        );
    }
    const format = formatOf(bytes);
    if (format instanceof StoreError) throw format;
    return format === "JKS" ? readJks(bytes, password, options) : readPkcs12(bytes, password, options);
}
