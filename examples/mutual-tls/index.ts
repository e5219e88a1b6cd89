import { readFileSync } from "node:fs";
import { Config, secret } from "@pulumi/pulumi";
import { IotKafkaPipeline } from "pulumi-iot-kafka";

const config = new Config();
const fileIn = (name: string) => readFileSync(config.require(name), "utf8");

const pipeline = new IotKafkaPipeline(
    "telemetry",
    {
        sql: "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
        topic: "telemetry",
        key: "${topic(2)}",
        network: "new",
        kafka: {
            cluster: { authentication: { certificateAuthorityArns: [config.require("certificateAuthorityArn")] } },
            // A Java key store is made of the three, checked, and put into a secret with a password of its own.
            credentials: {
                mode: "SSL",
                keyStore: {
                    certificatePem: fileIn("certificateFile"),
                    privateKeyPem: secret(fileIn("privateKeyFile")),
                    chainPem: fileIn("chainFile"),
                },
            },
        },
    },
    // Amazon MSK takes its time; so may whoever waits for it.
    { customTimeouts: { create: "90m" } },
);

export const { bootstrapServers, ruleName, secretName } = pipeline;
