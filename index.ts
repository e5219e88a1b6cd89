/**
 * The stack that `pulumi up` deploys: device telemetry into a Kafka topic, by default in a new cluster of Amazon MSK in a
 * new network. It is a program, configured in the namespace `iotkafka` (Pulumi.yaml, README), and is never imported.
 */
import { Config } from "@pulumi/pulumi";
import {
    type Acks,
    type Compression,
    type ExistingNetwork,
    IotKafkaPipeline,
    type KafkaTarget,
    type NewClusterSettings,
} from "./components";

const config = new Config();

/** An empty setting is one that is not given. */
function setting<Text extends string = string>(key: string): Text | undefined {
    return (config.get(key) || undefined) as Text | undefined;
}

const pipeline = new IotKafkaPipeline("telemetry", {
    sql: config.require("sql"),
    topic: config.require("topic"),
    key: setting("key"),
    partition: setting("partition"),
    acks: setting<Acks>("acks"),
    compression: setting<Compression>("compression"),
    network: networkOf(),
    kafka: kafkaOf(),
});

function networkOf(): ExistingNetwork | "new" {
    const vpcId = setting("vpcId");
    return vpcId === undefined ? "new" : { vpcId, subnetIds: config.requireObject<string[]>("subnetIds") };
}

/** Brokers that are named, or else a new cluster. */
function kafkaOf(): KafkaTarget {
    const existingSecretId = setting("secretId");
    const credentials = {
        mode: "SCRAM-SHA-512" as const,
        user: existingSecretId === undefined ? {} : { existingSecretId },
        roleArn: setting("secretRoleArn"),
    };
    const bootstrapServers = setting("bootstrapServers");
    if (bootstrapServers === undefined) {
        const instanceType = config.require("instanceType");
        return { cluster: { instanceType } as NewClusterSettings, credentials };
    }
    const brokers = { bootstrapServers, brokerSecurityGroupId: setting("brokerSecurityGroupId"), credentials };
    const clusterArn = setting("clusterArn");
    return clusterArn === undefined ? brokers : { clusterArn, ...brokers };
}

const { ruleName, ruleArn, logGroupName, topic, bootstrapServers, clusterArn } = pipeline;
const { destinationArn, vpcId, subnetIds, secretName } = pipeline;

/** Pulumi warns of outputs that turn out to be undefined: what there is none of is left out. */
export = {
    ...{ ruleName, ruleArn, logGroupName, topic, bootstrapServers, destinationArn, vpcId, subnetIds },
    ...(setting("bootstrapServers") === undefined || setting("clusterArn") !== undefined ? { clusterArn } : {}),
    ...(setting("secretId") === undefined ? { secretName } : {}),
};
