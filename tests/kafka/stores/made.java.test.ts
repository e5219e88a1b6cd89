import assert from "node:assert/strict";
import fc from "fast-check";
import {
    writeJksKeyStore,
    writeJksTrustStore,
    writePkcs12KeyStore,
    writePkcs12TrustStore,
} from "../../../kafka/stores";
import { agree } from "./agree";
import { CLIENT, CONTENT, MIDDLE, PASSWORD, ROOT, SMALL, STRANGER, verdictOf } from "./samples";
import { askJava, type Question, tool, type WorkFolder, workFolder } from "./tools";

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
