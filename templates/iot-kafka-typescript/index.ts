import * as pulumi from "@pulumi/pulumi";
import { IotKafkaPipeline } from "pulumi-iot-kafka";

const config = new pulumi.Config();

// A three-zone network, a cluster of Amazon MSK with SASL/SCRAM, its user, the VPC destination, and the rule.
const pipeline = new IotKafkaPipeline("telemetry", {
    sql: `SELECT *, topic(2) AS deviceId FROM '${config.require("topicFilter")}'`,
    topic: config.require("topic"),
    key: "${topic(2)}",
    network: "new",
});

export const bootstrapServers = pipeline.bootstrapServers;
export const ruleArn = pipeline.ruleArn;
