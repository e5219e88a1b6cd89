import { createHash } from "node:crypto";
import { utf16 } from "./der";

/** How every JKS file begins. */
export const JKS_MAGIC = 0xfeedfeed;
export const KEY_ENTRY = 1;
export const TRUSTED_ENTRY = 2;
export const DIGEST_LENGTH = 20;

/** What protects the file: a digest over the password, two words, and everything before it. */
export function jksDigest(password: string, body: Uint8Array): Buffer {
    return sha1(utf16(password), Buffer.from("Mighty Aphrodite"), body);
}

/** What protects a key: the bytes, mixed with a stream of digests of the password. The same again undoes it. */
export function jksMix(password: string, salt: Uint8Array, bytes: Uint8Array): Buffer {
    const word = utf16(password);
    const result = Buffer.alloc(bytes.length);
    let digest: Uint8Array = salt;
    for (let index = 0; index < bytes.length; index++) {
        if (index % DIGEST_LENGTH === 0) digest = sha1(word, digest);
        result[index] = bytes[index]! ^ digest[index % DIGEST_LENGTH]!;
    }
    return result;
}

/** What tells whether a key was opened by the right password. */
export function jksKeyCheck(password: string, key: Uint8Array): Buffer {
    return sha1(utf16(password), key);
}

function sha1(...parts: readonly Uint8Array[]): Buffer {
    const hash = createHash("sha1");
    for (const part of parts) hash.update(part);
    return hash.digest();
}
