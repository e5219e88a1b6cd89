import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import {
    readStore,
    readStoreText,
    type StoreProblemCode,
    type StoreResult,
    writeJksKeyStore,
    writeJksTrustStore,
    writePkcs12KeyStore,
    writePkcs12TrustStore,
} from "../../../kafka/stores";
import { explicit, integer, objectId, octetString, sequence } from "../../../kafka/stores/der";
import { type DerValue, explicitIn, membersOf, octetsOf, readDer } from "../../../kafka/stores/derValue";
import { jksDigest, jksKeyCheck, jksMix } from "../../../kafka/stores/jksFormat";
import { OID } from "../../../kafka/stores/objectIds";
import { CLIENT, CONTENT, PASSWORD, ROOT, SMALL, storeIn, summary, verdictOf } from "./samples";

const SMALL_CONTENT = { ...CONTENT, certificatePem: SMALL.pem, privateKeyPem: SMALL.keyPem, chainPem: undefined };
const P12 = writePkcs12KeyStore(SMALL_CONTENT);
const JKS = writeJksKeyStore(SMALL_CONTENT);

function refusalIn(result: StoreResult) {
    if (result.ok) throw new Error("it was read");
    return result.problem;
}

describe("reading a store", () => {
    it("tells wrong, missing and right passwords apart", () => {
        const ownKey = writeJksKeyStore({ ...SMALL_CONTENT, keyPassword: "of the key" });
        const verdicts: readonly [Buffer, string | undefined, string | undefined, StoreProblemCode | "ok"][] = [
            [P12, PASSWORD, undefined, "ok"],
            [P12, PASSWORD, PASSWORD, "ok"],
            [P12, "wrong one", undefined, "store-password-wrong"],
            [P12, "", undefined, "store-password-wrong"],
            [P12, `${PASSWORD}\n`, undefined, "store-password-wrong"],
            [P12, undefined, undefined, "store-password-missing"],
            [P12, PASSWORD, "wrong one", "key-password-wrong"],
            [JKS, PASSWORD, undefined, "ok"],
            [JKS, undefined, undefined, "ok"],
            [JKS, "wrong one", undefined, "store-password-wrong"],
            [JKS, PASSWORD, "wrong one", "key-password-wrong"],
            [ownKey, PASSWORD, "of the key", "ok"],
            [ownKey, PASSWORD, undefined, "key-password-wrong"],
            [ownKey, undefined, "wrong one", "key-password-wrong"],
        ];
        for (const [bytes, password, keyPassword, verdict] of verdicts) {
            assert.equal(verdictOf(bytes, password, keyPassword), verdict);
        }
    });

    it("says what to do about the password of a key", () => {
        const ownKey = writeJksKeyStore({ ...SMALL_CONTENT, keyPassword: "of the key" });
        assert.match(
            refusalIn(readStore(P12, PASSWORD, { keyPassword: "wrong one" })).fix,
            /^Leave ssl.key.password out/,
        );
        assert.match(refusalIn(readStore(ownKey, PASSWORD)).fix, /^Give the key's own password as ssl.key.password/);
        assert.match(refusalIn(readStore(ownKey, PASSWORD, { keyPassword: "x" })).fix, /was encrypted with/);
    });

    it("leaves keys closed where only certificates are asked for", () => {
        const ownKey = writeJksKeyStore({ ...SMALL_CONTENT, keyPassword: "of the key" });
        const [entry] = storeIn(readStore(ownKey, PASSWORD, { withKeys: false })).entries;
        assert.ok(entry?.kind === "key" && entry.privateKey === undefined && entry.chain.length === 1);
    });

    it("says what a file is that is no store", () => {
        const keytab = Buffer.from("0502000000380002", "hex");
        const files: readonly [Buffer, StoreProblemCode][] = [
            [Buffer.alloc(0), "store-empty"],
            [Buffer.from(CLIENT.pem), "store-is-pem"],
            [Buffer.from(`Bag Attributes\n${CLIENT.pem}`), "not-a-store"],
            [Buffer.from(P12.toString("base64")), "store-is-base64"],
            [Buffer.from(JKS.toString("base64").replace(/.{76}/g, "$&\n")), "store-is-base64"],
            [keytab, "store-is-keytab"],
            [Buffer.from(CLIENT.pem.split("\n").slice(1, -2).join(""), "base64"), "store-is-certificate"],
            [CLIENT.key.export({ type: "pkcs8", format: "der" }), "store-is-certificate"],
            [Buffer.from("cececece00000002", "hex"), "store-is-jceks"],
            [Buffer.from('{"username": "a"}'), "not-a-store"],
            [Buffer.from("/etc/kafka/client.p12"), "not-a-store"],
            [Buffer.from(P12.toString("utf8")), "store-was-text"],
            [Buffer.from(JKS.toString("utf8")), "store-was-text"],
            [Buffer.alloc(3 * 1024 * 1024, 0x30), "store-size"],
        ];
        for (const [bytes, code] of files)
            assert.equal(verdictOf(bytes, PASSWORD), code, bytes.toString("latin1", 0, 20));
    });

    it("takes base64 text with line ends, and says what other text is", () => {
        const wrapped = P12.toString("base64").replace(/.{64}/g, "$&\r\n");
        assert.ok(readStoreText(wrapped, PASSWORD).ok);
        const codes = [
            CLIENT.pem,
            "file:///etc/client.p12",
            "data:;base64,MIIB",
            P12.toString("base64").slice(0, -3),
        ].map((text) => refusalIn(readStoreText(text, PASSWORD)).code);
        assert.deepEqual(codes, ["store-is-pem", "store-not-base64", "store-not-base64", "store-not-base64"]);
        assert.equal(refusalIn(readStoreText("", PASSWORD)).code, "store-empty");
        const twice = Buffer.from(P12.toString("base64")).toString("base64");
        assert.equal(refusalIn(readStoreText(twice, PASSWORD)).code, "store-is-base64");
    });

    it("says of every beginning of a store that it is cut off", () => {
        for (const bytes of [
            P12,
            JKS,
            writePkcs12TrustStore({ caPem: ROOT.pem }),
            writeJksTrustStore({ caPem: ROOT.pem }),
        ]) {
            for (let length = 4; length < bytes.length; length++) {
                assert.equal(verdictOf(bytes.subarray(0, length), PASSWORD), "store-truncated", `${length} bytes`);
            }
        }
    });

    it("says that a key of an unknown kind cannot be read, and does not blame the password", () => {
        const key = sequence(integer(0), sequence(objectId("1.2.3.4")), octetString(Buffer.alloc(8)));
        const salt = Buffer.alloc(20, 5);
        const data = Buffer.concat([salt, jksMix(PASSWORD, salt, key), jksKeyCheck(PASSWORD, key)]);
        const sealed = sequence(sequence(objectId(OID.jksKeyProtector)), octetString(data));
        const length = Buffer.alloc(4);
        length.writeUInt32BE(sealed.length);
        const head = Buffer.from("feedfeed0000000200000001000000010001610000000000000000", "hex");
        const body = Buffer.concat([head, length, sealed, Buffer.alloc(4)]);
        const bytes = Buffer.concat([body, jksDigest(PASSWORD, body)]);
        assert.equal(verdictOf(bytes, PASSWORD), "key-unreadable");
        assert.equal(verdictOf(bytes, undefined, "wrong one"), "key-password-wrong");
    });

    it("reads bags within bags, and passes over what is no key and no certificate", () => {
        const contentOf = (info: DerValue | undefined) => readDer(octetsOf(explicitIn(membersOf(info)[1])));
        const [, info] = membersOf(readDer(writePkcs12TrustStore({ caPem: ROOT.pem })));
        const bags = contentOf(membersOf(contentOf(info))[0]).whole;
        const crl = sequence(objectId("1.2.840.113549.1.12.10.1.4"), explicit(sequence()));
        const nested = (depth: number, contents: Buffer): Buffer =>
            depth === 0
                ? contents
                : nested(depth - 1, sequence(crl, sequence(objectId(OID.safeContentsBag), explicit(contents))));
        const storeOf = (contents: Buffer) => {
            const part = sequence(objectId(OID.data), explicit(octetString(contents)));
            return sequence(integer(3), sequence(objectId(OID.data), explicit(octetString(sequence(part)))));
        };
        assert.deepEqual(summary(storeIn(readStore(storeOf(nested(3, bags))))), ["trusted ca-1: plant root"]);
        assert.equal(verdictOf(storeOf(nested(20, bags))), "store-damaged");
    });

    it("reads a file of indefinite length, and texts in pieces", () => {
        const made = writePkcs12TrustStore({ caPem: ROOT.pem });
        const safe = made.subarray(made.indexOf(octetString(Buffer.alloc(0)).subarray(0, 1), 20));
        const content = readDer(safe).content;
        const pieces = [content.subarray(0, 100), content.subarray(100)].map((piece) => octetString(piece));
        const open = (tag: number, ...parts: Buffer[]) =>
            Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.from([0, 0])]);
        const info = open(0x30, objectId(OID.data), open(0xa0, open(0x24, ...pieces)));
        const store = storeIn(readStore(open(0x30, integer(3), info)));
        assert.deepEqual(summary(store), ["trusted ca-1: plant root"]);
    });
});

