import { createCipheriv, createDecipheriv } from "node:crypto";

const BLOCK = 16;

/**
 * AES in CBC mode with ciphertext stealing, its first vector all zeros (RFC 3962, section 5): the cipher text is as long
 * as the plain text, and its last two blocks are swapped. Takes one block or more.
 */
export function encryptStealing(key: Buffer, plain: Buffer): Buffer {
    const padded = Buffer.concat([plain, Buffer.alloc((BLOCK - (plain.length % BLOCK)) % BLOCK)]);
    const cipher = createCipheriv(`aes-${8 * key.length}-cbc`, key, Buffer.alloc(BLOCK)).setAutoPadding(false);
    const whole = Buffer.concat([cipher.update(padded), cipher.final()]);
    if (whole.length <= BLOCK) return whole;
    const head = whole.subarray(0, -2 * BLOCK);
    const swapped = [whole.subarray(-BLOCK), whole.subarray(-2 * BLOCK, -BLOCK)];
    return Buffer.concat([head, ...swapped]).subarray(0, plain.length);
}

/** The plain text of what `encryptStealing` gave; of as many bytes. */
export function decryptStealing(key: Buffer, given: Buffer): Buffer {
    if (given.length <= BLOCK) return blocks(key, given);
    const lastSize = given.length % BLOCK || BLOCK;
    const head = given.subarray(0, -lastSize - BLOCK);
    const lastButOne = given.subarray(-lastSize - BLOCK, -lastSize);
    const last = given.subarray(-lastSize);
    const electronic = createDecipheriv(`aes-${8 * key.length}-ecb`, key, null).setAutoPadding(false);
    // What was stolen from the last block stands at the end of the other one, under the cipher.
    const stolen = Buffer.concat([electronic.update(lastButOne), electronic.final()]).subarray(lastSize);
    return blocks(key, Buffer.concat([head, last, stolen, lastButOne])).subarray(0, given.length);
}

function blocks(key: Buffer, given: Buffer): Buffer {
    const decipher = createDecipheriv(`aes-${8 * key.length}-cbc`, key, Buffer.alloc(BLOCK)).setAutoPadding(false);
    return Buffer.concat([decipher.update(given), decipher.final()]);
}
