import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import {
    keysOf,
    readStore,
    storeProblems,
    writeJksKeyStore,
    writeJksTrustStore,
    writePkcs12KeyStore,
    writePkcs12TrustStore,
} from "../../../kafka/stores";
import { issue } from "./issue";
import { CLIENT, CONTENT, MIDDLE, PASSWORD, ROOT, SMALL, STRANGER, storeIn, summary, verdictOf } from "./samples";
import { askJava, type JavaVerdict, type Question, tool, type WorkFolder, workFolder } from "./tools";

/** Entries that Java has too: it passes over keys without encryption, and over certificates of nobody. */
function javaEntries({ bytes, password }: Question): string[] {
    const store = storeIn(readStore(bytes, password, { withKeys: false }));
    const seen = store.entries.filter((entry) => entry.kind === "trusted" || (entry.kind === "key" && !entry.isPlain));
    return summary({ ...store, entries: seen }).sort();
}

/** Our verdict and that of Java are the same. */
function agree(question: Question, java: JavaVerdict, title: string): void {
    const { bytes, password, keyPassword } = question;
    const ours = verdictOf(bytes, password, keyPassword);
    if (ours === "store-password-missing") {
        // Java finds nothing to use then, and says nothing of that: no certificate, and a key without one at most.
        assert.deepEqual([java.opens, java.trusted], [true, 0], title);
        assert.ok(
            java.entries.every((entry) => /^key .*: $/.test(entry)),
            `${title}: ${java.line}`,
        );
        return;
    }
    if (ours === "store-unsupported") {
        assert.ok(!java.opens || !java.takesKeys, `${title}: ${ours}, Java: ${java.line}`);
        return;
    }
    assert.equal(ours === "ok" || ours === "key-password-wrong", java.opens, `${title}: ${ours}, Java: ${java.line}`);
    if (!java.opens) return;
    assert.deepEqual(javaEntries(question), java.entries, title);
    if (password !== undefined) assert.equal(ours === "ok", java.takesKeys, `${title}: ${ours}, Java: ${java.line}`);
}

