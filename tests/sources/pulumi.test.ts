import assert from "node:assert/strict";
import { UNKNOWN } from "../../constraints";
import { readSource } from "../../sources";
import { findingsIn, fixture, mandatoryIn, readFixture, readValue } from "./read";

const URN = "urn:pulumi:dev::p::aws:iot/topicRule:TopicRule::r";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const UNKNOWN_MARK = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The document of an export with one rule. */
function exported(inputs: object, more: object = {}) {
    const state = { urn: URN, custom: true, type: "aws:iot/topicRule:TopicRule", id: "r", inputs, ...more };
    return readValue({ version: 3, deployment: { manifest: {}, resources: [state] } });
}

function valuesOf(inputs: object, more: object = {}) {
    return exported(inputs, more).resources[0]!.facts.values;
}

describe("a Pulumi stack", () => {
    for (const name of ["pulumi/plant.export.json", "pulumi/plant.preview.json", "pulumi/founding-page.export.json"]) {
        it(`has no mandatory finding in ${name}`, () => assert.deepEqual(mandatoryIn(readFixture(name)), []));
    }

    it("is judged by its inputs, and named by its outputs", () => {
        const outputs = { arn: "arn:aws:iot:us-east-1:209876543210:rule/r", sql: "other" };
        assert.deepEqual(valuesOf({ sql: "SELECT 1", __defaults: ["x"] }, { outputs }), {
            id: "r",
            arn: outputs.arn,
            sql: "SELECT 1",
        });
    });

    it("has what the engine does not know yet as unknown, alone or in a text", () => {
        assert.equal(valuesOf({ sql: UNKNOWN_MARK }).sql, UNKNOWN);
        assert.equal(valuesOf({ sql: `a ${UNKNOWN_MARK}` }).sql, UNKNOWN);
        assert.equal(valuesOf({ sql: "[secret]" }).sql, UNKNOWN);
        assert.equal(valuesOf({ sql: "a [secret]" }).sql, "a [secret]");
    });

    it("has a secret where it stands in plain text, and leaves it open where it does not", () => {
        const secret = (text: object) => ({ [SIGNATURE]: SECRET, ...text });
        assert.deepEqual(valuesOf({ kafkas: secret({ plaintext: '[{"topic":"t"}]' }) }).kafkas, [{ topic: "t" }]);
        for (const hidden of [{ ciphertext: "v1:x" }, { plaintext: "[" }, {}]) {
            assert.equal(valuesOf({ kafkas: secret(hidden) }).kafkas, UNKNOWN);
        }
        assert.equal(valuesOf({ sql: { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17" } }).sql, UNKNOWN);
    });

    it("names a rule whose actions are hidden, and how to show them", () => {
        const { notEvaluated } = exported({ kafkas: { [SIGNATURE]: SECRET, ciphertext: "v1:x" } });
        assert.deepEqual(
            notEvaluated.map(({ resource, reason }) => [resource, /--show-secrets/.test(reason)]),
            [[URN, true]],
        );
    });

    it("leaves out what is replaced already and what is only read", () => {
        assert.deepEqual(exported({}, { delete: true }).resources, []);
        assert.deepEqual(exported({}, { external: true }).resources, []);
        const step = (op: string) => ({
            op,
            urn: URN,
            newState: { urn: URN, type: "aws:iot/topicRule:TopicRule", inputs: {} },
        });
        const steps = ["create-replacement", "replace", "delete-replaced"].map(step);
        assert.equal(readValue({ steps, changeSummary: {} }).resources.length, 1);
        assert.equal(readValue({ steps: [step("delete")], changeSummary: {} }).resources.length, 0);
    });

    it("tells the Region of each provider, and what each resource hangs on", () => {
        const { resources } = readFixture("pulumi/plant.export.json");
        const rule = resources.find(({ type }) => type === "aws:iot/topicRule:TopicRule")!;
        assert.equal(rule.facts.region, "us-east-1");
        assert.ok(rule.facts.references!.kafkas!.some((id) => id.endsWith("TopicRuleDestination::plant")));
        assert.ok(rule.facts.dependencies!.some((id) => id.endsWith("SingleScramSecretAssociation::plant")));
    });

    it("in the file of the engine's own backend is read, too", () => {
        const resources = [{ urn: URN, type: "aws:iot/topicRule:TopicRule", inputs: {} }];
        const document = readValue({ version: 3, checkpoint: { stack: "dev", latest: { resources } } });
        assert.deepEqual([document.format, document.resources.length], ["pulumi-export", 1]);
    });

    it("points at a value, and at the secret that holds it", () => {
        const name = "pulumi/plant.preview.json";
        const rule = readFixture(name).resources.find(({ type }) => type === "aws:iot/topicRule:TopicRule")!;
        const path = ["kafkas", 0, "clientProperties", "acks"];
        const { line, column } = rule.locate(path);
        assert.match(
            fixture(name)
                .split("\n")
                [line - 1]!.slice(column - 1),
            /^"1"/,
        );
        const secret = readFixture("pulumi/founding-page.export.json").resources[0]!;
        const place = secret.locate(["kafkas", 0, "topic"]);
        assert.match(fixture("pulumi/founding-page.export.json").split("\n")[place.line - 1]!, /"kafkas": \{$/);
        assert.equal(secret.spell(["kafkas", 0, "topic"]), "kafkas[0].topic");
    });

    it("with a mistake in it has the finding at the resource to change", () => {
        const text = fixture("pulumi/plant.preview.json").replaceAll(',\\"ec2:DescribeSecurityGroups\\"', "");
        const found = findingsIn([readSource({ file: "p.json", text })]).filter(({ level }) => level === "mandatory");
        assert.deepEqual(
            found.map(({ constraint, spelled }) => [constraint, spelled]),
            [["interface-role-actions", "policy"]],
        );
    });
});
