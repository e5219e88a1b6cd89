import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openSandbox, type Sandbox } from "../../../sandbox";
import { ruleWith } from "./mistakes";
import { LATER, NEW_DESTINATION, type Program, writeProgram, writeRules } from "./program";
import { reportsIn } from "./reports";

/** As users have them: in an installed package, by whatever name it is found. */
const PACKS = ["required", "recommended"].map((name) =>
    resolve(__dirname, "../../../node_modules/pulumi-iot-kafka/policies", name),
);
/** That of the ARNs in the rules. */
const ACCOUNT = { IOT_KAFKA_SANDBOX_ACCOUNT_ID: "209876543210" };
const CLOSING = /^ +(iot-kafka-\w+): judged (\d+), undetermined (\d+), not judged (\d+)$/gm;

describe("both packs in a real update", () => {
    let program: Program;
    let sandbox: Sandbox;

    const configured = (configuration: object) => {
        const file = join(program.folder, "policies.json");
        writeFileSync(file, JSON.stringify(configuration));
        return PACKS.flatMap(() => ["--policy-pack-config", file]);
    };

    before(async function () {
        this.timeout(300_000);
        sandbox = await openSandbox();
        program = writeProgram({
            telemetry: ruleWith({ destinationArn: NEW_DESTINATION }, {}, { name: "plant_update" }),
        });
    });
    after(async function () {
        this.timeout(60_000);
        if (program) await sandbox.destroy(program.folder);
        program?.remove();
    });

    it("let a correct program pass, and close both its preview and its update with a line for each pack", async () => {
        const { exitCode, stdout } = await sandbox.up(program.folder, { packs: PACKS, environment: ACCOUNT });
        assert.equal(exitCode, 0, stdout);
        const closed = [...stdout.matchAll(CLOSING)].map(([, pack]) => pack);
        const each = ["iot-kafka-recommended", "iot-kafka-required"];
        assert.deepEqual(closed.sort(), [...each, ...each].sort());
    }).timeout(120_000);

    it("know in the update what was unknown in the preview", async () => {
        const { stdout } = await sandbox.preview(program.folder, {
            packs: PACKS,
            environment: ACCOUNT,
            args: configured({ "report-undetermined": "advisory" }),
        });
        assert.doesNotMatch(stdout, /undetermined .* at kafkas\[0\]\.destinationArn/);
    }).timeout(60_000);

    it("take one configuration for both, with options and exceptions of the policies of either", async () => {
        const { exitCode, stdout } = await sandbox.preview(program.folder, {
            packs: PACKS,
            environment: ACCOUNT,
            args: configured({
                "acks-value": { allowed: ["0"] },
                "sql-version": { exclude: ["nothing"] },
                "error-action-present": { exclude: ["nothing"] },
            }),
        });
        assert.notEqual(exitCode, 0);
        assert.deepEqual(
            reportsIn(stdout)
                .filter(({ level }) => level === "mandatory")
                .map(({ policy, resource }) => [policy, resource]),
            [["acks-value", "telemetry"]],
        );
    }).timeout(60_000);

    it("are refused a configuration that breaks its schema", async () => {
        const { exitCode, stdout, stderr } = await sandbox.preview(program.folder, {
            packs: PACKS,
            environment: ACCOUNT,
            args: configured({ "acks-value": { suppress: [{ match: "telemetry" }] } }),
        });
        assert.notEqual(exitCode, 0);
        assert.match(stdout + stderr, /acks-value: suppress\.0: reason is required/);
    }).timeout(60_000);

    it("stop a rule before it is made whose mistakes no preview could know", async () => {
        const mistaken = ruleWith(
            { destinationArn: NEW_DESTINATION, topic: `${LATER}a topic` },
            { acks: `${LATER}2` },
            { name: "plant_mistaken" },
        );
        const correct = ruleWith(
            { destinationArn: NEW_DESTINATION, topic: `${LATER}telemetry` },
            {},
            { name: "plant_correct" },
        );
        writeRules(program.folder, { mistaken, correct });
        const { exitCode, stdout } = await sandbox.up(program.folder, { packs: PACKS, environment: ACCOUNT });
        const [previewed = "", updated = ""] = stdout.split(/^Updating \(/m);
        const mandatoryIn = (output: string) =>
            reportsIn(output)
                .filter(({ level }) => level === "mandatory")
                .map(({ policy, resource, path }) => `${policy} ${resource} ${path}`);
        assert.deepEqual(mandatoryIn(previewed), []);
        assert.deepEqual(mandatoryIn(updated), [
            "acks-value mistaken kafkas[0].clientProperties.acks",
            "topic-name mistaken kafkas[0].topic",
        ]);
        assert.notEqual(exitCode, 0);
        assert.match(updated, /\+ +aws:iot:TopicRuleDestination another created/);
        assert.doesNotMatch(updated, /aws:iot:TopicRule mistaken creat/);
    }).timeout(120_000);
});
