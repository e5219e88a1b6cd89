import { IotKafkaPipeline, KafkaCredentials, KafkaTopicRule, MskCluster, VpcDestination } from "pulumi-iot-kafka";
import { AUTHENTICATION, BROKERS, CLUSTER, NETWORK } from "../updates/cases/samples";

/** How many pipelines there are: one for each of the turns in which their children can be made. */
export const PIPELINES = ["p0", "p1", "p2", "p3", "p4"];

/** A password that must not appear anywhere. */
export const CANARY = "canary-password-0123456789";

/** The components of the program; `isChanged` changes an input of nearly every child in place. */
export function makeAll(isChanged: boolean): void {
    const tags = { step: isChanged ? "2" : "1" };
    for (const name of PIPELINES) {
        new IotKafkaPipeline(name, {
            sql: isChanged ? "SELECT * FROM 'devices/+/state'" : "SELECT * FROM 'devices/+/telemetry'",
            topic: "telemetry",
            key: "${topic(2)}",
            topicSettings: { partitions: isChanged ? 12 : 6 },
            network: "new",
            kafka: {
                cluster: {
                    storageGib: isChanged ? 200 : 100,
                    serverProperties: { "num.partitions": isChanged ? 6 : 3 },
                },
                credentials: { mode: "SCRAM-SHA-512", user: { password: CANARY } },
            },
            tags,
        });
    }
    new MskCluster("cluster", { ...NETWORK, topics: { events: { partitions: isChanged ? 12 : 6 } }, tags });
    new KafkaCredentials("credentials", { mode: "SCRAM-SHA-512", clusterArn: CLUSTER, tags });
    // Five destinations are in the stack's Region already.
    const abroad = { ...NETWORK, region: "eu-west-1", brokerPort: isChanged ? 9094 : 9096, tags };
    new VpcDestination("destination", abroad);
    const { destinationArn } = new VpcDestination("way", abroad);
    // The first one fails itself, the second one at a child.
    for (const name of ["rule", "logged"]) {
        new KafkaTopicRule(name, {
            sql: "SELECT * FROM 'devices/+/telemetry'",
            topic: "telemetry",
            key: "${topic(2)}",
            destinationArn,
            bootstrapServers: BROKERS.replace("us-east-1", "eu-west-1"),
            authentication: AUTHENTICATION,
            region: "eu-west-1",
            tags,
        });
    }
}
