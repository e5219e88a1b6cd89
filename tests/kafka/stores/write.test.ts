import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { createSecureContext } from "node:tls";
import fc from "fast-check";
import {
    clientFilesOf,
    keysOf,
    readStore,
    trustAnchorsOf,
    writeJksKeyStore,
    writeJksTrustStore,
    writePkcs12KeyStore,
    writePkcs12TrustStore,
} from "../../../kafka/stores";
import { integer, objectId, octetString, sequence } from "../../../kafka/stores/der";
import { issue, pemOf } from "./issue";
import { CLIENT, CONTENT, MIDDLE, PASSWORD, ROOT, refusedBy, SEED, SMALL, STRANGER, storeIn, summary } from "./samples";

const KEY_STORES = { PKCS12: writePkcs12KeyStore, JKS: writeJksKeyStore } as const;
const TRUST_STORES = { PKCS12: writePkcs12TrustStore, JKS: writeJksTrustStore } as const;

/** Letters, digits and signs, not blank at the ends. */
const passwords = fc
    .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 })
    .filter((one) => one.trim() === one);
const seeds = fc.uint8Array({ minLength: 16, maxLength: 64 });

for (const [format, write] of Object.entries(KEY_STORES)) {
    describe(`a ${format} key store`, () => {
        it("holds the key and its chain, in whatever order the certificates are given", () => {
            const expected = ["key client: client <- plant authority <- plant root"];
            const first = write(CONTENT);
            assert.deepEqual(summary(storeIn(readStore(first, PASSWORD))), expected);
            for (const [certificatePem, chainPem] of [
                [CLIENT.pem, ROOT.pem + MIDDLE.pem],
                [CLIENT.pem + ROOT.pem + MIDDLE.pem, undefined],
                [MIDDLE.pem + CLIENT.pem, ROOT.pem + CLIENT.pem],
                [ROOT.pem + MIDDLE.pem + CLIENT.pem, ""],
            ] as const) {
                assert.deepEqual(write({ ...CONTENT, certificatePem, chainPem }), first);
            }
        });

        it("gives back the key that went in, for every password and seed", () => {
            const content = { certificatePem: SMALL.pem, privateKeyPem: SMALL.keyPem };
            fc.assert(
                fc.property(passwords, seeds, (password, seed) => {
                    const [key] = keysOf(storeIn(readStore(write({ ...content, password, seed }), password)));
                    assert.ok(key?.privateKey?.equals(SMALL.key));
                }),
                { numRuns: 25 },
            );
        });

        it("has the same bytes for the same arguments, whatever form the key has", () => {
            const [pkcs1, encrypted, old] = [
                CLIENT.key.export({ type: "pkcs1", format: "pem" }),
                CLIENT.key.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "of the key" }),
                CLIENT.key.export({ type: "pkcs1", format: "pem", cipher: "aes-128-cbc", passphrase: "of the key" }),
            ].map(String);
            const first = write(CONTENT);
            assert.deepEqual(write({ ...CONTENT }), first);
            assert.deepEqual(write({ ...CONTENT, privateKeyPem: pkcs1! }), first);
            for (const privateKeyPem of [encrypted!, old!, old!.replaceAll("\n", "\r\n")]) {
                assert.deepEqual(write({ ...CONTENT, privateKeyPem, privateKeyPassphrase: "of the key" }), first);
            }
            const sec1 = String(SMALL.key.export({ type: "sec1", format: "pem" }));
            const small = { ...CONTENT, certificatePem: SMALL.pem };
            assert.deepEqual(
                write({ ...small, privateKeyPem: `\n  ${sec1}` }),
                write({ ...small, privateKeyPem: SMALL.keyPem }),
            );
        });

        it("shares no 16 bytes of salts or encrypted content with a store that differs in anything", () => {
            const others = [
                { ...CONTENT, password: "another one" },
                { ...CONTENT, seed: Buffer.alloc(32, 1) },
                { ...CONTENT, alias: "other" },
                { ...CONTENT, chainPem: MIDDLE.pem },
                { ...CONTENT, certificatePem: SMALL.pem, privateKeyPem: SMALL.keyPem },
            ];
            const random = (bytes: Buffer) => new Set(secretParts(bytes, format).map((part) => part.toString("hex")));
            const first = random(write(CONTENT));
            assert.ok(first.size >= (format === "JKS" ? 2 : 6));
            for (const other of others) {
                for (const part of random(write(other))) assert.ok(!first.has(part), `a part is shared: ${part}`);
            }
        });

        it("refuses what makes no store, and says what it is", () => {
            const refusals = {
                "key-mismatch": { privateKeyPem: SMALL.keyPem },
                "certificate-missing": { certificatePem: CLIENT.keyPem },
                "key-missing": { privateKeyPem: CLIENT.pem },
                "keys-several": { privateKeyPem: CLIENT.keyPem + SMALL.keyPem },
                "chain-stranger": { chainPem: MIDDLE.pem + STRANGER.pem },
                "certificates-several": {
                    certificatePem: CLIENT.pem + issue("client", { by: MIDDLE, key: CLIENT.key, serial: 99 }).pem,
                },
                "certificate-unreadable": {
                    certificatePem: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
                },
                "key-unreadable": { privateKeyPem: "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n" },
                "key-passphrase-missing": { privateKeyPem: pemOf("ENCRYPTED PRIVATE KEY", sequence(integer(0))) },
                "store-password-missing": { password: "" },
                "store-password-white-space": { password: "line\n" },
                "seed-short": { seed: Buffer.alloc(15) },
                "alias-form": { alias: "Client" },
            } as const;
            for (const [code, change] of Object.entries(refusals)) {
                assert.equal(
                    refusedBy(() => write({ ...CONTENT, ...change })),
                    code,
                );
            }
        });

        it("says what to do about keys of OpenSSH, damaged ones, and those that take years to open", () => {
            const refusal = (privateKeyPem: string) =>
                refusedBy(() => write({ ...CONTENT, privateKeyPem, privateKeyPassphrase: "of the key" }));
            const bytes = Buffer.alloc(40, 1);
            assert.equal(refusal(pemOf("OPENSSH PRIVATE KEY", bytes)), "key-unreadable");
            assert.equal(refusal(pemOf("ENCRYPTED PRIVATE KEY", bytes)), "key-unreadable");
            const salt = octetString(Buffer.alloc(8));
            const slow = sequence(objectId("1.2.840.113549.1.12.1.3"), sequence(salt, integer(2 ** 31)));
            assert.equal(
                refusal(pemOf("ENCRYPTED PRIVATE KEY", sequence(slow, octetString(bytes)))),
                "store-too-costly",
            );
        });

        it("tells a missing passphrase of the key from a wrong one", () => {
            for (const cipher of ["aes-256-cbc", "des-ede3-cbc"]) {
                for (const type of ["pkcs8", "pkcs1"] as const) {
                    const settings = { type, format: "pem", cipher, passphrase: "of the key" } as const;
                    const privateKeyPem = String(createPrivateKey(CLIENT.keyPem).export(settings as never));
                    assert.equal(
                        refusedBy(() => write({ ...CONTENT, privateKeyPem })),
                        "key-passphrase-missing",
                    );
                    const wrong = { ...CONTENT, privateKeyPem, privateKeyPassphrase: "another" };
                    assert.equal(
                        refusedBy(() => write(wrong)),
                        "key-passphrase-wrong",
                    );
                }
            }
        });
    });
}

