import assert from "node:assert/strict";
import { openTestStack, type TestStack } from "./testStack";

const MINUTE = 60_000;

/** Children of credentials that are made anew when the Region changes; the association was none. */
const REGIONAL = ["secret", "secret-key", "secret-key-alias", "secret-policy", "secret-version"];
/** Children that go when a secret that exists is used, or authentication that is given. */
const MADE = [...REGIONAL, "password", "secret-role-decrypt"];

const all = (names: readonly string[], what: string) => Object.fromEntries(names.map((name) => [name, what]));

/** What an update of one argument does to the children that it changes at all, as the pages say. */
const CHANGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    // IotKafkaPipeline
    same: {},
    sql: { rule: "updated" },
    topic: { rule: "updated", topic: "replaced" },
    templated: { rule: "updated", topic: "deleted" },
    key: { rule: "updated" },
    partition: { rule: "updated" },
    headers: { rule: "updated" },
    acks: { rule: "updated" },
    compression: { rule: "updated" },
    serializers: { rule: "updated" },
    rulename: { rule: "replaced" },
    enabled: { rule: "updated" },
    description: { rule: "updated" },
    errors: {
        rule: "updated",
        ...all(["errors", "errors-key", "errors-role", "errors-policy"], "created"),
    },
    retention: { errors: "updated" },
    tags: { rule: "updated", secret: "updated", "secret-key": "updated", "secret-role": "updated" },
    partitions: { topic: "updated" },
    copies: { topic: "replaced" },
    configs: { topic: "updated" },
    adopted: { topic: "deleted" },
    destination: { rule: "updated" },
    brokers: { rule: "updated" },
    cluster: { topic: "replaced", association: "replaced" },
    credentials: {
        rule: "updated",
        ...all([...MADE, "association", "secret-role", "secret-role-read"], "deleted"),
    },
    subnets: { destination: "replaced", rule: "updated" },
    groups: {
        destination: "replaced",
        rule: "updated",
        ...all(["sg", "to-kafka", "within-kafka"], "deleted"),
    },
    opened: { "to-kafka": "updated", "into-kafka": "created" },
    region: { rule: "replaced", topic: "replaced" },
    storage: { cluster: "updated" },
    // KafkaCredentials
    nothing: {},
    username: { "secret-version": "replaced" },
    password: { "secret-version": "replaced", password: "deleted" },
    existing: { association: "replaced", "secret-role-read": "updated", ...all(MADE, "deleted") },
    ownkey: {
        secret: "updated",
        "secret-role-decrypt": "updated",
        ...all(["secret-key", "secret-key-alias"], "deleted"),
    },
    role: all(["secret-role", "secret-role-read", "secret-role-decrypt"], "deleted"),
    recovery: { secret: "updated" },
    moved: { association: "replaced" },
    alone: { association: "deleted" },
    home: {
        ...all(REGIONAL, "replaced"),
        ...all(["secret-role", "secret-role-read", "secret-role-decrypt"], "updated"),
    },
    tagged: { secret: "updated", "secret-key": "updated", "secret-role": "updated" },
};

/** What became of each child, by component; a child named as the component by its type. */
function changesIn(stdout: string): Record<string, Record<string, string>> {
    const found: Record<string, Record<string, string>> = Object.fromEntries(
        Object.keys(CHANGES).map((name) => [name, {}]),
    );
    const lines = stdout.matchAll(/(?:aws|random):\w+:(\w+) (\S+) (updated|replaced|created|deleted) \(/g);
    for (const [, type, resource, what] of lines) {
        const [component = "", ...rest] = resource!.split("-");
        const own = type === "TopicRuleDestination" ? "destination" : "rule";
        found[component]![rest.join("-") || own] = what!;
    }
    return found;
}

describe("Pipelines and credentials on the engine", function () {
    this.timeout(10 * MINUTE);
    let stack: TestStack;
    before(async () => {
        stack = await openTestStack("pipeline-updates");
    });
    after(() => stack.close());
    const up = (step: number, ...more: string[]) =>
        stack.pulumi("up", "--yes", "--skip-preview", "--config", `pipeline-updates:step=${step}`, ...more);

    it("are made, and left alone by a second update", async () => {
        const first = await up(0);
        assert.equal(first.exitCode, 0, first.stdout);
        const second = await up(0, "--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout);
    });

    it("change in place or are replaced as their pages say, for each argument", async () => {
        const changed = await up(1);
        assert.equal(changed.exitCode, 0, changed.stdout);
        assert.deepEqual(changesIn(changed.stdout), CHANGES);
        const again = await up(1, "--expect-no-changes");
        assert.equal(again.exitCode, 0, again.stdout);
    });

    it("keep exactly one Kafka action in each rule, and one association for each secret and cluster", async () => {
        const resources = await stack.resources();
        const rules = resources.filter(({ type }) => type === "aws:iot/topicRule:TopicRule");
        assert.ok(rules.length > 25);
        for (const { urn, inputs } of rules) assert.equal(inputs?.kafkas.length, 1, urn);
        const associations = resources.flatMap(({ type, inputs }) =>
            type.endsWith("SingleScramSecretAssociation") ? [`${inputs?.clusterArn} ${inputs?.secretArn}`] : [],
        );
        assert.equal(new Set(associations).size, associations.length);
    });

    it("go away", async () => {
        const gone = await stack.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(gone.exitCode, 0, gone.stdout);
        assert.deepEqual(await stack.resources(), []);
    });
});
