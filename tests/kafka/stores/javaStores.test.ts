import assert from "node:assert/strict";
import { isSecret, type Output, output, secret, unknown } from "@pulumi/pulumi";
import { type JavaKeyStoreArgs, javaKeyStore, javaTrustStore } from "../../../components";
import { readStoreText } from "../../../kafka/stores";
import { resolved, run } from "../../components/program";
import { issue } from "./issue";
import { CLIENT, MIDDLE, PASSWORD, ROOT, SEED, SMALL, storeIn, summary } from "./samples";

const ARGS: JavaKeyStoreArgs = {
    certificatePem: CLIENT.pem,
    privateKeyPem: secret(CLIENT.keyPem),
    chainPem: output(MIDDLE.pem + ROOT.pem),
    password: secret(PASSWORD),
    seed: SEED.toString("base64"),
};

interface Made {
    readonly value: string;
    readonly isSecret: boolean;
}

async function made(make: () => Output<string>): Promise<Made> {
    const { result, errors } = await run(async () => {
        const store = make();
        return { value: await resolved(store), isSecret: await isSecret(store) };
    });
    assert.deepEqual(errors, []);
    return result;
}

/** The message of what fails, which is all that the engine prints of it. */
async function failure(make: () => Output<string>): Promise<string> {
    const { errors } = await run(() => void make());
    assert.equal(errors.length, 1);
    assert.ok("__pulumiRunError" in errors[0]!, "the engine would print a stack trace");
    return errors[0]!.message;
}

describe("javaKeyStore", () => {
    for (const format of ["PKCS12", "JKS"] as const) {
        it(`makes a secret ${format} store, the same at every update`, async () => {
            const first = await made(() => javaKeyStore({ ...ARGS, format }));
            const second = await made(() => javaKeyStore({ ...ARGS, format: output(format) }));
            assert.deepEqual(second, first);
            assert.equal(first.isSecret, true);
            const store = storeIn(readStoreText(first.value, PASSWORD));
            assert.equal(store.format, format);
            assert.deepEqual(summary(store), ["key client: client <- plant authority <- plant root"]);
        });
    }

    it("is secret even where nothing that went in was marked as one", async () => {
        const plain = { ...ARGS, privateKeyPem: CLIENT.keyPem, password: PASSWORD };
        assert.equal((await made(() => javaKeyStore(plain))).isSecret, true);
    });

    it("is not known at preview while anything that goes in is not", async () => {
        const later = () => output(unknown as unknown as string);
        for (const name of ["certificatePem", "privateKeyPem", "chainPem", "password", "seed"] as const) {
            const { result, errors } = await run(
                async () => {
                    const store = javaKeyStore({ ...ARGS, [name]: later() });
                    return (store as unknown as { isKnown: Promise<boolean> }).isKnown;
                },
                { preview: true },
            );
            assert.deepEqual([result, errors], [false, []], name);
        }
    });

    it("refuses in words what would fail at the brokers, without a password or a key in them", async () => {
        const expired = issue("client", { by: MIDDLE, until: new Date("2024-01-01"), usages: ["1.3.6.1.5.5.7.3.1"] });
        const wrong = { ...ARGS, certificatePem: expired.pem, privateKeyPem: expired.keyPem };
        const message = await failure(() => javaKeyStore(wrong));
        assert.match(
            message,
            /^javaKeyStore\(\) makes no store:\n {2}certificate-not-for-clients: .*\n {4}Have it issued/,
        );
        assert.match(message, /certificate-expired: The certificate CN=client expired on 2024-01-01\./);
        const mismatch = await failure(() => javaKeyStore({ ...ARGS, privateKeyPem: SMALL.keyPem }));
        assert.match(mismatch, /key-mismatch: The private key belongs to none of the certificates given/);
        const format = await failure(() => javaKeyStore({ ...ARGS, format: "PEM" as never }));
        assert.match(format, /neither "PKCS12" nor "JKS"/);
        for (const text of [message, mismatch, format]) {
            assert.ok(!text.includes(PASSWORD) && !text.includes(SMALL.keyPem.split("\n")[1]!));
        }
    });
});

describe("javaTrustStore", () => {
    it("makes a store that needs no password and is no secret", async () => {
        for (const format of [undefined, "JKS"] as const) {
            const { value, isSecret } = await made(() => javaTrustStore({ caPem: ROOT.pem, format }));
            assert.equal(isSecret, false);
            assert.deepEqual(summary(storeIn(readStoreText(value))), ["trusted ca-1: plant root"]);
        }
    });

    it("makes the same store at every update, secret where its password is", async () => {
        const args = { caPem: ROOT.pem, password: secret(PASSWORD) };
        for (const seed of [undefined, SEED.toString("base64")]) {
            const first = await made(() => javaTrustStore({ ...args, seed }));
            assert.deepEqual(await made(() => javaTrustStore({ ...args, seed })), first);
            assert.equal(first.isSecret, true);
            assert.deepEqual(summary(storeIn(readStoreText(first.value, PASSWORD))), ["trusted ca-1: plant root"]);
        }
    });

    it("refuses a text without certificates", async () => {
        assert.match(
            await failure(() => javaTrustStore({ caPem: "" })),
            /certificate-missing: caPem holds no certificate/,
        );
    });
});
