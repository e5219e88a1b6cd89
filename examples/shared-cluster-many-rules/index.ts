import { getCallerIdentityOutput, getPartitionOutput, getRegionOutput } from "@pulumi/aws";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { Queue } from "@pulumi/aws/sqs";
import { Config, interpolate, jsonStringify } from "@pulumi/pulumi";
import { KafkaCredentials, KafkaTopicRule, VpcDestination } from "pulumi-iot-kafka";

// What exists: a cluster of Amazon MSK with SASL/SCRAM, in a VPC. Set your own with `pulumi config set`.
const config = new Config();
const { accountId } = getCallerIdentityOutput();
const { partition } = getPartitionOutput();
const { region } = getRegionOutput();
const clusterArn =
    config.get("clusterArn") ??
    interpolate`arn:${partition}:kafka:${region}:${accountId}:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2`;
const bootstrapServers =
    config.get("bootstrapServers") ??
    "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096,b-2.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";
const vpcId = config.get("vpcId") ?? "vpc-0a1b2c3d4e5f60718";
const subnetIds = (config.get("subnetIds") ?? "subnet-0a1b2c3d4e5f60718,subnet-0a1b2c3d4e5f60719").split(",");
const brokerSecurityGroupId = config.get("brokerSecurityGroupId") ?? "sg-0a1b2c3d4e5f60718";
const lines = Number(config.get("lines") ?? 100);

// What all rules share. A destination may be used by any number of rules, and an account has few of them.
const { destinationArn } = new VpcDestination("plant", { vpcId, subnetIds, brokerPort: 9096, brokerSecurityGroupId });
const { authentication } = new KafkaCredentials("plant", { mode: "SCRAM-SHA-512", clusterArn });

// One queue for what could not be sent, and one role that may send there, for rules of this account and Region.
const errors = new Queue("errors", { messageRetentionSeconds: 14 * 24 * 60 * 60, sqsManagedSseEnabled: true });
const errorRole = new Role("errors", {
    assumeRolePolicy: jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "iot.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEquals: { "aws:SourceAccount": accountId },
                    ArnLike: { "aws:SourceArn": interpolate`arn:${partition}:iot:${region}:${accountId}:rule/*` },
                },
            },
        ],
    }),
});
const mayQueue = new RolePolicy("errors", {
    role: errorRole.name,
    policy: jsonStringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: errors.arn }],
    }),
});

// A rule for each line, with no resource of its own but the rule.
const rules = Array.from({ length: lines }, (_, index) => {
    const line = `line-${String(index + 1).padStart(3, "0")}`;
    return new KafkaTopicRule(
        line,
        {
            sql: `SELECT *, topic(3) AS machine FROM 'plant/${line}/+/telemetry'`,
            topic: "telemetry",
            key: "${topic(3)}",
            headers: [{ key: "line", value: line }],
            destinationArn,
            bootstrapServers,
            authentication,
            errorAction: { sqs: { queueUrl: errors.url, queueArn: errors.arn, roleArn: errorRole.arn } },
        },
        { dependsOn: [mayQueue] },
    );
});

export const ruleNames = rules.map(({ ruleName }) => ruleName);
export const errorQueue = errors.url;
