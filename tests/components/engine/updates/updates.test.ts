import assert from "node:assert/strict";
import { openTestStack, type TestStack } from "../testStack";
import { ALL_CASES } from "./cases";

const MINUTE = 60_000;

/** How children are called that have the component's own name. */
const OWN: Readonly<Record<string, string>> = {
    TopicRule: "rule",
    TopicRuleDestination: "destination",
    Cluster: "cluster",
};

/** What is expected, by component and child. */
const EXPECTED = Object.fromEntries(
    Object.entries(ALL_CASES).flatMap(([component, cases]) =>
        Object.entries(cases).map(([name, { changes }]) => [`${component}_${name}`, changes]),
    ),
);

/** What became of each child, by component. */
function changesIn(stdout: string): Record<string, Record<string, string>> {
    const found: Record<string, Record<string, string>> = {};
    for (const name of Object.keys(EXPECTED)) found[name] = {};
    const lines = stdout.matchAll(/(?:aws|random):\w+:(\w+) (\S+) (updated|replaced|created|deleted) \(/g);
    for (const [, type, child, what] of lines) {
        const [component = "", ...rest] = child!.split("-");
        found[component]![rest.join("-") || OWN[type!]!] = what!;
    }
    return found;
}

describe("Updates of components on the engine", function () {
    this.timeout(15 * MINUTE);
    let stack: TestStack;
    before(async () => {
        stack = await openTestStack("updates");
    });
    after(() => stack.close());
    const up = (step: number, ...more: string[]) =>
        stack.pulumi("up", "--yes", "--skip-preview", "--config", `updates:step=${step}`, ...more);

    it("make each component once, and leave it alone the second time", async () => {
        const first = await up(0);
        assert.equal(first.exitCode, 0, first.stdout);
        const second = await up(0, "--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout);
    });

    it("change in place or replace what the components' pages say, for each argument", async () => {
        const changed = await up(1);
        assert.equal(changed.exitCode, 0, changed.stdout);
        assert.deepEqual(changesIn(changed.stdout), EXPECTED);
        const again = await up(1, "--expect-no-changes");
        assert.equal(again.exitCode, 0, again.stdout);
    });

    it("keep exactly the Kafka actions that are asked for in each rule, and one association for each secret and cluster", async () => {
        const resources = await stack.resources();
        const rules = resources.filter(({ type }) => type === "aws:iot/topicRule:TopicRule");
        assert.ok(rules.length > 50);
        for (const { urn, inputs } of rules) {
            const further = /::KafkaTopicRule_further\w*$/.test(urn) ? 1 : 0;
            assert.equal(inputs?.kafkas.length, 1 + further, urn);
        }
        const associations = resources.flatMap(({ type, inputs }) =>
            type.endsWith("SingleScramSecretAssociation") ? [`${inputs?.clusterArn} ${inputs?.secretArn}`] : [],
        );
        assert.ok(associations.length > 5);
        assert.equal(new Set(associations).size, associations.length);
    });

    it("leave nothing that cannot be deleted", async () => {
        const gone = await stack.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(gone.exitCode, 0, gone.stdout);
        assert.deepEqual(await stack.resources(), []);
    });
});
