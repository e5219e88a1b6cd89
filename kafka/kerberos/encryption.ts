import { aesSha1 } from "./aesSha1";
import { aesSha2 } from "./aesSha2";

/** How Kerberos encrypts and signs with keys of one type. Each use has a number of its own, so that none stands for another. */
export interface Encryption {
    /** As RFC 3961 and its successors number it. */
    readonly number: number;
    readonly name: string;
    /** In bytes. */
    readonly keySize: number;
    readonly checksumNumber: number;
    /** In bytes. */
    readonly checksumSize: number;
    /** `confounder`: 16 bytes in front. @default random, which it must be but for test vectors */
    encrypt(key: Buffer, usage: number, plain: Buffer, confounder?: Buffer): Buffer;
    /** `undefined` where it was not encrypted with this key and for this use. */
    decrypt(key: Buffer, usage: number, cipher: Buffer): Buffer | undefined;
    checksum(key: Buffer, usage: number, bytes: Uint8Array): Buffer;
}

/** Those that are safe, the best first. RC4 and the DES family are left out: Java and KDCs of today refuse them as well. */
export const ENCRYPTIONS: readonly Encryption[] = [aesSha1(18), aesSha1(17), aesSha2(20), aesSha2(19)];

export function encryptionOf(number: number): Encryption | undefined {
    return ENCRYPTIONS.find((encryption) => encryption.number === number);
}

/** What people call the encryption types that keytabs may hold. */
export function nameOfEncryption(number: number): string {
    const known: Readonly<Record<number, string>> = {
        1: "des-cbc-crc",
        3: "des-cbc-md5",
        16: "des3-cbc-sha1",
        23: "rc4-hmac",
        25: "camellia128-cts-cmac",
        26: "camellia256-cts-cmac",
    };
    return encryptionOf(number)?.name ?? known[number] ?? `encryption type ${number}`;
}
