import type { Output } from "@pulumi/pulumi";
import type {
    KafkaAuthentication,
    KafkaTopicRuleArgs,
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
];
const inVpc: VpcDestinationArgs = { vpcId: later, subnetIds: [later, "subnet-0a1b2c3d4e5f60718"] };
const destinations: VpcDestinationArgs[] = [
    { ...inVpc, brokerPort: 9096, brokerSecurityGroupId: later },
    { ...inVpc, kerberos: true, kdcCidrBlocks: [later] },
    { ...inVpc, securityGroupIds: [later], roleArn: later },
];

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
const otherErrorAction: KafkaTopicRuleArgs = { ...founding, errorAction: { sqs: { queueUrl: "q", queueArn: "a" } } };
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
    ...[otherErrorAction, twoErrorActions, otherAcks, otherCompression, otherPermissions, blocks],
];