for (const [format, write] of Object.entries(TRUST_STORES)) {
    describe(`a ${format} trust store`, () => {
        const caPem = ROOT.pem + STRANGER.pem + ROOT.pem;

        it("holds each authority once, as trusted", () => {
            const store = storeIn(readStore(write({ caPem, password: PASSWORD }), PASSWORD));
            assert.deepEqual(summary(store), ["trusted ca-1: plant root", "trusted ca-2: stranger"]);
            assert.deepEqual(trustAnchorsOf(store), [ROOT.pem, STRANGER.pem]);
        });

        it("opens without a password when it was made without one", () => {
            const store = storeIn(readStore(write({ caPem })));
            assert.deepEqual(summary(store), ["trusted ca-1: plant root", "trusted ca-2: stranger"]);
        });

        it("has the same bytes for the same arguments, and others for others", () => {
            const made = [
                { caPem },
                { caPem, password: PASSWORD },
                { caPem: ROOT.pem, password: PASSWORD },
                { caPem, password: "another one" },
            ].map((args) => [write(args).toString("hex"), write({ ...args }).toString("hex")]);
            for (const [one, again] of made) assert.equal(one, again);
            assert.equal(new Set(made.flat()).size, made.length);
        });

        it("refuses a text without certificates", () => {
            assert.equal(
                refusedBy(() => write({ caPem: CLIENT.keyPem })),
                "certificate-missing",
            );
            assert.equal(
                refusedBy(() => write({ caPem: "" })),
                "certificate-missing",
            );
        });
    });
}

