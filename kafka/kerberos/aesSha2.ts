import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Encryption } from "./encryption";
import { decryptStealing, encryptStealing } from "./textStealing";

const BLOCK = 16;

/** aes128-cts-hmac-sha256-128 and aes256-cts-hmac-sha384-192 of RFC 8009. */
export function aesSha2(number: 19 | 20): Encryption {
    const keySize = number === 19 ? 16 : 32;
    const digest = number === 19 ? "sha256" : "sha384";
    const size = number === 19 ? 16 : 24;
    const hash = (key: Buffer, bytes: Uint8Array) => createHmac(digest, key).update(bytes).digest().subarray(0, size);
    const keyFor = (key: Buffer, usage: number, kind: number, bytes: number) =>
        deriveKey(digest, key, usage, kind, bytes);
    /** Over the first vector as well, which is all zeros. */
    const integrity = (key: Buffer, usage: number, cipher: Buffer) =>
        hash(keyFor(key, usage, 0x55, size), Buffer.concat([Buffer.alloc(BLOCK), cipher]));
    return {
        number,
        name: number === 19 ? "aes128-cts-hmac-sha256-128" : "aes256-cts-hmac-sha384-192",
        keySize,
        checksumNumber: number,
        checksumSize: size,
        encrypt(key, usage, plain, confounder = randomBytes(BLOCK)) {
            const cipher = encryptStealing(keyFor(key, usage, 0xaa, keySize), Buffer.concat([confounder, plain]));
            return Buffer.concat([cipher, integrity(key, usage, cipher)]);
        },
        decrypt(key, usage, given) {
            if (given.length < BLOCK + size) return undefined;
            const cipher = given.subarray(0, -size);
            if (!timingSafeEqual(integrity(key, usage, cipher), given.subarray(-size))) return undefined;
            return decryptStealing(keyFor(key, usage, 0xaa, keySize), cipher).subarray(BLOCK);
        },
        checksum: (key, usage, bytes) => hash(keyFor(key, usage, 0x99, size), bytes),
    };
}

/** KDF-HMAC-SHA2 of RFC 8009, section 3; one round gives enough for every key there is. */
function deriveKey(digest: "sha256" | "sha384", key: Buffer, usage: number, kind: number, size: number): Buffer {
    const input = Buffer.alloc(14);
    input.writeUInt32BE(1, 0);
    input.writeUInt32BE(usage, 4);
    input.writeUInt8(kind, 8);
    // A zero byte ends the label; the length is told in bits.
    input.writeUInt32BE(8 * size, 10);
    return createHmac(digest, key).update(input).digest().subarray(0, size);
}
