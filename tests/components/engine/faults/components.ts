import {
    type ErrorAction,
    IotKafkaPipeline,
    KafkaCredentials,
    KafkaTopicRule,
    MskCluster,
    PipelineAlarms,
    VpcDestination,
} from "pulumi-iot-kafka";
import { CERTIFICATE_PEM, KEY_PEM } from "../updates/cases/certificates";
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
    // The first one fails itself, each other one at a child.
    const account = "602911837465";
    const errorActions: Readonly<Record<string, ErrorAction | undefined>> = {
        rule: undefined,
        logged: undefined,
        queued: {
            sqs: {
                queueUrl: `https://sqs.eu-west-1.amazonaws.com/${account}/errors`,
                queueArn: `arn:aws:sqs:eu-west-1:${account}:errors`,
            },
        },
        called: { lambda: { functionArn: `arn:aws:lambda:eu-west-1:${account}:function:errors` } },
    };
    for (const [name, errorAction] of Object.entries(errorActions)) {
        new KafkaTopicRule(name, {
            sql: "SELECT * FROM 'devices/+/telemetry'",
            topic: "telemetry",
            key: "${topic(2)}",
            destinationArn,
            bootstrapServers: BROKERS.replace("us-east-1", "eu-west-1"),
            authentication: AUTHENTICATION,
            ...(errorAction === undefined ? {} : { errorAction }),
            region: "eu-west-1",
            tags,
        });
    }
    makeModes(tags);
    new PipelineAlarms("alarms", { ruleName: "telemetry", failures: { moreThan: isChanged ? 10 : 0 }, tags });
    new PipelineAlarms("board", { ruleName: isChanged ? "state" : "telemetry", tags });
}

/** Credentials in the modes that need no cluster. */
function makeModes(tags: Record<string, string>): void {
    new KafkaCredentials("kerberos", {
        mode: "GSSAPI",
        keytab: { base64: Buffer.from([5, 2, 0, 0, 0, 1]).toString("base64") },
        serviceName: "kafka",
        kdc: "kdc.plant.example",
        realm: "PLANT.EXAMPLE",
        principal: "iot/rules.plant.example",
        tags,
    });
    new KafkaCredentials("tls", {
        mode: "SSL",
        keyStore: { certificatePem: CERTIFICATE_PEM, privateKeyPem: KEY_PEM, password: CANARY },
        tags,
    });
    new KafkaCredentials("plain", { mode: "PLAIN", user: { username: "telemetry", password: CANARY }, tags });
}
