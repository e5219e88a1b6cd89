/**
 * The stack that `pulumi up` deploys: the way into a VPC, and a rule that sends device telemetry to a cluster there.
 * It is a program, configured in the namespace `iotkafka` (README), and is never imported.
 */
import { getCallerIdentityOutput, getPartitionOutput } from "@pulumi/aws";
import { Config, interpolate } from "@pulumi/pulumi";
import { type Acks, type Compression, KafkaTopicRule, VpcDestination } from "./components";

const config = new Config();
const bootstrapServers =
    config.get("bootstrapServers") ??
    "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096,b-2.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";

const destination = new VpcDestination("telemetry", {
    vpcId: config.get("vpcId") ?? "vpc-0a1b2c3d4e5f60718",
    subnetIds: config.getObject<string[]>("subnetIds") ?? ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"],
    bootstrapServers,
    brokerSecurityGroupId: config.get("brokerSecurityGroupId"),
});

const account = interpolate`arn:${getPartitionOutput().partition}:iam::${getCallerIdentityOutput().accountId}`;
const secret = {
    secretId: config.get("secretId") ?? "AmazonMSK_telemetry",
    roleArn: config.get("secretRoleArn") ?? interpolate`${account}:role/kafka-secret-reader`,
};

const rule = new KafkaTopicRule("telemetry", {
    sql: config.get("sql") ?? "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
    topic: config.get("topic") ?? "telemetry",
    key: config.get("key") ?? "${topic(2)}",
    partition: config.get("partition"),
    acks: config.get<Acks>("acks"),
    compression: config.get<Compression>("compression"),
    destinationArn: destination.destinationArn,
    bootstrapServers,
    authentication: {
        mode: "SCRAM-SHA-512",
        username: { ...secret, key: "username" },
        password: { ...secret, key: "password" },
    },
});

export const { ruleName, ruleArn, logGroupName } = rule;
export const { destinationArn } = destination;
