import assert from "node:assert/strict";
import { type ComponentResource, output, secret } from "@pulumi/pulumi";
import * as nested from "../../components";
import * as flat from "../../components/flat";
import { KAFKA_CREDENTIALS, KAFKA_TOPIC_RULE } from "../../constraints/components";
import {
    KERBEROS as MADE_KERBEROS,
    MUTUAL_TLS as MADE_MUTUAL_TLS,
    PLAIN as MADE_PLAIN,
    RANDOM_BYTES,
    SEED,
} from "../components/credentialModes";
import { AUTHORITY, MSK_BOOTSTRAP, MSK_VPC } from "../components/mskSamples";
import { run } from "../components/program";
import { CLUSTER, DESTINATION, KERBEROS, MUTUAL_TLS, OWN, PLAIN, ROLE, RULE, SCRAM, VPC } from "../components/samples";
import { committedSchema } from "./schema";

type Make = (args: object) => ComponentResource;
type Class = new (name: string, args: never) => ComponentResource;

interface Pair {
    readonly title: string;
    readonly class: keyof typeof flat & keyof typeof nested;
    readonly typescript: object;
    readonly flat: object;
}

const FLAT_SCRAM = { mode: "SCRAM-SHA-512", usernameSecret: SCRAM.username, password: SCRAM.password };
const { keyStorePassword, ...STORE } = MUTUAL_TLS;
const FUNCTION = "arn:aws:lambda:us-east-1:209876543210:function:unsent";
const PASSWORD = { secretId: "kafka_store_password", roleArn: ROLE };
const EXISTING = { existingSecretId: "kafka_store_password", key: "password" };

/** The same said twice: what differs is what a schema cannot say. */
const PAIRS: readonly Pair[] = [
    { title: "a destination", class: "VpcDestination", typescript: VPC, flat: VPC },
    {
        title: "a destination with a broker group and a record of the KDC",
        class: "VpcDestination",
        typescript: {
            ...VPC,
            brokerPort: 9096,
            kerberos: true,
            kdcRecord: { host: "kdc.plant.example", addresses: ["10.7.0.9"] },
        },
        flat: {
            ...VPC,
            brokerPort: 9096,
            kerberos: true,
            kdcRecord: { host: "kdc.plant.example", addresses: ["10.7.0.9"] },
        },
    },
    {
        title: "a rule whose user is in a secret",
        class: "KafkaTopicRule",
        typescript: RULE,
        flat: { ...RULE, authentication: FLAT_SCRAM },
    },
    {
        title: "a rule with a literal user",
        class: "KafkaTopicRule",
        typescript: { ...OWN, authentication: PLAIN },
        flat: { ...OWN, authentication: PLAIN },
    },
    {
        title: "a rule with a keytab",
        class: "KafkaTopicRule",
        typescript: { ...OWN, authentication: KERBEROS },
        flat: { ...OWN, authentication: KERBEROS },
    },
    {
        title: "a rule with a key store whose password is in a secret",
        class: "KafkaTopicRule",
        typescript: { ...OWN, authentication: { ...STORE, keyStorePassword: PASSWORD } },
        flat: { ...OWN, authentication: { ...STORE, keyStorePasswordSecret: PASSWORD } },
    },
    {
        title: "a rule without an error action",
        class: "KafkaTopicRule",
        typescript: { ...RULE, errorAction: "none" },
        flat: { ...RULE, authentication: FLAT_SCRAM, errorAction: { none: true } },
    },
    {
        title: "a rule with a further action, and with a function for errors",
        class: "KafkaTopicRule",
        typescript: {
            ...RULE,
            moreKafka: [{ topic: "copies", authentication: SCRAM }],
            errorAction: { lambda: { functionArn: FUNCTION } },
        },
        flat: {
            ...RULE,
            authentication: FLAT_SCRAM,
            moreKafka: [{ topic: "copies", authentication: FLAT_SCRAM }],
            errorAction: { none: false, lambda: { functionArn: FUNCTION } },
        },
    },
    {
        title: "a user that a cluster is told of",
        class: "KafkaCredentials",
        typescript: {
            mode: "SCRAM-SHA-512",
            clusterArn: CLUSTER,
            user: { username: "iot", password: secret("p4ssword") },
        },
        flat: { mode: "SCRAM-SHA-512", clusterArn: CLUSTER, user: { username: "iot", password: secret("p4ssword") } },
    },
    { title: "a user that is known", class: "KafkaCredentials", typescript: MADE_PLAIN, flat: MADE_PLAIN },
    { title: "a keytab", class: "KafkaCredentials", typescript: MADE_KERBEROS, flat: MADE_KERBEROS },
    { title: "a certificate", class: "KafkaCredentials", typescript: MADE_MUTUAL_TLS, flat: MADE_MUTUAL_TLS },
    {
        title: "a key store that exists",
        class: "KafkaCredentials",
        typescript: { mode: "SSL", keyStore: { existingSecretId: "kafka_keystore", password: EXISTING } },
        flat: { mode: "SSL", keyStore: { existingSecretId: "kafka_keystore", passwordSecret: EXISTING } },
    },
    {
        title: "a cluster without a log",
        class: "MskCluster",
        typescript: { ...MSK_VPC, logs: "none", topics: { telemetry: { configs: { "retention.ms": "1000" } } } },
        flat: { ...MSK_VPC, logs: { none: true }, topics: { telemetry: { configs: { "retention.ms": "1000" } } } },
    },
    {
        title: "a cluster for certificates",
        class: "MskCluster",
        typescript: { ...MSK_VPC, authentication: { scram: false, certificateAuthorityArns: [AUTHORITY] } },
        flat: { ...MSK_VPC, authentication: { scram: false, certificateAuthorityArns: [AUTHORITY] } },
    },
    {
        title: "alarms, some of which are refused",
        class: "PipelineAlarms",
        typescript: {
            ruleName: "telemetry",
            idle: "none",
            failures: { moreThan: 3 },
            notify: "none",
            dashboard: "none",
        },
        flat: {
            ruleName: "telemetry",
            idle: { none: true },
            failures: { moreThan: 3 },
            notify: { none: true },
            dashboard: { none: true },
            offlinePartitions: { none: false },
        },
    },
    {
        title: "a pipeline in a new network, with alarms and a topic that exists",
        class: "IotKafkaPipeline",
        typescript: { sql: RULE.sql, topic: "telemetry", network: "new", topicSettings: "existing", alarms: {} },
        flat: {
            sql: RULE.sql,
            topic: "telemetry",
            newNetwork: true,
            topicSettings: { existing: true },
            alarms: { none: false },
        },
    },
    {
        title: "a pipeline to other brokers with what exists",
        class: "IotKafkaPipeline",
        typescript: {
            sql: RULE.sql,
            topic: "telemetry",
            destination: { existingArn: DESTINATION },
            kafka: { bootstrapServers: OWN.bootstrapServers, credentials: SCRAM },
            alarms: "none",
        },
        flat: {
            sql: RULE.sql,
            topic: "telemetry",
            destination: { existingArn: DESTINATION },
            kafka: { bootstrapServers: OWN.bootstrapServers, authentication: FLAT_SCRAM },
            alarms: { none: true },
        },
    },
];

