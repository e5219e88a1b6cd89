import type { Output } from "@pulumi/pulumi";
import {
    type IotKafkaPipelineArgs,
    KafkaCredentials,
    type KafkaCredentialsArgs,
    type KafkaTopicRuleArgs,
} from "../../components";

/* As arguments.fixture.ts, for credentials and pipelines. */
declare const later: Output<string>;
declare const maybe: Output<string | undefined>;

const role = "arn:aws:iam::209876543210:role/kafka-get-secret-role-name";
const secret = { secretId: "kafka", roleArn: role };
const kerberos = {
    mode: "GSSAPI",
    keytab: secret,
    serviceName: "kafka",
    kdc: "kdc.plant.example",
    realm: "PLANT.EXAMPLE",
    principal: "iot",
} as const;

const made = new KafkaCredentials("made", { mode: "SCRAM-SHA-512" });
const credentials: KafkaCredentialsArgs[] = [
    { mode: "SCRAM-SHA-512", user: { username: maybe, password: later }, clusterArn: later },
    { mode: "SCRAM-SHA-512", user: { existingSecretId: later }, kmsKeyArn: later, roleArn: later },
    { mode: "SCRAM-SHA-512", recoveryWindowInDays: 7, region: maybe, tags: { team: later } },
];

const p: IotKafkaPipelineArgs = {
    sql: "SELECT * FROM 'devices/+/telemetry'",
    topic: "telemetry",
    key: "${topic(2)}",
    network: { vpcId: later, subnetIds: [later] },
};
const scram = { mode: "SCRAM-SHA-512" } as const;
const brokers = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";
const msk = { clusterArn: later, bootstrapServers: later };
const pipelines: IotKafkaPipelineArgs[] = [
    { ...p, network: "new", topicSettings: "existing", errorAction: "none" },
    { ...p, kafka: { cluster: { instanceType: "express.m7g.large", brokers: 3 } }, topicSettings: { partitions: 12 } },
    { ...p, kafka: { cluster: { storageGib: 500, authentication: { iam: true } }, credentials: scram } },
    { ...p, kafka: { ...msk, credentials: { ...scram, user: { existingSecretId: "AmazonMSK_plant" } } } },
    { ...p, kafka: { ...msk, credentials: made.authentication, brokerSecurityGroupId: later } },
    { ...p, kafka: { ...msk, credentials: { mode: "SSL", keyStore: secret, keyStorePassword: secret } } },
    { ...p, kafka: { bootstrapServers: brokers, credentials: made.authentication } },
    { ...p, kafka: { bootstrapServers: brokers, credentials: kerberos, brokerCidrBlocks: [later] } },
    {
        sql: "SELECT * FROM 'a'",
        topic: "t",
        destination: { existingArn: later },
        kafka: { ...msk, credentials: scram },
    },
];
declare const rule: KafkaTopicRuleArgs;
const ofRule: KafkaTopicRuleArgs = { ...rule, authentication: made.authentication };

