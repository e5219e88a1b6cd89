import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { type ErrorAction, KafkaTopicRule, type KafkaTopicRuleArgs } from "../../components";
import { resolved, run } from "./program";
import { DESTINATION, KERBEROS, OWN, ROLE, RULE } from "./samples";

const TOPIC_RULE = "aws:iot/topicRule:TopicRule";
const ACCOUNT = "209876543210";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e`;
const QUEUE_URL = `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/errors`;
const QUEUE = { queueUrl: QUEUE_URL, queueArn: `arn:aws:sqs:us-east-1:${ACCOUNT}:errors` };
const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:errors`;
const FUNCTION = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:errors`;
const ELSEWHERE = {
    destinationArn: DESTINATION.replace("7b1f3c52", "8c2f4d63"),
    bootstrapServers: "kafka-2.plant.example:9093",
};

const make = (errorAction: ErrorAction, more: Partial<KafkaTopicRuleArgs> = {}) =>
    new KafkaTopicRule("telemetry", { ...OWN, errorAction, ...more });
const refused = async (errorAction: unknown): Promise<string> => {
    const { errors } = await run(() => {
        try {
            make(errorAction as ErrorAction, { region: "us-east-1" });
        } catch (error) {
            return Promise.reject(error);
        }
        return Promise.resolve();
    }).catch((error: Error) => ({ errors: [error] }));
    return errors.map(({ message }) => message).join("\n");
};

describe("the error action of a KafkaTopicRule", () => {
    const roleArn = "arn:aws:made:us-east-1:209876543210:aws:iam/role:Role/telemetry-errors-role";
    const kinds: readonly [title: string, ErrorAction, written: object, statements: object[]][] = [
        [
            "a log group that exists",
            { logs: { existingLogGroupName: "/plant/errors" } },
            { cloudwatchLogs: { logGroupName: "/plant/errors", roleArn } },
            [
                {
                    Effect: "Allow",
                    Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                    Resource: ["", ":*"].map(
                        (end) => `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/plant/errors${end}`,
                    ),
                },
            ],
        ],
        [
            "a bucket",
            { s3: { bucket: "plant-errors" } },
            { s3: { bucketName: "plant-errors", key: "plant_dev_telemetry/${timestamp()}-${newuuid()}", roleArn } },
            [{ Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::plant-errors/*" }],
        ],
        [
            "an encrypted bucket, with a key of one's own for objects",
            { s3: { bucket: "plant-errors", key: "errors/${newuuid()}", kmsKeyArn: KEY } },
            { s3: { bucketName: "plant-errors", key: "errors/${newuuid()}", roleArn } },
            [
                { Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::plant-errors/*" },
                { Effect: "Allow", Action: ["kms:GenerateDataKey"], Resource: KEY },
            ],
        ],
        [
            "a queue",
            { sqs: QUEUE },
            { sqs: { queueUrl: QUEUE_URL, useBase64: false, roleArn } },
            [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: QUEUE.queueArn }],
        ],
        [
            "an encrypted queue",
            { sqs: { ...QUEUE, kmsKeyArn: KEY } },
            { sqs: { queueUrl: QUEUE_URL, useBase64: false, roleArn } },
            [
                { Effect: "Allow", Action: "sqs:SendMessage", Resource: QUEUE.queueArn },
                { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: KEY },
            ],
        ],
        [
            "an encrypted topic of Amazon SNS",
            { sns: { topicArn: TOPIC, kmsKeyArn: KEY } },
            { sns: { targetArn: TOPIC, roleArn } },
            [
                { Effect: "Allow", Action: "sns:Publish", Resource: TOPIC },
                { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: KEY },
            ],
        ],
        [
            "an encrypted stream",
            { kinesis: { streamName: "errors", kmsKeyArn: KEY } },
            { kinesis: { streamName: "errors", partitionKey: "${newuuid()}", roleArn } },
            [
                {
                    Effect: "Allow",
                    Action: "kinesis:PutRecord",
                    Resource: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/errors`,
                },
                { Effect: "Allow", Action: ["kms:GenerateDataKey"], Resource: KEY },
            ],
        ],
    ];
    for (const [title, errorAction, written, statements] of kinds) {
        it(`goes to ${title}, with a role that may do exactly that`, async () => {
            const { resource, resources, errors } = await run(() => make(errorAction, { tags: { team: "plant" } }));
            assert.deepEqual(errors, []);
            const rule = resource(TOPIC_RULE);
            assert.deepEqual(rule.inputs.errorAction, written);
            assert.ok(rule.dependencies.includes("telemetry-errors-policy"));
            const policy = resource("aws:iam/rolePolicy:RolePolicy");
            assert.deepEqual(JSON.parse(policy.inputs.policy).Statement, statements);
            const role = resource("aws:iam/role:Role", "telemetry-errors-role").inputs;
            assert.equal(role.name, "plant-dev-telemetry-errors");
            assert.deepEqual(role.tags, { team: "plant" });
            assert.deepEqual(JSON.parse(role.assumeRolePolicy).Statement[0].Condition, {
                StringEquals: { "aws:SourceAccount": ACCOUNT },
                ArnLike: { "aws:SourceArn": `arn:aws:iot:us-east-1:${ACCOUNT}:*` },
            });
            assert.equal(resources.length, 4);
        });
    }

    it("calls a function that lets this rule of this account do so, and nobody else", async () => {
        const { resource, resources } = await run(() =>
            make({ lambda: { functionArn: `${FUNCTION}:live` } }, { ruleName: output("other_name") }),
        );
        const { inputs } = resource("aws:lambda/permission:Permission", "telemetry-errors-permission");
        assert.deepEqual(inputs, {
            action: "lambda:InvokeFunction",
            function: FUNCTION,
            qualifier: "live",
            principal: "iot.amazonaws.com",
            sourceAccount: ACCOUNT,
            sourceArn: `arn:aws:iot:us-east-1:${ACCOUNT}:rule/other_name`,
        });
        const rule = resource(TOPIC_RULE);
        assert.deepEqual(rule.inputs.errorAction, { lambda: { functionArn: `${FUNCTION}:live` } });
        assert.ok(rule.dependencies.includes("telemetry-errors-permission"));
        assert.equal(resources.length, 3);
    });

    it("makes the permission in the rule's Region, and none when the function has one", async () => {
        const region = "eu-central-1";
        const destinationArn = DESTINATION.replace("us-east-1", region);
        const functionArn = FUNCTION.replace("us-east-1", region);
        const there = await run(() => make({ lambda: { functionArn } }, { region, destinationArn }));
        const { inputs } = there.resource("aws:lambda/permission:Permission");
        assert.equal(inputs.region, region);
        assert.equal("qualifier" in inputs, false);
        assert.match(inputs.sourceArn, /:iot:eu-central-1:/);
        const { resources } = await run(() => make({ lambda: { functionArn: FUNCTION, permission: "existing" } }));
        assert.deepEqual(resources.map(({ type }) => type).sort(), [TOPIC_RULE, "iotkafka:index:KafkaTopicRule"]);
    });

    it("goes to a topic of another cluster, of which the state holds no password in clear text", async () => {
        const { resource, resources } = await run(() =>
            make({ kafka: { ...ELSEWHERE, topic: "errors", acks: "1", authentication: KERBEROS } }),
        );
        const { kafka } = resource(TOPIC_RULE).inputs.errorAction;
        assert.equal(kafka.destinationArn, ELSEWHERE.destinationArn);
        assert.equal(kafka.topic, "errors");
        assert.equal(kafka.clientProperties.acks, "1");
        assert.equal(kafka.clientProperties["sasl.mechanism"], "GSSAPI");
        assert.deepEqual(kafka.clientProperties["ssl.truststore.password"], { secret: "kafka password" });
        const { authentication } = resource("iotkafka:index:KafkaTopicRule").inputs.errorAction.kafka;
        assert.deepEqual(authentication.trustStore.password, { secret: "kafka password" });
        assert.equal(authentication.realm, "PLANT.EXAMPLE");
        assert.equal(resources.length, 2);
    });

    for (const [title, errorAction] of [
        ["a log group", { logs: { existingLogGroupName: "/plant/errors", roleArn: ROLE } }],
        ["a bucket", { s3: { bucket: "plant-errors", roleArn: ROLE } }],
        ["a queue", { sqs: { ...QUEUE, roleArn: ROLE } }],
        ["a topic", { sns: { topicArn: TOPIC, roleArn: ROLE } }],
        ["a stream", { kinesis: { streamName: "errors", roleArn: ROLE } }],
    ] as const) {
        it(`makes nothing for ${title} with a role that exists`, async () => {
            const { resource, resources, invokes } = await run(() => make(errorAction));
            const [written] = Object.values(resource(TOPIC_RULE).inputs.errorAction) as { roleArn: string }[];
            assert.equal(written!.roleArn, ROLE);
            assert.equal(resources.length, 2);
            assert.deepEqual(invokes, []);
        });
    }

    it("tells the log group that exists, and none where errors go elsewhere", async () => {
        const groupOf = async (errorAction: ErrorAction) => {
            const { result } = await run(() => make(errorAction));
            return resolved(result.logGroupName);
        };
        assert.equal(await groupOf({ logs: { existingLogGroupName: "/plant/errors" } }), "/plant/errors");
        assert.equal(await groupOf({ sqs: QUEUE }), undefined);
    });

    it("keeps the role when the kind changes, under the name that it has", async () => {
        const rolesOf = async (errorAction: ErrorAction) => {
            const { resources } = await run(() => make(errorAction));
            return resources
                .filter(({ type }) => type.startsWith("aws:iam/"))
                .map(({ name, inputs }) => [name, inputs.name]);
        };
        assert.deepEqual(await rolesOf({ logs: {} }), await rolesOf({ sqs: QUEUE }));
    });

    const wrong: readonly [title: string, errorAction: unknown, said: RegExp[]][] = [
        ["another word", "off", [/errorAction/, /none/]],
        ["two kinds", { logs: {}, sqs: QUEUE }, [/it holds logs, sqs/i]],
        ["a kind that does not exist", { firehose: { name: "errors" } }, [/it holds firehose/i]],
        [
            "a FIFO queue",
            { sqs: { queueUrl: `${QUEUE_URL}.fifo`, queueArn: `${QUEUE.queueArn}.fifo` } },
            [/a FIFO one/],
        ],
        [
            "two queues",
            { sqs: { ...QUEUE, queueUrl: `${QUEUE_URL}2` } },
            [/errorAction\.sqs\.queueUrl/, /another queue/],
        ],
        ["a queue without its URL", { sqs: { queueArn: QUEUE.queueArn } }, [/queueUrl is missing/]],
        ["a topic's name", { sns: { topicArn: "errors" } }, [/errorAction\.sns\.topicArn/, /not the ARN of a topic/]],
        ["a function's name", { lambda: { functionArn: "errors" } }, [/not the ARN of a function/]],
        ["a bucket's ARN", { s3: { bucket: "arn:aws:s3:::plant-errors" } }, [/not the name of a bucket/]],
        ["an alias of a key", { s3: { bucket: "plant-errors", kmsKeyArn: "alias/errors" } }, [/an alias/]],
        [
            "a stream's ARN",
            { kinesis: { streamName: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/errors` } },
            [/not the name of a stream/],
        ],
        [
            "a role and a key",
            { sqs: { ...QUEUE, roleArn: ROLE, kmsKeyArn: KEY } },
            [/roleArn is given, and so is kmsKeyArn/i],
        ],
        ["a role for a group that is made", { logs: { roleArn: ROLE } }, [/the log group is made/]],
        [
            "a queue in another Region",
            { sqs: { queueUrl: QUEUE_URL.replace("us-east-1", "eu-west-1"), queueArn: QUEUE.queueArn } },
            [/rule-target-region/, /errorAction\.sqs\.queueUrl/],
        ],
        [
            "acks that Kafka does not have",
            { kafka: { ...ELSEWHERE, topic: "errors", acks: "2", authentication: KERBEROS } },
            [/acks-value at errorAction\.kafka\.acks/],
        ],
        [
            "a Kafka topic without brokers",
            { kafka: { topic: "errors" } },
            [/bootstrapServers is missing/, /authentication is missing/, /destinationArn is missing/],
        ],
    ];
    for (const [title, errorAction, said] of wrong) {
        it(`refuses ${title}, and tells where and what to do`, async () => {
            const text = await refused(errorAction);
            for (const part of said) assert.match(text, part);
            assert.match(text, /Fix: /);
        });
    }

    it("checks what is known later when it is", async () => {
        const { errors } = await run(() => make({ sqs: { queueUrl: output(QUEUE_URL), queueArn: output("errors") } }));
        assert.equal(errors.length, 1);
        assert.match(errors[0]!.message, /errorAction\.sqs\.queueArn/);
    });
});

describe("the raw form of an error action", () => {
    it("is told from what the arguments say", () => {
        assert.throws(
            () =>
                new KafkaTopicRule("telemetry", {
                    ...RULE,
                    errorAction: { cloudwatchLogs: {} } as unknown as ErrorAction,
                }),
        );
    });
});