describe("a PKCS12 key store", () => {
    it("is read by Node, and its parts are what Node takes as certificate and key", () => {
        const bytes = writePkcs12KeyStore(CONTENT);
        assert.ok(createSecureContext({ pfx: bytes, passphrase: PASSWORD }));
        assert.throws(() => createSecureContext({ pfx: bytes, passphrase: "another one" }), /mac verify failure/);
        const files = clientFilesOf(storeIn(readStore(bytes, PASSWORD)));
        assert.equal(files?.cert, CLIENT.pem + MIDDLE.pem + ROOT.pem);
        assert.equal(files?.key, CLIENT.keyPem);
        assert.ok(createSecureContext(files!));
    });

    it("refuses a password that Java cannot use", () => {
        assert.equal(
            refusedBy(() => writePkcs12KeyStore({ ...CONTENT, password: "grün" })),
            "store-password-not-ascii",
        );
        assert.equal(
            refusedBy(() => writePkcs12TrustStore({ caPem: ROOT.pem, password: "grün" })),
            "store-password-not-ascii",
        );
    });
});

describe("a PKCS12 trust store with a password", () => {
    it("depends on the seed where one is given", () => {
        const args = { caPem: ROOT.pem, password: PASSWORD };
        const seeded = writePkcs12TrustStore({ ...args, seed: SEED });
        assert.deepEqual(writePkcs12TrustStore({ ...args, seed: SEED }), seeded);
        assert.notDeepEqual(writePkcs12TrustStore(args), seeded);
        assert.equal(
            refusedBy(() => writePkcs12TrustStore({ ...args, seed: Buffer.alloc(8) })),
            "seed-short",
        );
    });

    it("has salts that do not depend on its password without a seed: they would give it away to fast guessing", () => {
        const parts = (password: string) => secretParts(writePkcs12TrustStore({ caPem: ROOT.pem, password }), "PKCS12");
        const [one, other] = [parts(PASSWORD), parts("another one")];
        const shared = one.filter((part) => other.some((also) => also.equals(part)));
        assert.equal(shared.length, 3);
    });
});

describe("a JKS key store", () => {
    it("takes any characters in its passwords, and a password of the key's own", () => {
        const bytes = writeJksKeyStore({ ...CONTENT, password: "grün 🌱", keyPassword: "schlüssel" });
        const [key] = keysOf(storeIn(readStore(bytes, "grün 🌱", { keyPassword: "schlüssel" })));
        assert.ok(key?.privateKey?.equals(CLIENT.key));
        assert.equal(key?.hasOwnPassword, true);
    });
});

/** Salts, initial values, ids and encrypted content: every OCTET STRING of 16 bytes and more that ends a branch, and `[0]`. */
function secretParts(bytes: Buffer, format: string): Buffer[] {
    if (format === "JKS")
        return [bytes.subarray(-20), bytes.subarray(bytes.indexOf(jksSalt) + jksSalt.length).subarray(4, 24)];
    const parts: Buffer[] = [];
    const visit = (content: Buffer) => {
        for (let offset = 0; offset + 2 <= content.length; ) {
            const tag = content[offset]!;
            const first = content[offset + 1]!;
            const more = first > 0x80 ? first - 0x80 : 0;
            const length = more === 0 ? first : content.readUIntBE(offset + 2, more);
            const start = offset + 2 + more;
            const inner = content.subarray(start, start + length);
            const wraps = tag === 0x04 && length > 60 && isSequence(inner);
            if ((tag & 0x20) !== 0 || wraps) visit(inner);
            else if ((tag === 0x04 || tag === 0x80) && length >= 16) parts.push(inner);
            offset = start + length;
        }
    };
    visit(bytes);
    return parts;
}

/** Whether bytes are one DER SEQUENCE and nothing else: encrypted content may well begin with the tag of one. */
function isSequence(bytes: Buffer): boolean {
    const length = bytes[1]!;
    const more = length > 0x80 ? length - 0x80 : 0;
    if (bytes[0] !== 0x30 || more > 4) return false;
    return bytes.length === 2 + more + (more === 0 ? length : bytes.readUIntBE(2, more));
}

/** What stands before the salt of a key in a JKS file: the object identifier of its protection, and NULL. */
const jksSalt = Buffer.from("060a2b060104012a021101010500", "hex");