const keyStore = { certificatePem: later, privateKeyPem: later };
const words = { existingSecretId: "words", key: later };
const modes: KafkaCredentialsArgs[] = [
    { mode: "PLAIN", user: { username: later, password: later }, trustStore: { caPem: later } },
    {
        mode: "PLAIN",
        user: { existingSecretId: later },
        trustStore: { existingSecretId: "t", secretType: "SecretString" },
    },
    { ...kerberos, keytab: { base64: later }, trustStore: { base64: later, password: words } },
    { ...kerberos, keytab: { existingSecretId: later }, kmsKeyArn: later },
    { mode: "SSL", keyStore: { ...keyStore, chainPem: later, format: "JKS" } },
    { mode: "SSL", keyStore: { base64: later, password: later, keyPassword: words } },
    { mode: "SSL", keyStore: { existingSecretId: "store", password: words } },
];
const authorities = { authentication: { certificateAuthorityArns: [later] } };
const tls = { mode: "SSL", keyStore } as const;
const inModes: IotKafkaPipelineArgs[] = [
    { ...p, kafka: { cluster: authorities, credentials: tls } },
    { ...p, kafka: { ...msk, credentials: tls } },
    {
        ...p,
        network: "new",
        kafka: { bootstrapServers: later, credentials: { mode: "PLAIN", user: { username: later, password: later } } },
    },
    {
        ...p,
        destination: { roleArn: later, interfacePermissions: "documented" },
        kafka: {
            bootstrapServers: later,
            credentials: { ...kerberos, keytab: { base64: later } },
            kdcRecord: { addresses: [later] },
            kdcCidrBlocks: [later],
        },
    },
];
// @ts-expect-error a certificate for a new cluster that knows no authority
const noAuthority: IotKafkaPipelineArgs = { ...p, kafka: { credentials: tls } };
// @ts-expect-error a keytab without a principal
const noPrincipal: KafkaCredentialsArgs = {
    mode: "GSSAPI",
    keytab: { base64: later },
    serviceName: "k",
    kdc: "k",
    realm: "R",
};
// @ts-expect-error a store of PEM and a file
const twoStores: KafkaCredentialsArgs = { mode: "SSL", keyStore: { ...keyStore, base64: later, password: later } };
// @ts-expect-error a file without a password
const noPassword: KafkaCredentialsArgs = { mode: "SSL", keyStore: { base64: later } };
// @ts-expect-error a cluster that is told of a keytab
const toldOfKeytab: KafkaCredentialsArgs = { ...kerberos, keytab: { base64: later }, clusterArn: later };
const plain = { mode: "PLAIN", user: { existingSecretId: "s" } } as const;
// @ts-expect-error PLAIN on Amazon MSK
const mskPlain: IotKafkaPipelineArgs = { ...p, kafka: { ...msk, credentials: plain } };
// @ts-expect-error a destination that exists, and settings of a new one
const twoDestinations: IotKafkaPipelineArgs = { ...p, destination: { existingArn: later, roleArn: later } };
// @ts-expect-error a secret that exists, and a new value
const both: KafkaCredentialsArgs = { ...scram, user: { username: "u", existingSecretId: "s" } };
const mixedUser = { password: "p", existingSecretId: "s" };
// @ts-expect-error the same through a variable
const bothThroughVariable: KafkaCredentialsArgs = { ...scram, user: mixedUser };
// @ts-expect-error a mode that is an Output
const laterMode: KafkaCredentialsArgs = { mode: later };
// @ts-expect-error no such argument
const misspelt = new KafkaCredentials("misspelt", { mode: "SCRAM-SHA-512", usr: {} });
// @ts-expect-error nowhere to stand
const nowhere: IotKafkaPipelineArgs = { sql: "SELECT * FROM 'a'", topic: "t" };
// @ts-expect-error Kerberos on Amazon MSK
const mskKerberos: IotKafkaPipelineArgs = { ...p, kafka: { ...msk, credentials: kerberos } };
// @ts-expect-error a cluster that exists without a way to log in
const noLogin: IotKafkaPipelineArgs = { ...p, kafka: msk };
// @ts-expect-error settings of a new cluster for brokers that exist
const foreign: IotKafkaPipelineArgs = { ...p, kafka: { cluster: {}, bootstrapServers: "b", credentials: scram } };
const mixedTarget = { cluster: {}, bootstrapServers: "b", credentials: scram };
// @ts-expect-error the same through a variable
const foreignThroughVariable: IotKafkaPipelineArgs = { ...p, kafka: mixedTarget };
// @ts-expect-error authentication that exists for a cluster that does not
const early: IotKafkaPipelineArgs = { ...p, kafka: { credentials: made.authentication } };
// @ts-expect-error what the pipeline settles itself
const settled: IotKafkaPipelineArgs = { ...p, kafka: { cluster: { vpcId: later } } };
// @ts-expect-error a component in place of its outputs
const component: IotKafkaPipelineArgs = { ...p, kafka: { ...msk, credentials: made } };

export const all = [
    ...[credentials, pipelines, ofRule, both, bothThroughVariable, laterMode, misspelt, nowhere, mskKerberos, noLogin],
    ...[modes, inModes, noAuthority, noPrincipal, twoStores, noPassword, toldOfKeytab, mskPlain, twoDestinations],
    ...[foreign, foreignThroughVariable, early, settled, component],
];
