import assert from "node:assert/strict";
import { ComponentResource, output, secret } from "@pulumi/pulumi";
import { KafkaTopicRule, type KafkaTopicRuleArgs } from "../../components";
import { printedRule } from "../support/foundingPage";
import { NOT_KNOWN, resolved, run } from "./program";
import { DESTINATION, KERBEROS, MUTUAL_TLS, OWN, PLAIN, ROLE, RULE, SCRAM } from "./samples";

const TOPIC_RULE = "aws:iot/topicRule:TopicRule";
const make = (args: KafkaTopicRuleArgs, name = "telemetry") => new KafkaTopicRule(name, args);

describe("KafkaTopicRule", () => {
    for (const preview of [true, false]) {
        describe(preview ? "at preview" : "at update", () => {
            it("makes the rule, and a log group with a key and a role for what could not be sent", async () => {
                const { resources, errors } = await run(() => make(RULE), { preview });
                assert.deepEqual(errors, []);
                assert.deepEqual(
                    resources.map(({ type, name, parent }) => [type, name, parent]).sort(),
                    [
                        ["aws:cloudwatch/logGroup:LogGroup", "telemetry-errors", "telemetry"],
                        ["aws:iam/role:Role", "telemetry-errors-role", "telemetry"],
                        ["aws:iam/rolePolicy:RolePolicy", "telemetry-errors-policy", "telemetry"],
                        ["aws:iot/topicRule:TopicRule", "telemetry", "telemetry"],
                        ["aws:kms/key:Key", "telemetry-errors-key", "telemetry"],
                        ["iotkafka:index:KafkaTopicRule", "telemetry", ""],
                    ].sort(),
                );
            });

            it("writes documents that are known before anything is made", async () => {
                const { resource } = await run(() => make(RULE), { preview });
                const group = "arn:aws:logs:us-east-1:209876543210:log-group:/iot-kafka/plant/dev/telemetry/errors";
                const policy = JSON.parse(resource("aws:iam/rolePolicy:RolePolicy").inputs.policy);
                assert.deepEqual(policy.Statement, [
                    {
                        Effect: "Allow",
                        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                        Resource: [group, `${group}:*`],
                    },
                ]);
                const trust = JSON.parse(resource("aws:iam/role:Role").inputs.assumeRolePolicy);
                assert.deepEqual(trust.Statement, [
                    {
                        Effect: "Allow",
                        Principal: { Service: "iot.amazonaws.com" },
                        Action: "sts:AssumeRole",
                        Condition: {
                            StringEquals: { "aws:SourceAccount": "209876543210" },
                            ArnLike: { "aws:SourceArn": "arn:aws:iot:us-east-1:209876543210:*" },
                        },
                    },
                ]);
                const key = JSON.parse(resource("aws:kms/key:Key").inputs.policy);
                assert.deepEqual(key.Statement[1].Principal, { Service: "logs.us-east-1.amazonaws.com" });
                assert.deepEqual(key.Statement[1].Condition, {
                    ArnEquals: { "kms:EncryptionContext:aws:logs:arn": group },
                });
                assert.equal(key.Statement[0].Principal.AWS, "arn:aws:iam::209876543210:root");
            });

            it("hands Region and tags to everything that takes them", async () => {
                const destinationArn = DESTINATION.replace("us-east-1", "eu-central-1");
                const { resources, invokes } = await run(
                    () => make({ ...RULE, destinationArn, region: "eu-central-1", tags: { team: "plant" } }),
                    { preview },
                );
                const children = resources.filter(({ parent }) => parent === "telemetry");
                for (const { type, inputs } of children) {
                    const isGlobal = type.startsWith("aws:iam/");
                    assert.equal(inputs.region, isGlobal ? undefined : "eu-central-1", type);
                    if (type !== "aws:iam/rolePolicy:RolePolicy")
                        assert.deepEqual(inputs.tags, { team: "plant" }, type);
                }
                const asked = invokes.find(({ token }) => token.endsWith("getRegion"));
                assert.deepEqual(asked?.inputs, { region: "eu-central-1" });
            });
        });
    }

    it("writes exactly the founding page's client properties for the founding page's rule", async () => {
        const { kafka, sql } = printedRule();
        const role = "arn:aws:iam::123456789012:role/kafka-get-secret-role-name";
        const { resource } = await run(
            () =>
                make({
                    sql,
                    destinationArn: kafka.destinationArn,
                    topic: kafka.topic,
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
                }),
            { preview: true },
        );
        const { inputs } = resource(TOPIC_RULE);
        const printed = Object.fromEntries(
            Object.entries(kafka.clientProperties).map(([name, value]) => [name, value.replace(/,\s+/g, ", ")]),
        );
        assert.deepEqual(inputs, {
            name: "plant_dev_telemetry",
            enabled: true,
            sql,
            sqlVersion: "2016-03-23",
            kafkas: [
                {
                    destinationArn: kafka.destinationArn,
                    topic: kafka.topic,
                    clientProperties: { ...printed, "ssl.truststore.password": { secret: "kafka password" } },
                },
            ],
        });
    });

    const modes: readonly [string, KafkaTopicRuleArgs, Record<string, unknown>][] = [
        [
            "SCRAM-SHA-512",
            RULE,
            {
                "security.protocol": "SASL_SSL",
                "sasl.mechanism": "SCRAM-SHA-512",
                "sasl.scram.username": `\${get_secret('AmazonMSK_plant', 'SecretString', 'username', '${ROLE}')}`,
                "sasl.scram.password": `\${get_secret('AmazonMSK_plant', 'SecretString', 'password', '${ROLE}')}`,
            },
        ],
        [
            "PLAIN",
            { ...OWN, authentication: PLAIN },
            {
                "security.protocol": "SASL_SSL",
                "sasl.mechanism": "PLAIN",
                "sasl.plain.username": { secret: "telemetry" },
                "sasl.plain.password": `\${get_secret('kafka_password', 'SecretString', '${ROLE}')}`,
            },
        ],
        [
            "GSSAPI",
            { ...OWN, authentication: KERBEROS },
            {
                "security.protocol": "SASL_SSL",
                "sasl.mechanism": "GSSAPI",
                "sasl.kerberos.keytab": `\${get_secret('kafka_keytab', 'SecretBinary', '${ROLE}')}`,
                "sasl.kerberos.service.name": "kafka",
                "sasl.kerberos.krb5.kdc": "kdc.plant.example",
                "sasl.kerberos.krb5.realm": "PLANT.EXAMPLE",
                "sasl.kerberos.principal": "iot/rules.plant.example",
                "ssl.truststore": `\${get_secret('kafka_truststore', 'SecretBinary', '${ROLE}')}`,
                "ssl.truststore.password": { secret: "kafka password" },
            },
        ],
        [
            "SSL",
            { ...OWN, authentication: MUTUAL_TLS },
            {
                "security.protocol": "SSL",
                "ssl.keystore": `\${get_secret('kafka_keystore', 'SecretBinary', '${ROLE}')}`,
                "ssl.keystore.password": { secret: "store password" },
                "ssl.key.password": `\${get_secret('kafka_key_password', 'SecretString', '${ROLE}')}`,
            },
        ],
        [
            "a trust store in a text",
            { ...OWN, authentication: { ...SCRAM, trustStore: { file: { text: { secretId: "ca", roleArn: ROLE } } } } },
            {
                "security.protocol": "SASL_SSL",
                "sasl.mechanism": "SCRAM-SHA-512",
                "sasl.scram.username": `\${get_secret('AmazonMSK_plant', 'SecretString', 'username', '${ROLE}')}`,
                "sasl.scram.password": `\${get_secret('AmazonMSK_plant', 'SecretString', 'password', '${ROLE}')}`,
                "ssl.truststore": `\${get_secret('ca', 'SecretString', '${ROLE}')}`,
            },
        ],
        [
            "everything optional",
            {
                ...RULE,
                acks: "all",
                compression: "zstd",
                keySerializer: "StringSerializer",
                valueSerializer: "org.apache.kafka.common.serialization.ByteBufferSerializer",
            },
            {
                "security.protocol": "SASL_SSL",
                "sasl.mechanism": "SCRAM-SHA-512",
                "sasl.scram.username": `\${get_secret('AmazonMSK_plant', 'SecretString', 'username', '${ROLE}')}`,
                "sasl.scram.password": `\${get_secret('AmazonMSK_plant', 'SecretString', 'password', '${ROLE}')}`,
                acks: "all",
                "compression.type": "zstd",
                "key.serializer": "StringSerializer",
                "value.serializer": "org.apache.kafka.common.serialization.ByteBufferSerializer",
            },
        ],
    ];
    for (const [title, args, expected] of modes) {
        it(`writes exactly the client properties of ${title}`, async () => {
            const { resource, errors } = await run(() => make(args));
            assert.deepEqual(errors, []);
            const { clientProperties } = resource(TOPIC_RULE).inputs.kafkas[0];
            assert.deepEqual(clientProperties, { "bootstrap.servers": args.bootstrapServers, ...expected });
        });
    }

    it("makes nothing for errors when that is refused in words", async () => {
        const { resources, result } = await run(() => make({ ...RULE, errorAction: "none" }));
        assert.deepEqual(
            resources.map(({ type }) => type),
            ["iotkafka:index:KafkaTopicRule", TOPIC_RULE],
        );
        assert.equal(await resolved(result.logGroupName), undefined);
    });

    it("keeps log entries as long as is asked for, 30 days otherwise", async () => {
        const retentionOf = async (args: KafkaTopicRuleArgs) =>
            (await run(() => make(args))).resource("aws:cloudwatch/logGroup:LogGroup").inputs.retentionInDays;
        assert.equal(await retentionOf(RULE), 30);
        assert.equal(await retentionOf({ ...RULE, errorAction: { logs: {} } }), 30);
        assert.equal(await retentionOf({ ...RULE, errorAction: { logs: { retentionDays: 7 } } }), 7);
    });

    it("makes the rule after the right to write its errors", async () => {
        const { resource } = await run(() => make(RULE));
        assert.ok(resource(TOPIC_RULE).dependencies.includes("telemetry-errors-policy"));
    });

    it("leaves every leaf known but the one that is not", async () => {
        const { resource, errors } = await run(
            () => {
                const other = make({ ...RULE, errorAction: "none" }, "other");
                return make({
                    ...RULE,
                    destinationArn: other.ruleArn,
                    authentication: { ...SCRAM, username: { secretId: other.ruleArn, roleArn: ROLE } },
                });
            },
            { preview: true },
        );
        assert.deepEqual(errors, []);
        const [kafka] = resource(TOPIC_RULE, "telemetry").inputs.kafkas;
        assert.deepEqual(kafka, {
            destinationArn: NOT_KNOWN,
            topic: "telemetry",
            key: "${topic(2)}",
            clientProperties: {
                "bootstrap.servers": RULE.bootstrapServers,
                "security.protocol": "SASL_SSL",
                "sasl.mechanism": "SCRAM-SHA-512",
                "sasl.scram.username": NOT_KNOWN,
                "sasl.scram.password": `\${get_secret('AmazonMSK_plant', 'SecretString', 'password', '${ROLE}')}`,
            },
        });
        assert.deepEqual(resource(TOPIC_RULE, "telemetry").propertyDependencies.kafkas, ["other"]);
    });

    it("leaves out what turns out to be undefined, and puts defaults in its place", async () => {
        const nothing = output(undefined);
        const { resource } = await run(() =>
            make({ ...RULE, key: nothing, acks: nothing, enabled: nothing, sqlVersion: nothing, ruleName: nothing }),
        );
        const { inputs } = resource(TOPIC_RULE);
        assert.equal("key" in inputs.kafkas[0], false);
        assert.equal("acks" in inputs.kafkas[0].clientProperties, false);
        assert.deepEqual([inputs.enabled, inputs.sqlVersion, inputs.name], [true, "2016-03-23", "plant_dev_telemetry"]);
    });

    it("keeps a secret secret, also in the component's own arguments", async () => {
        const { resource } = await run(() =>
            make({ ...OWN, topic: secret("telemetry"), authentication: { ...MUTUAL_TLS, keyStorePassword: "hush" } }),
        );
        const { inputs } = resource("iotkafka:index:KafkaTopicRule");
        assert.deepEqual(inputs.authentication.keyStorePassword, { secret: "hush" });
        assert.deepEqual(inputs.authentication.keyStore, { secretId: "kafka_keystore", roleArn: ROLE });
        assert.deepEqual(resource(TOPIC_RULE).inputs.kafkas[0].topic, { secret: "telemetry" });
    });

    it("registers exactly what it gives", async () => {
        const { result, outputs } = await run(() => make(RULE));
        const given = Object.keys(outputs.get("telemetry") ?? {}).sort();
        assert.deepEqual(given, ["logGroupName", "ruleArn", "ruleName"]);
        assert.equal(await resolved(result.ruleName), "plant_dev_telemetry");
        assert.equal(await resolved(result.logGroupName), "/iot-kafka/plant/dev/telemetry/errors");
    });

    it("is known by its type", async () => {
        const { result } = await run(() => [make(RULE), new ComponentResource("other:index:Thing", "thing")]);
        assert.deepEqual(result.map(KafkaTopicRule.isInstance), [true, false]);
        assert.equal(KafkaTopicRule.__pulumiType, "iotkafka:index:KafkaTopicRule");
        assert.equal(KafkaTopicRule.isInstance(undefined), false);
    });
});
