import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { openTestStack, type TestStack } from "./testStack";

const MINUTE = 60_000;

describe("components on the engine", function () {
    this.timeout(5 * MINUTE);
    const open: TestStack[] = [];
    const stackOf = async (program: string) => {
        const stack = await openTestStack(program);
        open.push(stack);
        return stack;
    };
    after(() => {
        for (const stack of open) stack.close();
    });

    it("are made, are left alone by a second update, and are deleted in an order that AWS can follow", async () => {
        const stack = await stackOf("whole");
        const first = await stack.pulumi("up", "--yes", "--skip-preview");
        assert.equal(first.exitCode, 0, first.stdout);
        assert.match(first.stdout, /\+ 26 created/);
        const second = await stack.pulumi("up", "--yes", "--skip-preview", "--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout);
        assert.match(second.stdout, /26 unchanged/);
        const gone = await stack.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(gone.exitCode, 0, gone.stdout);
        const deleted = [...gone.stdout.matchAll(/ - {2}aws:(\S+) (\S+) deleted /g)].map(
            ([, type, name]) => `${type} ${name}`,
        );
        const destination = deleted.indexOf("iot:TopicRuleDestination plant");
        assert.ok(destination > deleted.indexOf("iot:TopicRule telemetry"));
        for (const needed of [
            "iam:RolePolicy plant-role-policy",
            "iam:Role plant-role",
            "vpc:SecurityGroupEgressRule plant-to-kafka",
            "vpc:SecurityGroupIngressRule plant-into-kdc-udp",
            "ec2:SecurityGroup plant-sg",
        ]) {
            assert.ok(deleted.indexOf(needed) > destination, `${needed} is deleted before the destination`);
        }
    });

    it("show no secret, and write none to the state in clear text", async () => {
        const stack = await stackOf("canary");
        const preview = await stack.pulumi("preview", "--diff");
        const up = await stack.pulumi("up", "--yes");
        assert.equal(up.exitCode, 0, up.stdout);
        const again = await stack.pulumi("up", "--yes", "--diff");
        const exported = await stack.pulumi("stack", "export");
        const state = stack.stateText();
        assert.ok(/"ciphertext":/.test(state), "the state holds the secrets, encrypted");
        assert.match(again.stdout, /\d+ unchanged/);
        const places = [preview, up, again, exported].map(({ stdout, stderr }) => stdout + stderr);
        for (const text of [...places, state]) {
            assert.equal(/canary-(?!dev)[\w-]*/.exec(text), null);
            assert.ok(!text.includes(Buffer.from("canary-truststore").toString("base64")));
        }
    });

    for (const [program, count] of [
        ["refused", 3],
        ["refused-later", 2],
    ] as const) {
        it(`print every mistake in one block without a stack trace: ${program}`, async () => {
            const stack = await stackOf(program);
            const { exitCode, stdout, stderr } = await stack.pulumi("preview");
            assert.notEqual(exitCode, 0);
            const diagnostics = stdout.slice(stdout.indexOf("Diagnostics:"));
            assert.equal(diagnostics.match(/^ +error: /gm)?.length, 1, stdout);
            assert.match(
                diagnostics,
                /iotkafka:index:KafkaTopicRule \(telemetry\):\n +error: The arguments of telemetry have/,
            );
            const named = [...diagnostics.matchAll(/\[mandatory\] (\S+) at (\S+)/g)].map(([, id]) => id);
            assert.ok(named.length >= count && new Set(named).size === named.length, String(named));
            assert.ok(named.includes("acks-value") && named.includes("rule-name"));
            assert.doesNotMatch(stdout + stderr, /\n\s+at \S+|unhandled|serializing|canary-/);
            assert.doesNotMatch(stdout, /\+ {2}aws:iot:TopicRule /);
        });
    }

    it("leave nothing in the folder of a program", () => {
        const programs = resolve(__dirname, "..", "..", "fixtures", "components");
        for (const program of readdirSync(programs)) {
            assert.equal(existsSync(resolve(programs, program, "Pulumi.dev.yaml")), false, program);
        }
    });
});
