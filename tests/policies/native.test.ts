import assert from "node:assert/strict";
import { recommended, required } from "../../policies/packs";
import { analyze, analyzeStack, ENGINE_UNKNOWN, type Given, type Reported, urnOf } from "./requests";
import { DESTINATION_PROPS, RULE_PROPS } from "./sample";

const RULE = "aws-native:iot:TopicRule";
const DESTINATION = "aws-native:iot:TopicRuleDestination";
const [KAFKA] = RULE_PROPS.kafkas;

/** The same rule as that of the AWS provider, in the form of AWS Cloud Control. */
function rule(changes: object = {}, clientProperties: object = {}, more: Partial<Given> = {}): Given {
    const { vpcConfiguration: _, ...kafka } = { ...KAFKA!, vpcConfiguration: undefined };
    return {
        type: RULE,
        name: "telemetry",
        props: {
            ruleName: RULE_PROPS.name,
            topicRulePayload: {
                sql: RULE_PROPS.sql,
                awsIotSqlVersion: RULE_PROPS.sqlVersion,
                description: RULE_PROPS.description,
                ruleDisabled: false,
                actions: [
                    {
                        kafka: {
                            ...kafka,
                            clientProperties: { ...KAFKA!.clientProperties, ...clientProperties },
                            ...changes,
                        },
                    },
                ],
                errorAction: RULE_PROPS.errorAction,
            },
        },
        ...more,
    };
}

function destination(changes: object = {}): Given {
    const vpcProperties = { ...DESTINATION_PROPS.vpcConfiguration, ...changes };
    return { type: DESTINATION, name: "plant", props: { status: "ENABLED", vpcProperties } };
}

