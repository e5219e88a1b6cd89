import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { keysOf, readStore, storeProblems, writeJksTrustStore } from "../../../kafka/stores";
import { agree } from "./agree";
import { issue } from "./issue";
import { CLIENT, MIDDLE, PASSWORD, ROOT, SMALL, STRANGER, storeIn, verdictOf } from "./samples";
import { askJava, type Question, tool, type WorkFolder, workFolder } from "./tools";

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
