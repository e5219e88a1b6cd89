import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTestStack, type TestStack } from "../components/engine/testStack";
import { issue } from "../kafka/stores/issue";
import { reportsIn } from "../policies/engine/reports";
import { BOTH_PACKS } from "../support/programs";

const PACKS = BOTH_PACKS.flatMap((pack) => ["--policy-pack", pack]);
const AUTHORITY = issue("plant authority", { ca: true });
const CLIENT = issue("iot-rules", { by: AUTHORITY });

/** Files that users bring along. */
const FILES: Readonly<Record<string, string | Buffer>> = {
    "client.pem": CLIENT.pem,
    "client-key.pem": CLIENT.keyPem,
    "chain.pem": AUTHORITY.pem,
    "authority.pem": AUTHORITY.pem,
    "iot.keytab": Buffer.from([0x05, 0x02]),
};

/** Each program, with the settings that have no default or name a file. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    quickstart: {},
    "existing-cluster": {},
    "mutual-tls": { certificateFile: "client.pem", privateKeyFile: "client-key.pem", chainFile: "chain.pem" },
    "kerberos-self-managed": { keytabFile: "iot.keytab", authorityFile: "authority.pem" },
    "confluent-plain": { apiKey: "ABCDEFGHIJKLMNOP", apiSecret: "canary-api-secret" },
};

describe("the examples of pipelines", function () {
    this.timeout(5 * 60_000);
    let folder: string;
    const open: TestStack[] = [];
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-examples-"));
        for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
    });
    after(() => {
        for (const stack of open) stack.close();
        rmSync(folder, { recursive: true, force: true });
    });

    const stackOf = async (example: string, settings: Readonly<Record<string, string>>) => {
        const stack = await openTestStack(`../../../examples/${example}`);
        open.push(stack);
        for (const [key, value] of Object.entries(settings)) {
            const secret = key.endsWith("Secret") ? ["--secret"] : [];
            const text = value in FILES ? join(folder, value) : value;
            const { exitCode, stderr } = await stack.pulumi("config", "set", ...secret, key, text);
            assert.equal(exitCode, 0, stderr);
        }
        return stack;
    };
    const up = async (stack: TestStack, ...more: string[]) => {
        const { exitCode, stdout, stderr } = await stack.pulumi("up", "--yes", "--skip-preview", ...more);
        assert.equal(exitCode, 0, stdout + stderr);
        assert.doesNotMatch(stdout + stderr, /canary-|PRIVATE KEY/);
        return stdout;
    };
    const destroy = async (stack: TestStack) => {
        const { exitCode, stdout } = await stack.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(exitCode, 0, stdout);
        assert.deepEqual(await stack.resources(), []);
    };

    for (const [example, settings] of Object.entries(EXAMPLES)) {
        it(`${example} goes up without a finding, is left alone by a second update, and goes away`, async () => {
            const stack = await stackOf(example, settings);
            assert.deepEqual(reportsIn(await up(stack, ...PACKS)), []);
            await up(stack, "--expect-no-changes");
            await destroy(stack);
        });
    }

    it("adopt-raw-resources takes over rule and destination without replacing anything", async () => {
        const stack = await stackOf("adopt-raw-resources", { stage: "before" });
        await up(stack);
        const idsOf = async () =>
            (await stack.resources()).flatMap((resource) => {
                const { id } = resource as { id?: string };
                return /^aws:(iot|ec2|iam|secretsmanager)/.test(resource.type) && id ? [id] : [];
            });
        const before = await idsOf();
        const stdout = await up(stack, "--config", "adopt-raw-resources:stage=after", ...PACKS);
        assert.doesNotMatch(stdout, / (replaced|deleted) /);
        assert.deepEqual(
            [...stdout.matchAll(/ aws:\w+:(\w+) (\S+) updated /g)].map(([, type, name]) => `${type} ${name}`),
            ["TopicRule telemetry"],
        );
        assert.deepEqual(
            reportsIn(stdout).filter(({ level }) => level === "mandatory"),
            [],
        );
        const after = new Set(await idsOf());
        for (const id of before) assert.ok(after.has(id), id);
        await up(stack, "--config", "adopt-raw-resources:stage=after", "--expect-no-changes");
        await destroy(stack);
    });
});
