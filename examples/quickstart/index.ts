import { IotKafkaPipeline } from "pulumi-iot-kafka";

const pipeline = new IotKafkaPipeline("telemetry", {
    sql: "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
    topic: "telemetry",
    key: "${topic(2)}",
    network: "new",
});

export const { bootstrapServers, ruleName, secretName, username } = pipeline;
