import assert from "node:assert/strict";
import { type Output, runtime } from "@pulumi/pulumi";
import { awsMocks } from "../../components/testing";
import { openTestStack, type TestStack } from "../components/engine/testStack";
import { reportsIn } from "../policies/engine/reports";
import { BOTH_PACKS, example } from "../support/programs";

const PACKS = BOTH_PACKS.flatMap((pack) => ["--policy-pack", pack]);
const LINES = 100;

describe("the example of many rules on one cluster", function () {
    this.timeout(600_000);
    let stack: TestStack;
    before(async () => {
        stack = await openTestStack(example("shared-cluster-many-rules"));
    });
    after(() => stack.close());

    it("goes up with both packs without a finding, with one resource for each rule", async () => {
        const { exitCode, stdout } = await stack.pulumi("up", "--yes", "--skip-preview", ...PACKS);
        assert.equal(exitCode, 0, stdout);
        assert.deepEqual(reportsIn(stdout), []);
        const made = await stack.resources();
        const count = (type: string) => made.filter((one) => one.type === type).length;
        assert.equal(count("aws:iot/topicRule:TopicRule"), LINES);
        assert.equal(count("aws:iot/topicRuleDestination:TopicRuleDestination"), 1);
        assert.equal(count("aws:secretsmanager/secret:Secret"), 1);
        assert.equal(count("aws:iam/role:Role"), 3);
        const perRule = made.filter(({ urn }) => /::line-\d+(-|$)/.test(urn)).length;
        assert.equal(perRule, 2 * LINES, "a component and its rule");
    });

    it("is left alone by a second update", async () => {
        const { exitCode, stdout } = await stack.pulumi("up", "--yes", "--skip-preview", "--expect-no-changes");
        assert.equal(exitCode, 0, stdout);
    });

    it("goes away with everything", async () => {
        const { exitCode, stdout } = await stack.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(exitCode, 0, stdout);
        assert.deepEqual(await stack.resources(), []);
    });

    it("runs in a unit test, without an engine", async () => {
        // The queue is the program's own, so the test says what is known of it beside its ARN.
        const url = "https://sqs.us-east-1.amazonaws.com/602911837465/errors";
        const queue = () => ({ url, arn: "arn:aws:sqs:us-east-1:602911837465:errors" });
        const mocks = awsMocks({ resources: { "aws:sqs/queue:Queue": queue } });
        await runtime.setMocks(mocks, "shared-cluster-many-rules", "dev");
        const program = await import("../../examples/shared-cluster-many-rules/index.js");
        const resultOf = <T>(output: Output<T>) => new Promise<T>((resolve) => output.apply(resolve));
        assert.equal(program.ruleNames.length, LINES);
        assert.equal(await resultOf(program.ruleNames[99]!), "shared_cluster_many_rules_dev_line_100");
    });
});