describe("resources of the AWS Cloud Control provider", () => {
    const policies = [...required, ...recommended];
    const mandatory = (reported: readonly Reported[]) =>
        reported
            .filter(({ policy }) => required.some(({ name }) => name === policy))
            .map(({ policy, message }) => [policy, message.split("\n")[0]]);

    it("are judged like those of the AWS provider: nothing is wrong with a correct rule and destination", () => {
        assert.deepEqual(mandatory(analyze(policies, rule())), []);
        assert.deepEqual(mandatory(analyze(policies, destination())), []);
        assert.deepEqual(mandatory(analyzeStack(policies, [rule(), destination()])), []);
    });

    it("have findings at the paths of their own properties", () => {
        const wrong = rule({ topic: "a topic" }, { acks: "2", "linger.ms": "5" });
        assert.deepEqual(mandatory(analyze(policies, wrong)).sort(), [
            ["acks-value", "topicRulePayload.actions[0].kafka.clientProperties.acks"],
            ["client-property-known", 'topicRulePayload.actions[0].kafka.clientProperties["linger.ms"]'],
            ["topic-name", "topicRulePayload.actions[0].kafka.topic"],
        ]);
        assert.deepEqual(mandatory(analyze(policies, destination({ vpcId: "plant" }))), [
            ["destination-vpc-id", "vpcProperties.vpcId"],
        ]);
    });

    it("have findings in a Kafka error action, and in the rule itself", () => {
        const { props } = rule();
        const { topicRulePayload } = props as { topicRulePayload: Record<string, unknown> };
        const payload = {
            ...topicRulePayload,
            sql: "SELEKT",
            awsIotSqlVersion: "2017-01-01",
            actions: [],
            errorAction: { kafka: { ...KAFKA, clientProperties: { ...KAFKA!.clientProperties, acks: "9" } } },
        };
        const found = analyze(policies, { type: RULE, props: { ruleName: "a-b", topicRulePayload: payload } });
        const paths = mandatory(found).map(([, path]) => path);
        for (const path of [
            "ruleName",
            "topicRulePayload.sql",
            "topicRulePayload.awsIotSqlVersion",
            "topicRulePayload.errorAction.kafka.clientProperties.acks",
        ]) {
            assert.ok(paths.includes(path), `${path} is not among ${paths.join(", ")}`);
        }
    });

    it("leave alone what has nothing to do with Kafka", () => {
        const props = { topicRulePayload: { sql: "SELEKT", actions: [{ lambda: { functionArn: "x" } }] } };
        assert.deepEqual(analyze(policies, { type: RULE, props }), []);
        const http = { httpUrlProperties: { confirmationUrl: "https://plant.example" } };
        assert.deepEqual(analyze(policies, { type: DESTINATION, props: http }), []);
        assert.deepEqual(analyze(policies, { type: "aws-native:s3:Bucket", props }), []);
    });

    it("are joined by the edge of the payload, and judged by what is known of it", () => {
        const disabled = { ...destination(), props: { ...destination().props, status: "DISABLED" } };
        const joined = rule(
            { destinationArn: ENGINE_UNKNOWN },
            {},
            { references: { topicRulePayload: [urnOf(disabled)] } },
        );
        assert.deepEqual(mandatory(analyzeStack(policies, [joined, disabled])), [
            ["destination-enabled", "topicRulePayload.actions[0].kafka.destinationArn"],
        ]);
    });

    it("are joined with resources of the AWS provider, and these with them", () => {
        const role: Given = {
            type: "aws-native:iam:Role",
            name: "interfaces",
            props: {
                roleName: "iot-kafka-interfaces",
                arn: ENGINE_UNKNOWN,
                assumeRolePolicyDocument: {
                    Version: "2012-10-17",
                    Statement: [
                        { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
                    ],
                },
                policies: [],
            },
        };
        const ours: Given = {
            type: "aws:iot/topicRuleDestination:TopicRuleDestination",
            name: "ours",
            props: {
                ...DESTINATION_PROPS,
                vpcConfiguration: { ...DESTINATION_PROPS.vpcConfiguration, roleArn: ENGINE_UNKNOWN },
            },
            references: { vpcConfiguration: [urnOf(role)] },
        };
        const found = mandatory(analyzeStack(policies, [role, ours]));
        assert.ok(
            found.some(
                ([policy, path]) => policy === "role-trust-principal" && path?.startsWith("assumeRolePolicyDocument"),
            ),
        );
        assert.ok(found.some(([policy]) => policy === "interface-role-actions"));
    });

    it("read the value of a secret where it is written, and never show it", () => {
        const canary = "c4n4ry-0f-4-s3cr3t";
        const secret: Given = {
            type: "aws-native:secretsmanager:Secret",
            name: "user",
            props: {
                name: "AmazonMSK_plant",
                kmsKeyId: ENGINE_UNKNOWN,
                secretString: `{"user":"a","password":"${canary}"}`,
            },
        };
        const association: Given = {
            type: "aws-native:msk:BatchScramSecret",
            name: "users",
            props: { clusterArn: ENGINE_UNKNOWN, secretArnList: [ENGINE_UNKNOWN] },
            references: { secretArnList: [urnOf(secret)] },
        };
        const found = analyzeStack(policies, [secret, association]);
        const shape = found.filter(({ policy }) => policy === "scram-secret-shape");
        assert.deepEqual(
            shape.map(({ urn, message }) => [urn, message.split("\n")[0]]),
            [[urnOf(secret), "secretString"]],
        );
        assert.ok(found.every(({ message }) => !message.includes(canary)));
    });

    it("answer a value of any type at every place", () => {
        for (const wrong of [null, 7, true, "", "x", [], [[]], {}, { a: { b: 1 } }, [null], ENGINE_UNKNOWN]) {
            for (const props of [
                { topicRulePayload: wrong },
                { topicRulePayload: { actions: wrong } },
                { topicRulePayload: { actions: [wrong] } },
                { topicRulePayload: { actions: [{ kafka: wrong }], errorAction: wrong } },
                { topicRulePayload: { actions: [{ kafka: { clientProperties: wrong, headers: wrong } }] } },
                { vpcProperties: wrong, status: wrong },
                { policies: wrong, assumeRolePolicyDocument: wrong, roles: wrong, secretArnList: wrong },
                { securityGroupIngress: wrong, securityGroupEgress: [wrong], groupName: wrong },
            ]) {
                const all = TYPES.map((type): Given => ({ type, name: type.replaceAll(":", "-"), props }));
                analyze(policies, { type: RULE, props });
                analyzeStack(policies, [...all, rule(), destination()]);
            }
        }
    }).timeout(60_000);
});

const TYPES = [
    RULE,
    DESTINATION,
    "aws-native:iam:Role",
    "aws-native:ec2:SecurityGroup",
    "aws-native:msk:BatchScramSecret",
    "aws-native:msk:Cluster",
    "aws-native:secretsmanager:Secret",
    "aws-native:iam:ManagedPolicy",
];