describe("stores made here", () => {
    let folder: WorkFolder;
    before(() => {
        folder = workFolder();
    });
    after(() => folder.remove());

    it("hold for Java what was put into them, with the right password only", () => {
        const caPem = ROOT.pem + STRANGER.pem;
        const small = { ...CONTENT, certificatePem: SMALL.pem, privateKeyPem: SMALL.keyPem };
        const made: readonly (readonly [Buffer, string | undefined, string | undefined])[] = [
            [writePkcs12KeyStore(CONTENT), PASSWORD, undefined],
            [writePkcs12KeyStore({ ...small, alias: "plant-7.key_1" }), PASSWORD, undefined],
            [writePkcs12KeyStore({ ...small, password: "a" }), "a", undefined],
            [writeJksKeyStore(CONTENT), PASSWORD, undefined],
            [writeJksKeyStore({ ...small, password: "grün 🌱" }), "grün 🌱", undefined],
            [writeJksKeyStore({ ...small, keyPassword: "of the key" }), PASSWORD, "of the key"],
            [writePkcs12TrustStore({ caPem, password: PASSWORD }), PASSWORD, undefined],
            [writePkcs12TrustStore({ caPem }), undefined, undefined],
            [writeJksTrustStore({ caPem, password: PASSWORD }), PASSWORD, undefined],
            [writeJksTrustStore({ caPem }), undefined, undefined],
        ];
        const questions = made.flatMap(([bytes, password, keyPassword]): Question[] => [
            { bytes, password, keyPassword },
            { bytes, password: "wrong one" },
            { bytes, password: undefined },
            { bytes, password, keyPassword: "wrong one" },
        ]);
        const answers = askJava(questions, folder);
        for (const [index, question] of questions.entries()) agree(question, answers[index]!, `store ${index}`);
        const right = answers.filter((_, index) => index % 4 === 0);
        assert.ok(right.every(({ opens, takesKeys }) => opens && takesKeys));
        const chain = "client <- plant authority <- plant root";
        assert.deepEqual(right[0]?.entries, [`key client: ${chain}`]);
        assert.deepEqual(right[1]?.entries, [`key plant-7.key_1: small ${chain}`]);
        for (const trusting of right.slice(6)) {
            assert.deepEqual(trusting.entries, ["trusted ca-1: plant root", "trusted ca-2: stranger"]);
            assert.equal(trusting.trusted, 2);
        }
    });

    it("hold for Java what they hold for us, whatever the password, the seed and the length of the chain", () => {
        const passwords = fc
            .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 })
            .filter((one) => one.trim() === one);
        const stores = fc
            .record({
                format: fc.constantFrom("PKCS12", "JKS"),
                password: passwords,
                seed: fc.uint8Array({ minLength: 16, maxLength: 40 }),
                chainPem: fc.constantFrom(undefined, MIDDLE.pem, ROOT.pem + MIDDLE.pem),
                alias: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/),
            })
            .map(({ format, ...args }) => {
                const content = { ...args, certificatePem: SMALL.pem, privateKeyPem: SMALL.keyPem };
                const bytes = format === "JKS" ? writeJksKeyStore(content) : writePkcs12KeyStore(content);
                return { bytes, password: args.password };
            });
        const questions = fc.sample(stores, 40);
        for (const [index, answer] of askJava(questions, folder).entries()) {
            assert.ok(answer.opens && answer.takesKeys, answer.line);
            agree(questions[index]!, answer, `store ${index}`);
        }
    });

    it("are never taken as sound here where a changed byte makes Java refuse them", () => {
        const originals = [writePkcs12KeyStore({ ...CONTENT, chainPem: undefined }), writeJksKeyStore(CONTENT)];
        const questions = originals.flatMap((bytes) =>
            fc
                .sample(fc.record({ at: fc.nat(bytes.length - 1), mask: fc.integer({ min: 1, max: 255 }) }), 60)
                .map(({ at, mask }): Question => {
                    const changed = Buffer.from(bytes);
                    changed[at]! ^= mask;
                    return { bytes: changed, password: PASSWORD };
                }),
        );
        for (const [index, { opens, takesKeys, line }] of askJava(questions, folder).entries()) {
            if (opens && takesKeys) continue;
            const { bytes, password } = questions[index]!;
            assert.notEqual(verdictOf(bytes, password), "ok", `store ${index}: ${line}`);
        }
    });

    it("are listed by keytool", () => {
        const list = (name: string, bytes: Buffer) => {
            folder.file(name, bytes);
            return tool("keytool", ["-list", "-v", "-keystore", name, "-storepass", PASSWORD], folder);
        };
        assert.match(list("a.p12", writePkcs12KeyStore(CONTENT)), /PrivateKeyEntry\nCertificate chain length: 3/);
        assert.match(list("a.jks", writeJksKeyStore(CONTENT)), /PrivateKeyEntry\nCertificate chain length: 3/);
        const caPem = ROOT.pem;
        assert.match(list("t.p12", writePkcs12TrustStore({ caPem, password: PASSWORD })), /trustedCertEntry/);
        assert.match(list("t.jks", writeJksTrustStore({ caPem, password: PASSWORD })), /trustedCertEntry/);
    });

    it("are read by OpenSSL, which gives the key and the certificates back", () => {
        folder.file("a.p12", writePkcs12KeyStore(CONTENT));
        const read = (...options: string[]) =>
            tool("openssl", ["pkcs12", "-in", "a.p12", "-passin", `pass:${PASSWORD}`, ...options], folder);
        assert.ok(read("-nocerts", "-noenc").includes(CLIENT.keyPem));
        const certificates = read("-nokeys");
        for (const { pem } of [CLIENT, MIDDLE, ROOT]) assert.ok(certificates.includes(pem));
        assert.throws(
            () => tool("openssl", ["pkcs12", "-in", "a.p12", "-noout", "-passin", "pass:wrong one"], folder),
            /invalid password/,
        );
        folder.file("t.p12", writePkcs12TrustStore({ caPem: ROOT.pem, password: PASSWORD }));
        const trusted = tool("openssl", ["pkcs12", "-in", "t.p12", "-passin", `pass:${PASSWORD}`], folder);
        assert.ok(trusted.includes(ROOT.pem));
    });
});

