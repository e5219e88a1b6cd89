import { Config } from "@pulumi/pulumi";
import { IotKafkaPipeline } from "pulumi-iot-kafka";

const config = new Config();

const pipeline = new IotKafkaPipeline("telemetry", {
    sql: "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
    topic: "telemetry",
    key: "${topic(2)}",
    // For brokers that are not in it, a new VPC has a NAT gateway to the internet.
    network: "new",
    kafka: {
        bootstrapServers: config.require("bootstrapServers"),
        credentials: {
            mode: "PLAIN",
            user: { username: config.require("apiKey"), password: config.requireSecret("apiSecret") },
        },
    },
});

export const { ruleName, secretName } = pipeline;
