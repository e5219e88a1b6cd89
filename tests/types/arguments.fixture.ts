import type { Output } from "@pulumi/pulumi";
import type {
    KafkaAuthentication,
    KafkaTopicRuleArgs,
    MskClusterArgs,
    SecretFile,
    SecretText,
    VpcDestinationArgs,
} from "../../components";

/*
 * What compiles, and what must not. A test compiles this file: an `@ts-expect-error` above something that compiles is
 * an error too.
 */
declare const later: Output<string>;
declare const maybe: Output<string | undefined>;

const role = "arn:aws:iam::209876543210:role/kafka-get-secret-role-name";
const secret = { secretId: "kafka", roleArn: role };

const founding: KafkaTopicRuleArgs = {
    sql: "SELECT * FROM 'some/topic'",
    destinationArn: later,
    topic: "TopicName",
    bootstrapServers: "kafka.com:9092",
    errorAction: "none",
    authentication: {
        mode: "GSSAPI",
        serviceName: "kafka",
        kdc: "kerberosdns.com",
        realm: "KERBEROSREALM",
        principal: "kafka-keytab/kafka-keytab.com",
        keytab: { secretId: "kafka_keytab", roleArn: role },
        trustStore: {
            file: { binary: { secretId: "kafka_client_truststore", roleArn: role } },
            password: "kafka password",
        },
    },
};
const scram: KafkaAuthentication = { mode: "SCRAM-SHA-512", username: later, password: { ...secret, key: maybe } };
const plain: KafkaAuthentication = { mode: "PLAIN", username: { ...secret, key: "user" }, password: secret };
const tls: KafkaAuthentication = { mode: "SSL", keyStore: secret, keyStorePassword: later, keyPassword: secret };
const trust: KafkaAuthentication = { ...plain, trustStore: { file: { base64: later }, password: secret } };
const rules: KafkaTopicRuleArgs[] = [
    { ...founding, authentication: scram, key: maybe, acks: "-1", compression: "zstd" },
    { ...founding, authentication: tls, errorAction: { logs: {} }, headers: [{ key: later, value: "b" }] },
    { ...founding, authentication: trust, errorAction: { logs: { retentionDays: 7 } }, tags: { team: later } },
    { ...founding, errorAction: { logs: { existingLogGroupName: later, roleArn: later } } },
    { ...founding, errorAction: { s3: { bucket: later, key: later, kmsKeyArn: later } } },
    { ...founding, errorAction: { sqs: { queueUrl: later, queueArn: later, roleArn: role } } },
    { ...founding, errorAction: { sns: { topicArn: later } } },
    { ...founding, errorAction: { kinesis: { streamName: later } } },
    { ...founding, errorAction: { lambda: { functionArn: later, permission: "existing" } } },
    {
        ...founding,
        errorAction: { kafka: { topic: later, destinationArn: later, bootstrapServers: later, authentication: scram } },
    },
    {
        ...founding,
        moreKafka: [
            { topic: later, authentication: tls },
            { topic: "alarms", acks: "all", key: maybe },
        ],
    },
    {
        ...founding,
        otherActions: { republishes: [{ topic: later, roleArn: role }], lambdas: [{ functionArn: later }] },
    },
];
const inVpc: VpcDestinationArgs = { vpcId: later, subnetIds: [later, "subnet-0a1b2c3d4e5f60718"] };
const destinations: VpcDestinationArgs[] = [
    { ...inVpc, brokerPort: 9096, brokerSecurityGroupId: later },
    { ...inVpc, kerberos: true, kdcCidrBlocks: [later] },
    { ...inVpc, securityGroupIds: [later], roleArn: later },
];

