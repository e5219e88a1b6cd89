import assert from "node:assert/strict";
import { reportsIn } from "../../../policies/engine/reports";
import { BOTH_PACKS } from "../../../support/programs";
import { openTestStack, type StateResource, type TestStack } from "../testStack";

const PACKS = BOTH_PACKS.flatMap((pack) => ["--policy-pack", pack]);
const RULE = "aws:iot/topicRule:TopicRule";
const ACCOUNT = "602911837465";

const nameOf = ({ urn }: StateResource) => urn.split("::").at(-1)!;

describe("rules of every kind, and their alarms, on the engine", function () {
    this.timeout(600_000);
    let stack: TestStack;
    before(async () => {
        stack = await openTestStack("rules");
    });
    after(() => stack.close());
    const up = (...more: string[]) => stack.pulumi("up", "--yes", "--skip-preview", ...more);
    let first: readonly StateResource[] = [];
    const inputsOf = (type: string, name: string, resources = first) => {
        const found = resources.filter((one) => one.type === type && nameOf(one) === name);
        assert.equal(found.length, 1, `${type} ${name}`);
        return found[0]!.inputs!;
    };

    it("are made without a finding but for what is said of a refused error action, and of one with secrets", async () => {
        const { exitCode, stdout } = await up(...PACKS);
        assert.equal(exitCode, 0, stdout);
        first = await stack.resources();
        const found = reportsIn(stdout).map(({ policy, resource }) => `${policy} ${resource}`);
        assert.deepEqual([...new Set(found)].sort(), [
            "error-action-external-function to-kafka",
            "error-action-present to-none",
        ]);
    });

    it("have exactly one error action, of the kind that was asked for", () => {
        const kinds = first
            .filter(({ type }) => type === RULE)
            .map((rule) => [
                nameOf(rule),
                ...Object.keys(rule.inputs!.errorAction ?? {}).filter((one) => one !== "__defaults"),
            ]);
        assert.deepEqual(Object.fromEntries(kinds.map(([name, ...rest]) => [name, rest.join()])), {
            "to-logs": "cloudwatchLogs",
            "to-existing": "cloudwatchLogs",
            "to-s3": "s3",
            "to-sqs": "sqs",
            "to-sns": "sns",
            "to-kinesis": "kinesis",
            "to-lambda": "lambda",
            "to-kafka": "kafka",
            "to-changed": "cloudwatchLogs",
            "to-none": "",
            many: "cloudwatchLogs",
            "china-logs": "cloudwatchLogs",
            "china-kinesis": "kinesis",
        });
    });

    it("let a function be called by the one rule, and a role send to the one target", () => {
        const permission = inputsOf("aws:lambda/permission:Permission", "to-lambda-errors-permission");
        assert.equal(permission.function, `arn:aws:lambda:us-east-1:${ACCOUNT}:function:errors`);
        assert.equal(permission.qualifier, "live");
        assert.equal(permission.sourceArn, `arn:aws:iot:us-east-1:${ACCOUNT}:rule/rules_dev_to_lambda`);
        const statements = (name: string) =>
            JSON.parse(inputsOf("aws:iam/rolePolicy:RolePolicy", `${name}-errors-policy`).policy).Statement;
        const [sqs, ...others] = statements("to-sqs");
        assert.deepEqual([sqs.Action, others], ["sqs:SendMessage", []]);
        assert.match(sqs.Resource, new RegExp(`^arn:aws:sqs:us-east-1:${ACCOUNT}:errors-\\w+$`));
    });

    it("keep to the partition of their Region", () => {
        const inChina = first.filter((one) => nameOf(one).startsWith("china"));
        assert.ok(inChina.length > 15, String(inChina.length));
        for (const one of inChina) assert.doesNotMatch(JSON.stringify(one.inputs ?? {}), /arn:aws:/, one.urn);
        const role = inputsOf("aws:iam/role:Role", "china-kinesis-errors-role");
        assert.match(role.assumeRolePolicy, /arn:aws-cn:iot:cn-north-1:/);
        const key = inputsOf("aws:kms/key:Key", "china-logs-errors-key");
        assert.match(key.policy, /"logs\.cn-north-1\.amazonaws\.com\.cn"/);
    });

    it("take what a transform makes of a rule", () => {
        assert.equal(inputsOf(RULE, "many").description, "written by a transform");
    });

    it("are left alone by a second update", async () => {
        const { exitCode, stdout } = await up("--expect-no-changes");
        assert.equal(exitCode, 0, stdout);
    });

    it("are changed in place, and have as many actions as are asked for", async () => {
        const { exitCode, stdout } = await up("--config", "rules:step=2");
        assert.equal(exitCode, 0, stdout);
        assert.doesNotMatch(stdout, /aws:\S+ \S+ replaced/);
        const second = await stack.resources();
        const { kafkas, sqs, republishes } = inputsOf(RULE, "many", second);
        assert.deepEqual(
            kafkas.map(({ topic, clientProperties }: { topic: string; clientProperties: Record<string, string> }) => [
                topic,
                clientProperties.acks,
            ]),
            [
                ["many", undefined],
                ["audit", "0"],
                ["many", undefined],
            ],
        );
        assert.deepEqual([sqs.length, republishes.length], [1, 1]);
        assert.deepEqual(
            Object.keys(inputsOf(RULE, "to-changed", second).errorAction).filter((one) => !one.startsWith("__")),
            ["sqs"],
        );
        // The log group goes with the error action that wrote to it; the role stays, and may now send.
        assert.ok(!second.some((one) => nameOf(one) === "to-changed-errors"));
        const policy = inputsOf("aws:iam/rolePolicy:RolePolicy", "to-changed-errors-policy", second).policy;
        assert.match(policy, /sqs:SendMessage/);
    });

    it("send their alarms to a topic that CloudWatch may publish to, with a key that it may use", () => {
        const topic = inputsOf("aws:sns/topic:Topic", "watch-alarms");
        const topicArn = `arn:aws:sns:us-east-1:${ACCOUNT}:rules-dev-watch-alarms`;
        const [, alarms] = JSON.parse(topic.policy).Statement;
        assert.deepEqual(
            [alarms.Principal.Service, alarms.Action, alarms.Resource],
            ["cloudwatch.amazonaws.com", "sns:Publish", topicArn],
        );
        const watching = first.filter((one) => one.type.endsWith(":MetricAlarm") && nameOf(one).startsWith("watch"));
        assert.equal(watching.length, 25);
        for (const { urn, inputs } of watching) {
            assert.deepEqual([inputs!.alarmActions, inputs!.okActions], [[topicArn], [topicArn]], urn);
        }
    });

    it("go away with everything", async () => {
        const { exitCode, stdout } = await stack.pulumi("destroy", "--yes", "--skip-preview");
        assert.equal(exitCode, 0, stdout);
        assert.deepEqual(await stack.resources(), []);
    });
});