const PASSWORD_TYPE = "random:index/randomPassword:RandomPassword";
const SETTINGS = {
    made: {
        "aws:msk/cluster:Cluster": MSK_BOOTSTRAP,
        [RANDOM_BYTES]: { base64: SEED },
        [PASSWORD_TYPE]: { result: "letters" },
    },
};

function makerOf(classes: Readonly<Record<string, unknown>>, name: string): Make {
    return (args) => new (classes[name] as Class)("plant", args as never);
}

describe("the components of the plugin", () => {
    for (const { title, class: name, typescript, flat: given } of PAIRS) {
        it(`register the same as in TypeScript for ${title}`, async () => {
            const expected = await run(() => makerOf(nested, name)(typescript), SETTINGS);
            const found = await run(() => makerOf(flat, name)(given), SETTINGS);
            assert.deepEqual(found.errors, []);
            assert.ok(found.resources.length > 1, "nothing was made");
            assert.deepEqual(found.resources, expected.resources);
            assert.deepEqual(found.outputs, expected.outputs);
            const [component] = found.resources;
            const outputs = Object.keys(expected.result).filter((key) => !key.startsWith("__") && key !== "urn");
            const { properties } = committedSchema().resources[component!.type]!;
            assert.deepEqual(Object.keys(properties).sort(), outputs.sort());
        });
    }

    it("take the members of a secret from an Output as a whole, as another component gives it", async () => {
        const authentication = {
            mode: "SCRAM-SHA-512",
            usernameSecret: output(SCRAM.username),
            password: output(SCRAM.password),
        };
        const { errors, resource } = await run(() => makerOf(flat, "KafkaTopicRule")({ ...RULE, authentication }));
        const expected = await run(() => makerOf(nested, "KafkaTopicRule")(RULE));
        assert.deepEqual(errors, []);
        const type = "aws:iot/topicRule:TopicRule";
        assert.deepEqual(resource(type).inputs, expected.resource(type).inputs);
    });

    it("give the authentication of credentials in flat form, ready for a rule", async () => {
        const { result, errors } = await run(async () => {
            const args = { mode: "SCRAM-SHA-512", user: { existingSecretId: "AmazonMSK_plant" }, roleArn: ROLE };
            const credentials = makerOf(flat, "KafkaCredentials")(args) as flat.KafkaCredentials;
            return new Promise((resolve) => credentials.authentication.apply(resolve));
        });
        assert.deepEqual(errors, []);
        assert.deepEqual(result, {
            mode: "SCRAM-SHA-512",
            usernameSecret: { secretId: "AmazonMSK_plant", roleArn: ROLE, key: "username" },
            password: { secretId: "AmazonMSK_plant", roleArn: ROLE, key: "password" },
        });
    });

    it("have the type tokens of the components", async () => {
        const rule = await run(() => makerOf(flat, "KafkaTopicRule")({ ...RULE, authentication: FLAT_SCRAM }));
        const credentials = await run(() => makerOf(flat, "KafkaCredentials")(MADE_PLAIN));
        assert.equal(rule.resources[0]?.type, KAFKA_TOPIC_RULE);
        assert.equal(credentials.resources[0]?.type, KAFKA_CREDENTIALS);
    });
});
