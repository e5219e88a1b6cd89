import { createHash, hash } from "node:crypto";
import { utf16 } from "./der";

/** What bytes are derived for (RFC 7292 appendix B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

export interface Derivation {
    /** Name of the digest in Node. */
    readonly digest: string;
    readonly purpose: (typeof PURPOSE)[keyof typeof PURPOSE];
    /** As `pkcs12Password` makes it. */
    readonly password: Uint8Array;
    readonly salt: Uint8Array;
    readonly iterations: number;
    /** In bytes. */
    readonly length: number;
}

/** A password as the derivation takes it: UTF-16 with a zero at the end. */
export function pkcs12Password(password: string): Buffer {
    return utf16(`${password}\0`);
}

/** Keys, initial values and MAC keys out of a password, as RFC 7292 appendix B.2 says, step by step. */
export function derivePkcs12({ digest, purpose, password, salt, iterations, length }: Derivation): Buffer {
    const blockSize = digest === "sha384" || digest === "sha512" ? 128 : 64;
    const diversifier = Buffer.alloc(blockSize, purpose);
    const input = Buffer.concat([filled(salt, blockSize), filled(password, blockSize)]);
    const made: Buffer[] = [];
    for (let total = 0; total < length; ) {
        let block = createHash(digest).update(diversifier).update(input).digest();
        for (let round = 1; round < iterations; round++) block = hash(digest, block, "buffer");
        made.push(block);
        total += block.length;
        if (total < length) addToEachBlock(input, filled(block, blockSize).subarray(0, blockSize));
    }
    return Buffer.concat(made).subarray(0, length);
}

/** The bytes again and again, until they fill whole blocks; nothing remains nothing. */
function filled(bytes: Uint8Array, blockSize: number): Buffer {
    const result = Buffer.alloc(Math.ceil(bytes.length / blockSize) * blockSize);
    for (let index = 0; index < result.length; index++) result[index] = bytes[index % bytes.length]!;
    return result;
}

/** Adds a number and one to each block of the input, where it stands (step 6 C). */
function addToEachBlock(input: Buffer, number: Buffer): void {
    for (let start = 0; start < input.length; start += number.length) {
        let carry = 1;
        for (let index = number.length - 1; index >= 0; index--) {
            carry += input[start + index]! + number[index]!;
            input[start + index] = carry & 0xff;
            carry >>= 8;
        }
    }
}
