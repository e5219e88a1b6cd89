import assert from "node:assert/strict";
import { readStoreText } from "../../../../kafka/stores";
import { openTestStack, type TestStack } from "../../../components/engine/testStack";
import { issue } from "../issue";
import { MIDDLE, ROOT, SMALL, storeIn, summary } from "../samples";

describe("key stores on the engine", function () {
    this.timeout(5 * 60_000);
    let stack: TestStack;
    before(async () => {
        stack = await openTestStack("../../kafka/stores/engine/program");
        await configure("certificate", SMALL.pem);
        await configure("authorities", MIDDLE.pem + ROOT.pem);
        await configure("key", SMALL.keyPem, "--secret");
    });
    after(() => stack?.close());

    const configure = async (name: string, text: string, ...options: string[]) => {
        const { exitCode, stderr } = await stack.pulumi(
            "config",
            "set",
            ...options,
            name,
            Buffer.from(text).toString("base64"),
        );
        assert.equal(exitCode, 0, stderr);
    };
    const up = (...options: string[]) => stack.pulumi("up", "--yes", "--skip-preview", ...options);

    it("are made once, and left alone by a second update", async () => {
        const planned = await stack.pulumi("preview");
        assert.equal(planned.exitCode, 0, planned.stdout + planned.stderr);
        const first = await up();
        assert.equal(first.exitCode, 0, first.stdout + first.stderr);
        assert.match(first.stdout, /\+ 5 created/);
        const second = await up("--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout + second.stderr);
    });

    it("are readable where they are not secret, and encrypted in the state where they are", async () => {
        const state = JSON.parse(stack.stateText());
        const { resources } = state.checkpoint.latest;
        const ofType = (name: string) => resources.find(({ type }: { type: string }) => type.endsWith(`:${name}`));
        assert.deepEqual(summary(storeIn(readStoreText(ofType("Stack").outputs.trustStore))), [
            "trusted ca-1: plant authority",
            "trusted ca-2: plant root",
        ]);
        assert.ok(ofType("SecretVersion").inputs.secretBinary.ciphertext);
        assert.ok(!stack.stateText().includes(SMALL.keyPem.split("\n")[1]!));
    });

    it("change the value of the secret and nothing else when the certificate is another", async () => {
        const renewed = issue(SMALL.name, { by: MIDDLE, key: SMALL.key, serial: 77 });
        await configure("certificate", renewed.pem);
        const changed = await up();
        assert.equal(changed.exitCode, 0, changed.stdout + changed.stderr);
        const lines = changed.stdout.split("\n").filter((line) => / aws:| random:/.test(line));
        assert.ok(lines.length > 0 && lines.every((line) => line.includes("SecretVersion")), changed.stdout);
        assert.match(changed.stdout, /4 unchanged/);
    });

    it("stop the update in words, without a stack trace and without a secret", async () => {
        const expired = issue(SMALL.name, { by: MIDDLE, key: SMALL.key, until: new Date("2024-01-01") });
        await configure("certificate", expired.pem);
        const { exitCode, stdout, stderr } = await up();
        assert.notEqual(exitCode, 0);
        const said = stdout + stderr;
        assert.match(
            said,
            /error: javaKeyStore\(\) makes no store:\s+certificate-expired: The certificate CN=small client expired on 2024-01-01\./,
        );
        assert.doesNotMatch(said, /\n\s+at |PRIVATE KEY/);
        assert.ok(!said.includes(SMALL.keyPem.split("\n")[1]!));
    });
});
