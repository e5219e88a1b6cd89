import assert from "node:assert/strict";
import { openTestStack, type TestStack } from "./testStack";

const MINUTE = 60_000;

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
        const first = await up(1);
        assert.equal(first.exitCode, 0, first.stdout);
        const second = await up(1, "--expect-no-changes");
        assert.equal(second.exitCode, 0, second.stdout);
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
        assert.match(
            refused.stdout,
            /error: MskCluster storage: the cluster "storage" could not be changed\.\n +Probable cause: Amazon MSK does not change/,
        );
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
