import { readFileSync } from "node:fs";
import { Config, secret } from "@pulumi/pulumi";
import { IotKafkaPipeline } from "pulumi-iot-kafka";

const config = new Config();

const pipeline = new IotKafkaPipeline("telemetry", {
    sql: "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
    topic: "telemetry",
    key: "${topic(2)}",
    network: { vpcId: config.require("vpcId"), subnetIds: config.requireObject<string[]>("subnetIds") },
    kafka: {
        bootstrapServers: "kafka-1.plant.example:9093,kafka-2.plant.example:9093",
        brokerSecurityGroupId: config.require("brokerSecurityGroupId"),
        // Port 88, TCP and UDP, is opened to AWS IoT, and the name below leads to this address in the VPC.
        kdcSecurityGroupId: config.require("kdcSecurityGroupId"),
        kdcRecord: { addresses: ["10.0.0.10"] },
        credentials: {
            mode: "GSSAPI",
            keytab: { base64: secret(readFileSync(config.require("keytabFile")).toString("base64")) },
            serviceName: "kafka",
            kdc: "kdc.plant.example",
            realm: "PLANT.EXAMPLE",
            principal: "iot/rules.plant.example",
            trustStore: { caPem: readFileSync(config.require("authorityFile"), "utf8") },
        },
    },
});

export const { destinationArn, ruleName, secretName } = pipeline;