/** Encrypted in ways that OpenSSL has and Java has not. */
const FOREIGN = ["openssl-2des.p12", "openssl-aes192.p12", "openssl-pbes2-3des.p12"];

describe("stores made by others", () => {
    let folder: WorkFolder;
    const made = new Map<string, Question>();

    before(function () {
        this.timeout(120_000);
        folder = workFolder();
        folder.file("client.pem", CLIENT.pem);
        folder.file("client.key", CLIENT.keyPem);
        folder.file("small.pem", SMALL.pem);
        folder.file("small.key", SMALL.keyPem);
        folder.file("chain.pem", MIDDLE.pem + ROOT.pem);
        folder.file("root.pem", ROOT.pem);
        folder.file("several.pem", ROOT.pem + STRANGER.pem);
        const keep = (name: string, password: string | undefined, keyPassword?: string) => {
            made.set(name, { bytes: readFileSync(join(folder.path, name)), password, keyPassword });
        };
        const openssl = (name: string, options: readonly string[], password = PASSWORD) => {
            tool("openssl", ["pkcs12", "-export", ...options, "-passout", `pass:${password}`, "-out", name], folder);
            keep(name, password);
        };
        const client = ["-in", "client.pem", "-inkey", "client.key", "-certfile", "chain.pem", "-name", "Client"];
        openssl("openssl.p12", client);
        openssl("openssl-unnamed.p12", client.slice(0, -2));
        openssl("openssl-curve.p12", ["-in", "small.pem", "-inkey", "small.key"]);
        openssl("openssl-legacy.p12", ["-legacy", ...client]);
        openssl("openssl-3des.p12", ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", ...client]);
        openssl("openssl-rc4.p12", [
            "-legacy",
            "-keypbe",
            "PBE-SHA1-RC4-128",
            "-certpbe",
            "PBE-SHA1-RC4-40",
            ...client,
        ]);
        openssl("openssl-rc2.p12", [
            "-legacy",
            "-keypbe",
            "PBE-SHA1-RC2-128",
            "-certpbe",
            "PBE-SHA1-RC2-128",
            ...client,
        ]);
        openssl("openssl-aes128.p12", ["-keypbe", "AES-128-CBC", "-certpbe", "AES-128-CBC", ...client]);
        openssl("openssl-2des.p12", ["-certpbe", "PBE-SHA1-2DES", ...client]);
        openssl("openssl-aes192.p12", ["-keypbe", "AES-192-CBC", ...client]);
        openssl("openssl-pbes2-3des.p12", ["-certpbe", "DES-EDE3-CBC", ...client]);
        openssl("openssl-sha512.p12", ["-macalg", "sha512", "-iter", "100000", ...client]);
        openssl("openssl-nomac.p12", ["-nomac", ...client]);
        openssl("openssl-plain-key.p12", ["-keypbe", "NONE", ...client]);
        openssl("openssl-empty-password.p12", client, "");
        openssl("openssl-unmarked.p12", ["-nokeys", "-in", "several.pem"]);
        const keytool = (name: string, type: string, options: readonly string[]) => {
            const store = type === "JKS" ? ["-deststoretype", "JKS"] : ["-deststoretype", "PKCS12"];
            const all = [...options, "-noprompt", "-deststorepass", PASSWORD, "-destkeystore", name, ...store];
            tool(
                "keytool",
                ["-importkeystore", "-srckeystore", "openssl.p12", "-srcstorepass", PASSWORD, ...all],
                folder,
            );
            keep(name, PASSWORD);
        };
        keytool("keytool.p12", "PKCS12", []);
        keytool("keytool.jks", "JKS", []);
        keytool("keytool-legacy.p12", "PKCS12", ["-J-Dkeystore.pkcs12.legacy"]);
        keytool("keytool-own-key.jks", "JKS", ["-srcalias", "client", "-destkeypass", "of the key"]);
        made.set("keytool-own-key.jks", { ...made.get("keytool-own-key.jks")!, keyPassword: "of the key" });
        const trust = (name: string, type: string, options: readonly string[] = []) => {
            for (const [alias, file] of [
                ["Plant", "root.pem"],
                ["other", "chain.pem"],
            ] as const) {
                const store = ["-keystore", name, "-storetype", type, "-storepass", PASSWORD];
                const given = ["-importcert", "-noprompt", "-alias", alias, "-file", file];
                tool("keytool", [...given, ...store, ...options], folder);
            }
            keep(name, PASSWORD);
        };
        trust("keytool-trust.p12", "PKCS12");
        trust("keytool-trust.jks", "JKS");
        trust("keytool-trust-legacy.p12", "PKCS12", ["-J-Dkeystore.pkcs12.legacy"]);
        const open = ["certProtectionAlgorithm", "macAlgorithm"].map((name) => `-J-Dkeystore.pkcs12.${name}=NONE`);
        trust("keytool-trust-open.p12", "PKCS12", open);
    });
    after(() => folder.remove());

    it("hold here what they hold for Java, with the right password, a wrong one and none", function () {
        this.timeout(60_000);
        const asked = [...made].flatMap(([name, question]): [string, Question][] => [
            [name, question],
            [`${name}, wrong password`, { ...question, password: "wrong one" }],
            [`${name}, wrong key password`, { ...question, keyPassword: "wrong one" }],
            [`${name}, no password`, { ...question, password: undefined }],
        ]);
        const answers = askJava(
            asked.map(([, question]) => question),
            folder,
        );
        for (const [index, [name, question]] of asked.entries()) agree(question, answers[index]!, name);
    });

    it("are refused where Java does not know their encryption", () => {
        for (const name of FOREIGN) {
            const { bytes, password } = made.get(name)!;
            assert.equal(verdictOf(bytes, password), "store-unsupported", name);
        }
    });

    it("open with their password, and give the key that was put in", () => {
        for (const [name, { bytes, password, keyPassword }] of made) {
            if (FOREIGN.includes(name)) continue;
            const [key] = keysOf(storeIn(readStore(bytes, password, { keyPassword })));
            const expected = name.includes("curve") ? SMALL.key : CLIENT.key;
            if (key) assert.ok(key.privateKey?.equals(expected), name);
            else assert.match(name, /trust|unmarked/);
        }
    });

    it("are told from one another: a missing mark, a key without encryption", () => {
        const codes = (name: string, property: "ssl.keystore" | "ssl.truststore") => {
            const { bytes, password } = made.get(name)!;
            return storeProblems(storeIn(readStore(bytes, password)), { property }).map(({ code }) => code);
        };
        assert.deepEqual(codes("openssl-unmarked.p12", "ssl.truststore"), ["trust-unmarked"]);
        assert.deepEqual(codes("openssl-plain-key.p12", "ssl.keystore"), ["key-plain"]);
        assert.deepEqual(codes("keytool-trust.p12", "ssl.truststore"), []);
        assert.deepEqual(codes("openssl-legacy.p12", "ssl.keystore"), []);
    });

    it("are refused in words where they are JCEKS", () => {
        const args = ["-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=a", "-storepass", PASSWORD];
        tool("keytool", [...args, "-keystore", "a.jceks", "-storetype", "JCEKS", "-keypass", PASSWORD], folder);
        assert.equal(verdictOf(readFileSync(join(folder.path, "a.jceks")), PASSWORD), "store-is-jceks");
    });

    it("are named twice where Java sees one entry only", () => {
        const twin = issue("plant root", { ca: true });
        const first = writeJksTrustStore({ caPem: ROOT.pem + twin.pem, password: PASSWORD });
        const renamed = Buffer.from(first.toString("latin1").replace("ca-2", "CA-1"), "latin1");
        const store = storeIn(readStore(renamed));
        const [problem] = storeProblems(store, { property: "ssl.truststore" });
        assert.equal(problem?.code, "store-entry-twice");
    });
});
