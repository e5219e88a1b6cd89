import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Output, runtime } from "@pulumi/pulumi";
import { IotKafkaPipeline, KafkaTopicRule, MskCluster, PipelineAlarms, VpcDestination } from "../../components";
import { awsMocks, MOCKED_RESOURCES } from "../../components/testing";
import { CALLS } from "../../components/testing/calls";
import { usedOfProviders } from "../support/madeTypes";
import { RULE, VPC } from "./samples";

/** The value of an output in a program under mocks. */
const resultOf = <T>(output: Output<T>) => new Promise<T>((resolve) => output.apply(resolve));
const ACCOUNT = "602911837465";

describe("mocks for unit tests of programs", () => {
    it("answer for every resource that a component makes, and for every function that one calls", () => {
        const { resources, functions } = usedOfProviders();
        assert.ok(resources.length > 25, String(resources));
        assert.deepEqual(
            resources.filter((type) => !MOCKED_RESOURCES.includes(type)),
            [],
        );
        assert.deepEqual(
            functions.filter((token) => !Object.hasOwn(CALLS, token)),
            [],
        );
    });

    it("mock nothing that no component makes", () => {
        const { resources, functions } = usedOfProviders();
        assert.deepEqual(
            MOCKED_RESOURCES.filter((type) => !resources.includes(type)),
            [],
        );
        assert.deepEqual(
            Object.keys(CALLS).filter((token) => !functions.includes(token)),
            [],
        );
    });

    it("give a pipeline the outputs that AWS would", async () => {
        await runtime.setMocks(awsMocks(), "plant", "dev");
        const pipeline = new IotKafkaPipeline("telemetry", {
            sql: "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
            topic: "telemetry",
            key: "${topic(2)}",
            network: "new",
        });
        for (const [output, form] of [
            [pipeline.ruleArn, /^arn:aws:iot:us-east-1:602911837465:rule\/plant_dev_telemetry$/],
            [pipeline.destinationArn, /^arn:aws:iot:us-east-1:602911837465:ruledestination\/vpc\/[0-9a-f-]{36}$/],
            [
                pipeline.clusterArn,
                /^arn:aws:kafka:us-east-1:602911837465:cluster\/plant-dev-telemetry-cluster\/[0-9a-f-]{36}-2$/,
            ],
            [pipeline.bootstrapServers, /^(b-\d\.[\w.-]+\.kafka\.us-east-1\.amazonaws\.com:9096,?){3}$/],
            [pipeline.secretArn, /^arn:aws:secretsmanager:[\w:-]+:secret:AmazonMSK_plant_dev_telemetry-\w{6}$/],
            [pipeline.vpcId, /^vpc-0[0-9a-f]{16}$/],
            [pipeline.securityGroupId, /^sg-0[0-9a-f]{16}$/],
            [pipeline.logGroupName, /^\/iot-kafka\/plant\/dev\/telemetry\/errors$/],
        ] as const) {
            assert.match(String(await resultOf(output as Output<unknown>)), form);
        }
        assert.equal((await resultOf(pipeline.subnetIds))?.length, 3);
    });

    it("keep to the Region, the partition and the account that are asked for", async () => {
        await runtime.setMocks(awsMocks({ region: "cn-north-1", account: "310987654321" }), "plant", "dev");
        const destination = new VpcDestination("plant", VPC);
        const cluster = new MskCluster("plant", { ...VPC, authentication: { iam: true } });
        const alarms = new PipelineAlarms("watch", { ruleName: "plant_telemetry" });
        assert.match(
            await resultOf(destination.roleArn),
            /^arn:aws-cn:iam::310987654321:role\/plant-dev-plant-interfaces$/,
        );
        assert.match(await resultOf(cluster.bootstrapServers), /\.kafka\.cn-north-1\.amazonaws\.com\.cn:9096/);
        assert.equal(await resultOf(cluster.bootstrapServersTls), undefined);
        const { idle } = await resultOf(alarms.alarmArns);
        assert.equal(idle, "arn:aws-cn:cloudwatch:cn-north-1:310987654321:alarm:plant-dev-watch-idle");
    });

    it("answer alike for one name, and differently for two", async () => {
        const idsOf = async () => {
            await runtime.setMocks(awsMocks(), "plant", "dev");
            const [one, other] = ["one", "other"].map((name) => new VpcDestination(name, VPC));
            return [await resultOf(one!.securityGroupId), await resultOf(other!.securityGroupId)];
        };
        const [first, second] = [await idsOf(), await idsOf()];
        assert.deepEqual(first, second);
        assert.notEqual(first[0], first[1]);
    });

    it("let a test answer otherwise", async () => {
        const mocks = awsMocks({
            resources: { "aws:iot/topicRule:TopicRule": ({ name }) => ({ arn: `rule ${name}` }) },
            calls: { "aws:ec2/getVpc:getVpc": () => ({ cidrBlock: "10.9.0.0/16" }) },
        });
        await runtime.setMocks(mocks, "plant", "dev");
        const rule = new KafkaTopicRule("telemetry", { ...RULE, errorAction: "none" });
        assert.equal(await resultOf(rule.ruleArn), "rule telemetry");
        assert.equal(await resultOf(rule.ruleName), "plant_dev_telemetry");
        const found = await mocks.call({ token: "aws:ec2/getVpc:getVpc", inputs: {} });
        assert.deepEqual(found, { cidrBlock: "10.9.0.0/16" });
    });

    it("take the URL and the ARN of a queue for errors from the test, as docs/testing.md says", async () => {
        const page = readFileSync(join(__dirname, "../../docs/testing.md"), "utf8");
        const [, text] = /"aws:sqs\/queue:Queue": \(\{ name \}\) => \(\{\s*url: `([^`$]+)\$\{name\}`,/.exec(page)!;
        const queue = ({ name }: { readonly name: string }) => ({
            url: text! + name,
            arn: `arn:aws:sqs:us-east-1:${ACCOUNT}:${name}`,
        });
        const made = { type: "aws:sqs/queue:Queue", name: "errors", inputs: {} };
        assert.equal((await awsMocks().newResource(made)).state.url, undefined);
        const mocks = awsMocks({ resources: { "aws:sqs/queue:Queue": queue } });
        const { url: queueUrl, arn: queueArn } = (await mocks.newResource(made)).state as ReturnType<typeof queue>;
        await runtime.setMocks(mocks, "plant", "dev");
        const rule = new KafkaTopicRule("telemetry", { ...RULE, errorAction: { sqs: { queueUrl, queueArn } } });
        assert.equal(await resultOf(rule.ruleName), "plant_dev_telemetry");
    });

    it("give a resource of the program's own its inputs, an id and an ARN", async () => {
        const mocks = awsMocks();
        const made = await mocks.newResource({
            type: "aws:sqs/queue:Queue",
            name: "errors",
            inputs: { fifoQueue: true },
        });
        assert.match(String(made.id), /^errors-[0-9a-f]{7}$/);
        assert.match(made.state.arn, new RegExp(`^arn:aws:sqs:us-east-1:${ACCOUNT}:errors-`));
        assert.equal(made.state.fifoQueue, true);
        const other = await mocks.newResource({ type: "tls:index/privateKey:PrivateKey", name: "key", inputs: {} });
        assert.equal("arn" in other.state, false);
    });
});
