import assert from "node:assert/strict";
import { pbkdf2Sync, randomBytes } from "node:crypto";
import { deriveKey } from "../../../kafka/kerberos/aesSha1";
import { ENCRYPTIONS, encryptionOf } from "../../../kafka/kerberos/encryption";
import { nFold } from "../../../kafka/kerberos/nFold";
import { decryptStealing, encryptStealing } from "../../../kafka/kerberos/textStealing";
import { CHECKSUMS, ENCRYPTED, N_FOLD, ORDER, STEALING, STRING_TO_KEY } from "./vectors";

const hex = (text: string): Buffer => Buffer.from(text, "hex");

describe("encryption of Kerberos", () => {
    for (const [text, size, folded] of N_FOLD) {
        it(`folds "${text}" to ${8 * size} bits as RFC 3961 does`, () => {
            assert.equal(nFold(Buffer.from(text), size).toString("hex"), folded);
        });
    }

    for (const [size, cipher] of STEALING) {
        it(`encrypts ${size} bytes with ciphertext stealing as RFC 3962 does, and decrypts them`, () => {
            const key = Buffer.from("chicken teriyaki");
            const plain = Buffer.from(ORDER).subarray(0, size);
            assert.equal(encryptStealing(key, plain).toString("hex"), cipher);
            assert.deepEqual(decryptStealing(key, hex(cipher)), plain);
        });
    }

    for (const [password, salt, rounds, key] of STRING_TO_KEY) {
        it(`derives the key of RFC 3962 for ${rounds} rounds and the salt "${salt}"`, () => {
            const made = pbkdf2Sync(password, salt, rounds, 32, "sha1");
            assert.equal(deriveKey(made, Buffer.from("kerberos")).toString("hex"), key);
        });
    }

    for (const [number, usage, key, plain, cipher] of ENCRYPTED) {
        it(`reads ${plain.length / 2} bytes of ${encryptionOf(number)!.name}, and writes the same with their confounder`, () => {
            const { decrypt, encrypt } = encryptionOf(number)!;
            assert.equal(decrypt(hex(key), usage, hex(cipher))?.toString("hex"), plain);
            assert.equal(decrypt(hex(key), usage + 1, hex(cipher)), undefined);
            const confounder = confounderOf(number, usage, hex(key), hex(cipher));
            assert.equal(encrypt(hex(key), usage, hex(plain), confounder).toString("hex"), cipher);
        });
    }

    for (const [number, usage, key, text, checksum] of CHECKSUMS) {
        it(`signs with ${encryptionOf(number)!.name} as published`, () => {
            const encryption = encryptionOf(number)!;
            assert.equal(encryption.checksum(hex(key), usage, hex(text)).toString("hex"), checksum);
            assert.equal(checksum.length / 2, encryption.checksumSize);
        });
    }

    it("gives back what it encrypted, of any length, and nothing of what was changed in any byte", () => {
        for (const encryption of ENCRYPTIONS) {
            const key = randomBytes(encryption.keySize);
            for (let size = 0; size <= 50; size++) {
                const plain = randomBytes(size);
                const cipher = encryption.encrypt(key, 7, plain);
                assert.deepEqual(encryption.decrypt(key, 7, cipher), plain);
                cipher[size % cipher.length]! ^= 1;
                assert.equal(encryption.decrypt(key, 7, cipher), undefined);
            }
            for (let size = 0; size < 48; size++) {
                assert.equal(encryption.decrypt(key, 7, randomBytes(size)), undefined);
            }
        }
    });
});

/** Decrypting gives a part of a longer text, which begins with the confounder. */
function confounderOf(number: number, usage: number, key: Buffer, cipher: Buffer): Buffer {
    const plain = encryptionOf(number)!.decrypt(key, usage, cipher)!;
    return Buffer.from(plain.buffer.slice(plain.byteOffset - 16, plain.byteOffset));
}
