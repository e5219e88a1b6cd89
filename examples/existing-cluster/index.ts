import { Config } from "@pulumi/pulumi";
import { IotKafkaPipeline } from "pulumi-iot-kafka";

const config = new Config();

const pipeline = new IotKafkaPipeline("orders", {
    sql: "SELECT *, topic(2) AS stationId FROM 'stations/+/orders'",
    topic: "orders",
    key: "${topic(2)}",
    network: { vpcId: config.require("vpcId"), subnetIds: config.requireObject<string[]>("subnetIds") },
    kafka: {
        clusterArn: config.require("clusterArn"),
        bootstrapServers: config.require("bootstrapServers"),
        brokerSecurityGroupId: config.require("brokerSecurityGroupId"),
        // A user of its own. One that exists is adopted with user: { existingSecretId: "AmazonMSK_…" }.
        credentials: { mode: "SCRAM-SHA-512" },
    },
    // The topic is made; topicSettings: "existing" leaves one that exists alone.
});

export const { destinationArn, ruleName, username } = pipeline;
