import assert from "node:assert/strict";
import { openTestStack, type TestStack } from "./testStack";

const MINUTE = 60_000;

/** What an update does to the children that it changes at all; `cluster` is the one named as the component. */
const CHANGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    same: {},
    vpc: { sg: "replaced", cluster: "replaced" },
    subnets: { cluster: "replaced" },
    name: { cluster: "replaced", "topic-a": "replaced" },
    version: { cluster: "updated" },
    lowered: { cluster: "replaced" },
    type: { cluster: "updated" },
    express: { cluster: "updated" },
    brokers: { cluster: "updated" },
    storage: { cluster: "updated" },
    login: { cluster: "updated" },
    iam: { cluster: "updated" },
    retention: { logs: "updated" },
    silent: { cluster: "updated", logs: "deleted" },
    monitoring: { cluster: "updated" },
    key: { cluster: "replaced", logs: "updated", key: "deleted", "key-alias": "deleted" },
    groups: { cluster: "replaced", sg: "deleted" },
    properties: { configuration: "updated", cluster: "updated" },
    region: {
        ...{ cluster: "replaced", sg: "replaced", key: "replaced", "key-alias": "replaced", logs: "replaced" },
        ...{ configuration: "replaced", "topic-a": "replaced" },
    },
    tags: { cluster: "updated", sg: "updated", key: "updated", logs: "updated" },
    topics: {
        ...{ "topic-more": "updated", "topic-copies": "replaced", "topic-settings": "updated" },
        ...{ "topic-gone": "deleted", "topic-fresh": "created" },
    },
};

/** What became of each child, by component. */
function changesIn(stdout: string): Record<string, Record<string, string>> {
    const found: Record<string, Record<string, string>> = Object.fromEntries(
        Object.keys(CHANGES).map((name) => [name, {}]),
    );
    for (const [, resource, what] of stdout.matchAll(/aws:\S+ (\S+) (updated|replaced|created|deleted) \(/g)) {
        const [component = "", ...rest] = resource!.split("-");
        found[component]![rest.join("-") || "cluster"] = what!;
    }
    return found;
}

describe("MskCluster on the engine", function () {
    this.timeout(10 * MINUTE);
    let stack: TestStack;
    before(async () => {
        stack = await openTestStack("msk-cluster");
    });
    after(() => stack.close());
    const up = (step: number, ...more: string[]) =>
        stack.pulumi("up", "--yes", "--skip-preview", "--config", `msk-cluster:step=${step}`, ...more);

    it("is made, and left alone by a second update", async () => {
        const first = await up(0);
        assert.equal(first.exitCode, 0, first.stdout);
        const second = await up(0, "--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout);
    });

    it("changes in place or is replaced as its page says, for each argument", async () => {
        const changed = await up(1);
        assert.equal(changed.exitCode, 0, changed.stdout);
        assert.deepEqual(changesIn(changed.stdout), CHANGES);
        const again = await up(1, "--expect-no-changes");
        assert.equal(again.exitCode, 0, again.stdout);
    });

    it("tells what AWS refuses to change, and is itself again afterwards", async () => {
        const refused = await up(2, "--continue-on-error");
        assert.notEqual(refused.exitCode, 0);
        for (const words of [
            /Unsupported update from KafkaVersion \[3\.9\.x\.kraft\] to \[3\.9\.x\]/,
            /The broker type cannot be changed from \[kafka\.m7g\.xlarge\] to \[express\.m7g\.large\]/,
            /storage volume size must be larger/,
            /number of broker nodes cannot be reduced/,
            /partition count of a topic cannot be reduced/,
        ]) {
            assert.match(refused.stdout, words);
        }
        const repaired = await up(1);
        assert.equal(repaired.exitCode, 0, repaired.stdout);
    });

    it("goes away, topics before their clusters and clusters before what they use", async () => {
        const gone = await stack.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(gone.exitCode, 0, gone.stdout);
        const deleted = [...gone.stdout.matchAll(/ - {2}aws:(\S+) (\S+) deleted /g)].map(([, , name]) => name!);
        for (const [earlier, later] of [
            ["same-topic-a", "same"],
            ["same", "same-sg"],
            ["same", "same-configuration"],
            ["same", "same-logs"],
            ["same", "same-key"],
        ] as const) {
            assert.ok(deleted.indexOf(earlier) < deleted.indexOf(later), `${earlier} after ${later}`);
        }
    });
});