const inThreeZones = { vpcId: later, subnetIds: [later, later, later] };
const certificateAuthorityArns = [later];
const clusters: MskClusterArgs[] = [
    inThreeZones,
    { ...inThreeZones, instanceType: "kafka.m5.24xlarge", storageGib: 500, kafkaVersion: later, clusterName: maybe },
    {
        ...inThreeZones,
        authentication: { certificateAuthorityArns, iam: true },
        logs: "none",
        monitoring: "PER_BROKER",
    },
    { ...inThreeZones, authentication: { scram: false, certificateAuthorityArns }, logs: { retentionDays: 7 } },
    { ...inThreeZones, serverProperties: { "min.insync.replicas": 1, "compression.type": "producer" } },
    { ...inThreeZones, topics: { telemetry: {}, alarms: { partitions: 3, configs: { "retention.ms": later } } } },
    { ...inThreeZones, instanceType: "express.m7g.large", serverProperties: { "num.partitions": 6 } },
    { ...inThreeZones, instanceType: "express.m7g.large", topics: { telemetry: { replicationFactor: 3 } } },
];

// @ts-expect-error no way for AWS IoT to log in
const noLogin: MskClusterArgs = { ...inThreeZones, authentication: { scram: false } };
const onlyIam = { ...inThreeZones, authentication: { scram: false as const, iam: true } };
// @ts-expect-error the same through a variable
const onlyIamThroughVariable: MskClusterArgs = onlyIam;
// @ts-expect-error a broker type that AWS does not have
const otherBrokers: MskClusterArgs = { ...inThreeZones, instanceType: "kafka.m7g.24xlarge" };
// @ts-expect-error a broker type that is not plain
const outputBrokers: MskClusterArgs = { ...inThreeZones, instanceType: later };
// @ts-expect-error storage of Express brokers
const expressStorage: MskClusterArgs = { ...inThreeZones, instanceType: "express.m7g.large", storageGib: 100 };
const withStorage = { ...inThreeZones, instanceType: "express.m7g.large" as const, storageGib: 100 };
// @ts-expect-error the same through a variable
const expressStorageThroughVariable: MskClusterArgs = withStorage;
const express = { ...inThreeZones, instanceType: "express.m7g.large" } as const;
// @ts-expect-error a server property that Express brokers keep to themselves
const expressProperty: MskClusterArgs = { ...express, serverProperties: { "min.insync.replicas": 1 } };
// @ts-expect-error two copies on Express brokers
const expressCopies: MskClusterArgs = { ...express, topics: { telemetry: { replicationFactor: 2 } } };
// @ts-expect-error a server property that belongs to the service
const serviceProperty: MskClusterArgs = { ...inThreeZones, serverProperties: { listeners: "PLAINTEXT://:9092" } };
// @ts-expect-error a text for a number
const textProperty: MskClusterArgs = { ...inThreeZones, serverProperties: { "log.retention.ms": "7d" } };
// @ts-expect-error another monitoring level
const otherLevel: MskClusterArgs = { ...inThreeZones, monitoring: "PER_TOPIC" };
// @ts-expect-error public access, which AWS IoT does not reach
const publicCluster: MskClusterArgs = { ...inThreeZones, publicAccess: true };
// @ts-expect-error logs that are not refused in words
const noLogs: MskClusterArgs = { ...inThreeZones, logs: false };

