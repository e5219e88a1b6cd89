import assert from "node:assert/strict";
import { readSource } from "../../sources";
import { findingsIn, fixture, mandatoryIn, readFixture, readValue } from "./read";

const COMPUTED = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("what Pulumi prints of a preview", () => {
    it("is judged alike as JSON, as a log of events and as a saved plan", () => {
        const [events, plan] = ["pulumi/raw-rule.events.json", "pulumi/raw-rule.plan.json"].map(readFixture);
        assert.deepEqual([events!.format, plan!.format], ["pulumi-events", "pulumi-plan"]);
        const found = mandatoryIn(events!);
        assert.ok(found.includes("sql-syntax") && found.includes("destination-arn") && found.length > 10);
        assert.deepEqual(mandatoryIn(plan!), found);
        const regions = [events!, plan!].map(({ resources }) => resources[0]!.facts.region);
        assert.deepEqual(regions, ["us-east-1", "us-east-1"]);
    });

    it("points into the line of the event, and to the value in the plan", () => {
        for (const name of ["pulumi/raw-rule.events.json", "pulumi/raw-rule.plan.json"]) {
            const [finding] = findingsIn([readFixture(name)]).filter(({ constraint }) => constraint === "topic-name");
            assert.equal(finding!.spelled, "kafkas[0].topic");
            const line = fixture(name).split("\n")[finding!.line - 1]!;
            assert.ok(line.slice(finding!.column - 1).startsWith('"plant telemetry!!"'), name);
        }
    });

    it("as a log that is cut off is judged as far as it goes, and its last line is told", () => {
        const text = fixture("pulumi/raw-rule.events.json").trimEnd().slice(0, -40);
        const { resources, problems } = readSource({ file: "log", text });
        assert.ok(resources.length > 0);
        assert.equal(problems.length, 1);
        assert.equal(problems[0]!.line, text.split("\n").length);
        assert.match(problems[0]!.message, /^This is no JSON: expected .*the end of the file\.$/);
    });

    it("as a plan lists what it only changes as not judged", () => {
        const text = fixture("pulumi/raw-rule.plan.json").replace('"create"', '"update"');
        const { resources, notEvaluated } = readSource({ file: "plan", text });
        assert.deepEqual(resources, []);
        assert.match(notEvaluated[0]!.reason, /a plan holds only what changes/);
    });
});

describe("a computed destination in a preview", () => {
    const urn = (type: string, name: string) => `urn:pulumi:dev::plant::${type}::${name}`;
    const RULE = "aws:iot/topicRule:TopicRule";
    function preview(arn: unknown, made: readonly string[], more: Record<string, unknown> = {}) {
        const urns = made.map((type) => urn(type, "plant"));
        const resources = made.map((type) => ({ urn: urn(type, "plant"), type, inputs: {}, dependencies: [] }));
        const kafkas = [{ topic: "a", destinationArn: arn, clientProperties: { acks: "1" } }];
        const inputs = { name: "r", enabled: true, sql: "SELECT * FROM 'a'", sqlVersion: "2016-03-23", kafkas };
        const rule = { urn: urn(RULE, "r"), type: RULE, inputs, propertyDependencies: { kafkas: urns }, ...more };
        const steps = [...resources, rule].map((newState) => ({ op: "create", urn: newState.urn, newState }));
        return findingsIn([readValue({ steps })]).filter(({ constraint }) => constraint === "destination-arn-output");
    }

    it("that hangs on a cluster and no destination is found", () => {
        const [found] = preview(COMPUTED, ["aws:msk/cluster:Cluster", "aws:iam/role:Role"]);
        assert.match(found!.message, /^The destination is an output of the Amazon MSK cluster plant, not/);
    });

    it("is left open where it may be something else", () => {
        const cluster = "aws:msk/cluster:Cluster";
        assert.deepEqual(preview(COMPUTED, [cluster, "aws:iot/topicRuleDestination:TopicRuleDestination"]), []);
        assert.deepEqual(preview(COMPUTED, [cluster, "pulumi:pulumi:StackReference"]), []);
        assert.deepEqual(preview("[secret]", [cluster]), []);
    });
});