describe("a hostile file", () => {
    /** What no input may give: an error that nobody foresaw. */
    const foreseen = (bytes: Buffer, password?: string) => {
        const result = readStore(bytes, password);
        if (!result.ok) assert.doesNotMatch(result.problem.cause, /cannot be taken apart/);
    };
    const jksHead = Buffer.from("feedfeed00000002", "hex");
    const p12Head = Buffer.from("3080020103", "hex");

    it("of random bytes is refused in words", () => {
        fc.assert(
            fc.property(
                fc.constantFrom(Buffer.alloc(0), jksHead, p12Head),
                fc.uint8Array({ maxLength: 300 }),
                (head, bytes) => foreseen(Buffer.concat([head, bytes]), PASSWORD),
            ),
            { numRuns: 3000 },
        );
    });

    it("made of a real one by changed, doubled and missing bytes is refused in words", () => {
        const originals = fc.constantFrom(
            JKS,
            writePkcs12TrustStore({ caPem: ROOT.pem }),
            writeJksTrustStore({ caPem: ROOT.pem }),
        );
        fc.assert(
            fc.property(
                originals,
                fc.nat(3000),
                fc.nat(20),
                fc.uint8Array({ maxLength: 8 }),
                (bytes, at, gone, put) => {
                    const start = at % bytes.length;
                    foreseen(Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + gone)]));
                },
            ),
            { numRuns: 3000 },
        );
    });

    it("with lengths and counts far beyond its end takes no time and no memory", () => {
        const before = process.memoryUsage().rss;
        const hostile = [
            Buffer.concat([jksHead, Buffer.from("ffffffff", "hex")]),
            Buffer.from("feedfeed0000000200000001000000010001610000000000000000ffffffff", "hex"),
            Buffer.from("feedfeed00000002000000010000000100016100000000000000000000000000ffffff", "hex"),
            Buffer.from("3084ffffffff020103", "hex"),
            Buffer.from("3086ffffffffffff020103", "hex"),
            Buffer.from("30ff020103", "hex"),
        ];
        for (const bytes of hostile) foreseen(bytes, PASSWORD);
        assert.ok(process.memoryUsage().rss - before < 50_000_000);
    });

    it("nested as deep as it is long, or of a million empty members, is refused", () => {
        const million = 1_000_000;
        const nested = Buffer.concat([p12Head, Buffer.from("3080".repeat(million / 2), "hex")]);
        const members = sequence(integer(3), Buffer.from("0500".repeat(million / 2), "hex"));
        const pieces = sequence(
            integer(3),
            sequence(objectId(OID.data), explicit(Buffer.from("2480".repeat(100_000), "hex"))),
        );
        for (const bytes of [nested, members, pieces]) {
            foreseen(bytes, PASSWORD);
            assert.notEqual(verdictOf(bytes, PASSWORD), "ok");
        }
    });

    it("that asks for years of key derivation is refused at once, in the file and in its parts", () => {
        const rounds = integer(2 ** 40);
        const info = sequence(sequence(objectId(OID.sha256)), octetString(Buffer.alloc(32)));
        const empty = sequence(objectId(OID.data), explicit(octetString(sequence())));
        const mac = sequence(integer(3), empty, sequence(info, octetString(Buffer.alloc(8)), rounds));
        const derivation = sequence(objectId(OID.pbkdf2), sequence(octetString(Buffer.alloc(8)), rounds));
        const scheme = sequence(objectId(OID.aes256Cbc), octetString(Buffer.alloc(16)));
        const algorithm = sequence(objectId(OID.pbes2), sequence(derivation, scheme));
        const encrypted = Buffer.concat([Buffer.from([0x80, 0x10]), Buffer.alloc(16)]);
        const part = sequence(
            objectId(OID.encryptedData),
            explicit(sequence(integer(0), sequence(objectId(OID.data), algorithm, encrypted))),
        );
        const parts = sequence(integer(3), sequence(objectId(OID.data), explicit(octetString(sequence(part)))));
        assert.equal(verdictOf(mac, PASSWORD), "store-too-costly");
        assert.equal(verdictOf(parts, PASSWORD), "store-too-costly");
    });

    it("puts no control characters and no long text of its own into a message", () => {
        const alias = `\u001b[2J${"x".repeat(500)}`;
        const name = Buffer.alloc(2);
        name.writeUInt16BE(alias.length);
        const from = JKS.indexOf("client") - 2;
        const body = Buffer.concat([JKS.subarray(0, from), name, Buffer.from(alias), JKS.subarray(from + 8)]);
        const { cause } = refusalIn(readStore(body, undefined, { keyPassword: "wrong one" }));
        assert.match(cause, /^The key password does not open the key "\?\[2Jx{116}…"\.$/);
    });
});