// @ts-expect-error a literal password
const literalPassword: KafkaAuthentication = { mode: "PLAIN", username: "u", password: "secret" };
// @ts-expect-error an Output as a password
const outputPassword: KafkaAuthentication = { mode: "SCRAM-SHA-512", username: "u", password: later };
// @ts-expect-error a member of a file
const fileWithKey: SecretFile = { ...secret, key: "x" };
const textSecret: SecretText = { ...secret, key: "x" };
// @ts-expect-error the same through a variable
const fileFromText: SecretFile = textSecret;
// @ts-expect-error a keytab with SCRAM
const scramWithKeytab: KafkaAuthentication = { mode: "SCRAM-SHA-512", username: "u", password: secret, keytab: secret };
const mixture = { mode: "SCRAM-SHA-512" as const, username: "u", password: secret, keytab: secret };
// @ts-expect-error the same through a variable
const throughVariable: KafkaAuthentication = mixture;
const mixedTls = { mode: "SSL" as const, keyStore: secret, keyStorePassword: "x", username: "u" };
// @ts-expect-error a user with mutual TLS, through a variable
const tlsWithUser: KafkaAuthentication = mixedTls;
// @ts-expect-error no password
const withoutPassword: KafkaAuthentication = { mode: "SCRAM-SHA-512", username: "u" };
// @ts-expect-error a key store without a password
const withoutStorePassword: KafkaAuthentication = { mode: "SSL", keyStore: secret };
// @ts-expect-error a mode that AWS IoT does not have
const otherMode: KafkaAuthentication = { mode: "SCRAM-SHA-256", username: "u", password: secret };
// @ts-expect-error a mode that is not plain
const outputMode: KafkaAuthentication = { mode: later, username: "u", password: secret };
// @ts-expect-error both sources of one trust store
const twoTrustStores: KafkaAuthentication = { ...plain, trustStore: { file: { base64: "x", binary: secret } } };
const twoFiles = { base64: "x", binary: secret };
// @ts-expect-error the same through a variable
const twoFilesThroughVariable: KafkaAuthentication = { ...plain, trustStore: { file: twoFiles } };
// @ts-expect-error an error action that is not offered
const otherErrorAction: KafkaTopicRuleArgs = { ...founding, errorAction: { republish: { topic: "errors" } } };
// @ts-expect-error a queue without its ARN, which the role's policy names
const queueWithoutArn: KafkaTopicRuleArgs = { ...founding, errorAction: { sqs: { queueUrl: "q" } } };
const madeAndExisting = { logs: { retentionDays: 7, existingLogGroupName: "errors" } };
// @ts-expect-error a log group that is made and exists
const twoLogGroups: KafkaTopicRuleArgs = { ...founding, errorAction: madeAndExisting };
// @ts-expect-error a list of actions whose length is not known
const laterActions: KafkaTopicRuleArgs = { ...founding, moreKafka: later.apply((topic) => [{ topic }]) };
// @ts-expect-error a Kafka action that is handed on as it is
const rawKafka: KafkaTopicRuleArgs = { ...founding, otherActions: { kafkas: [] } };
// @ts-expect-error two error actions
const twoErrorActions: KafkaTopicRuleArgs = { ...founding, errorAction: { logs: {}, s3: { bucket: "b", key: "k" } } };
// @ts-expect-error an acknowledgement level that Kafka does not have
const otherAcks: KafkaTopicRuleArgs = { ...founding, acks: "2" };
// @ts-expect-error a compression that AWS IoT does not have
const otherCompression: KafkaTopicRuleArgs = { ...founding, compression: "brotli" };
// @ts-expect-error permissions that are not offered
const otherPermissions: VpcDestinationArgs = { ...inVpc, interfacePermissions: "all" };
// @ts-expect-error a list whose length is not known
const blocks: VpcDestinationArgs = { ...inVpc, brokerCidrBlocks: later.apply((block) => [block]) };

export const all: readonly unknown[] = [
    ...[
        rules,
        destinations,
        literalPassword,
        outputPassword,
        fileWithKey,
        fileFromText,
        scramWithKeytab,
        throughVariable,
        tlsWithUser,
    ],
    ...[withoutPassword, withoutStorePassword, otherMode, outputMode, twoTrustStores, twoFilesThroughVariable],
    ...[clusters, noLogin, onlyIamThroughVariable, otherBrokers, outputBrokers, expressStorage, textProperty, noLogs],
    ...[expressStorageThroughVariable, expressProperty, expressCopies, serviceProperty, otherLevel, publicCluster],
    ...[otherErrorAction, twoErrorActions, otherAcks, otherCompression, otherPermissions, blocks],
    ...[queueWithoutArn, twoLogGroups, laterActions, rawKafka],
];
