import { createCipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Encryption } from "./encryption";
import { nFold } from "./nFold";
import { decryptStealing, encryptStealing } from "./textStealing";

const BLOCK = 16;
const HASH = 12;

/** aes128-cts-hmac-sha1-96 and aes256-cts-hmac-sha1-96 of RFC 3962. */
export function aesSha1(number: 17 | 18): Encryption {
    const keySize = number === 17 ? 16 : 32;
    return {
        number,
        name: `aes${8 * keySize}-cts-hmac-sha1-96`,
        keySize,
        checksumNumber: number === 17 ? 15 : 16,
        checksumSize: HASH,
        encrypt(key, usage, plain, confounder = randomBytes(BLOCK)) {
            const text = Buffer.concat([confounder, plain]);
            const cipher = encryptStealing(deriveKey(key, constant(usage, 0xaa)), text);
            return Buffer.concat([cipher, hash(deriveKey(key, constant(usage, 0x55)), text)]);
        },
        decrypt(key, usage, cipher) {
            if (cipher.length < BLOCK + HASH) return undefined;
            const text = decryptStealing(deriveKey(key, constant(usage, 0xaa)), cipher.subarray(0, -HASH));
            const expected = hash(deriveKey(key, constant(usage, 0x55)), text);
            return timingSafeEqual(expected, cipher.subarray(-HASH)) ? text.subarray(BLOCK) : undefined;
        },
        checksum: (key, usage, bytes) => hash(deriveKey(key, constant(usage, 0x99)), bytes),
    };
}

/** DK of RFC 3961: a key for one purpose, of as many bytes as the key that it is made from. */
export function deriveKey(key: Buffer, purpose: Uint8Array): Buffer {
    const parts: Buffer[] = [];
    let block = nFold(purpose, BLOCK);
    for (let size = 0; size < key.length; size += BLOCK) {
        const cipher = createCipheriv(`aes-${8 * key.length}-ecb`, key, null).setAutoPadding(false);
        block = Buffer.concat([cipher.update(block), cipher.final()]);
        parts.push(block);
    }
    return Buffer.concat(parts).subarray(0, key.length);
}

function constant(usage: number, kind: number): Buffer {
    const bytes = Buffer.alloc(5, kind);
    bytes.writeUInt32BE(usage);
    return bytes;
}

function hash(key: Buffer, bytes: Uint8Array): Buffer {
    return createHmac("sha1", key).update(bytes).digest().subarray(0, HASH);
}