describe("what is said of a store", () => {
    it("never holds a password, a passphrase or a part of a key", () => {
        const canary = "canary-7f3a";
        const keyText = SMALL.keyPem.split("\n")[1]!;
        const results = [P12, JKS].flatMap((bytes) => [
            readStore(bytes, canary),
            readStore(bytes, PASSWORD, { keyPassword: canary }),
            readStore(bytes.subarray(0, 500), canary),
            readStore(bytes, PASSWORD),
        ]);
        const said = results.map((result) => JSON.stringify(result)).join();
        for (const secret of [canary, PASSWORD, keyText]) assert.ok(!said.includes(secret));
    });

    it("never holds a secret when it is thrown out of a program", () => {
        const canary = "canary-7f3a";
        const program = `
            const { writePkcs12KeyStore } = require("./kafka/stores");
            const seed = Buffer.alloc(32, "${canary}");
            writePkcs12KeyStore({ certificatePem: "${canary}", privateKeyPem: "${canary}", password: "${canary}", seed });`;
        try {
            execFileSync(process.execPath, ["--import=tsx", "-e", program], { stdio: "pipe", encoding: "utf8" });
            assert.fail("it made a store");
        } catch (error) {
            const { stderr } = error as { stderr: string };
            assert.match(stderr, /privateKeyPem holds no private key/);
            // Node shows the line of the program that threw, which is none of these.
            assert.ok(!stderr.includes(canary));
        }
    });
});
