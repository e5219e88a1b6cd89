import {
    action,
    DESTINATION_ARN,
    getSecret,
    KERBEROS,
    MUTUAL_TLS,
    PLAIN,
    type Properties,
    rule,
    SCRAM,
} from "../../constraints/examples/configurations";
import { given } from "../../constraints/examples/given";
import { type Changes, type Corruption, field, header, type Mistake, mistake, property } from "./corruption";

const MSK_BROKER = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com";
const IAM_ROLE = "arn:aws:iam::209876543210:role/iot-kafka-secrets";

const SCRAM_MISTAKES: readonly Mistake[] = [
    mistake("an empty destination", field("destinationArn", " "), "destination-arn"),
    mistake(
        "a destination of another Region",
        field("destinationArn", DESTINATION_ARN.replace("us-east-1", "eu-west-1")),
        "destination-place",
    ),
    mistake(
        "a destination of another account",
        field("destinationArn", DESTINATION_ARN.replace("209", "310")),
        "destination-place",
    ),
    mistake("an id in place of the ARN", field("destinationArn", "7b1f3c52-6c3e-4a2b-9d0e"), "destination-arn"),
    mistake("an MQTT topic", field("topic", "devices/telemetry"), "topic-name"),
    mistake("a topic of 250 characters", field("topic", "t".repeat(250)), "topic-name"),
    mistake("a topic of two dots", field("topic", ".."), "topic-name"),
    mistake("a slash beside a template", field("topic", "devices/${topic(2)}"), "topic-name"),
    mistake("a negative partition", field("partition", "-1"), "partition-literal"),
    mistake("a partition as a number", field("partition", 0), "partition-literal"),
    mistake("a letter beside a partition's template", field("partition", "p${topic(2)}"), "partition-literal"),
    mistake(
        "101 headers",
        field(
            "headers",
            Array.from({ length: 101 }, () => ({ key: "k", value: "v" })),
        ),
        "headers-count",
    ),
    mistake("a header without a value", header("source", undefined), "header-members"),
    mistake("a header whose value is a number", header("version", 2, "value"), "header-members"),
    mistake("a header value of 16,385 characters", header("source", "v".repeat(16_385), "value"), "header-size"),
    mistake("client properties as a list", field("clientProperties", ["acks=1"]), "client-properties-present"),
    mistake("no client property at all", field("clientProperties", {}), "client-properties-present"),
    mistake("no brokers", property("bootstrap.servers", ""), "client-property-required"),
    mistake(
        "a trailing comma",
        property("bootstrap.servers", `${SCRAM["bootstrap.servers"]},`),
        "bootstrap-servers-format",
    ),
    mistake(
        "a broker twice",
        property("bootstrap.servers", `${MSK_BROKER}:9096, ${MSK_BROKER}:9096`),
        "bootstrap-servers-format",
        { adds: ["bootstrap-servers-zones"] },
    ),
    mistake(
        "brokers behind a prefix",
        property("bootstrap.servers", `SASL_SSL://${MSK_BROKER}:9096`),
        "bootstrap-servers-format",
    ),
    mistake(
        "semicolons between brokers",
        property("bootstrap.servers", `${MSK_BROKER}:9096;${MSK_BROKER}:9096`),
        "bootstrap-servers-format",
    ),
    mistake("the plaintext port of MSK", withPort(9092), "bootstrap-servers-msk-port"),
    mistake("the IAM port of MSK", withPort(9098), "bootstrap-servers-msk-port"),
    mistake("the TLS port of MSK", withPort(9094), "bootstrap-servers-msk-port"),
    mistake("the public port of MSK", withPort(9196), "bootstrap-servers-public-port"),
    mistake("an IPv6 port of MSK", withPort(20096), "bootstrap-servers-public-port"),
    mistake("ZooKeeper of MSK", withPort(2182), "bootstrap-servers-zookeeper"),
    mistake("port 443", withPort(443), "bootstrap-servers-port"),
    mistake("port 0", withPort(0), "bootstrap-servers-port"),
    mistake("brokers as a list", property("bootstrap.servers", [`${MSK_BROKER}:9096`]), "client-property-type"),
    mistake("SASL_PLAINTEXT", property("security.protocol", "SASL_PLAINTEXT"), "security-protocol"),
    mistake("a hyphen in the protocol", property("security.protocol", "SASL-SSL"), "security-protocol"),
    mistake("an empty protocol", property("security.protocol", ""), "security-protocol"),
    mistake("no user name", property("sasl.scram.username", undefined), "client-property-required"),
    mistake("an empty user name", property("sasl.scram.username", ""), "client-property-required"),
    mistake("no password", property("sasl.scram.password", undefined), "client-property-required"),
    mistake("a password written out", property("sasl.scram.password", "not-a-real-one"), "scram-password-secret"),
    mistake(
        "a password in a template",
        property("sasl.scram.password", "${'not-a-real-one'}"),
        "scram-password-secret",
    ),
    mistake(
        "a prefix before the password",
        property("sasl.scram.password", `x${String(SCRAM["sasl.scram.password"])}`),
        "scram-password-secret",
    ),
    mistake(
        "a password read as a file",
        property("sasl.scram.password", getSecret("AmazonMSK_plant", "SecretBinary", "password")),
        "scram-password-secret",
    ),
    mistake(
        "a password without a key",
        property("sasl.scram.password", getSecret("AmazonMSK_plant", "SecretString")),
        "scram-secret-key",
    ),
    mistake(
        "a user name by the wrong key",
        property("sasl.scram.username", getSecret("AmazonMSK_plant", "SecretString", "user")),
        "scram-secret-key",
    ),
    mistake("a password as a number", property("sasl.scram.password", 12345678), "client-property-type"),
    mistake("no mechanism", property("sasl.mechanism", undefined), "client-property-required"),
    mistake("an empty mechanism", property("sasl.mechanism", " "), "client-property-required"),
    mistake("AWS_MSK_IAM", property("sasl.mechanism", "AWS_MSK_IAM"), "sasl-mechanism"),
    mistake("OAUTHBEARER", property("sasl.mechanism", "OAUTHBEARER"), "sasl-mechanism"),
    mistake("a mechanism in lower case", property("sasl.mechanism", "scram-sha-512"), "sasl-mechanism"),
    mistake("acks of all", property("acks", "all"), "acks-value"),
    mistake("acks of -1", property("acks", "-1"), "acks-value"),
    mistake("acks with a space", property("acks", "1 "), "acks-value"),
    mistake("compression in upper case", property("compression.type", "LZ4"), "compression-type"),
    mistake(
        "a serializer of another package",
        property("key.serializer", "org.apache.kafka.connect.storage.StringConverter"),
        "key-serializer",
    ),
    mistake("a serializer with another end", property("value.serializer", "ByteArraySerializer"), "value-serializer"),
    mistake("a misspelt property", property("compresion.type", "lz4"), "client-property-known"),
    mistake("a property in upper case", property("ACKS", "1"), "client-property-known"),
    mistake("idempotence", property("enable.idempotence", "true"), "client-property-known"),
    mistake(
        "a schema registry",
        property("schema.registry.url", "https://registry.plant.example"),
        "client-property-known",
    ),
    mistake("a trust store file", property("ssl.truststore.location", "/etc/store.jks"), "client-property-known"),
    mistake("a misspelt protocol", renamed(SCRAM, "security.protocol", "security.protocl"), "client-property-known"),
    mistake(
        "a misspelt list of brokers",
        renamed(SCRAM, "bootstrap.servers", "bootstrap.server"),
        "client-property-known",
    ),
    mistake(
        "a user as other clients name it",
        renamed(SCRAM, "sasl.scram.username", "sasl.username"),
        "client-property-known",
    ),
    mistake(
        "a space behind a property's name",
        renamed(SCRAM, "sasl.mechanism", "sasl.mechanism "),
        "client-property-known",
    ),
    mistake(
        "a Region without AWS IoT Core",
        {
            rule: { region: "af-south-1" },
            action: { destinationArn: DESTINATION_ARN.replace("us-east-1", "af-south-1") },
            path: "region",
        },
        "rule-region",
        { adds: ["bootstrap-servers-region"] },
    ),
];

const TLS_MISTAKES: readonly Mistake[] = [
    mistake("no key store", property("ssl.keystore", undefined), "client-property-required", {
        adds: ["key-password-alone"],
    }),
    mistake("no password of the key store", property("ssl.keystore.password", undefined), "client-property-required"),
    mistake("an empty password of the key store", property("ssl.keystore.password", ""), "client-property-required"),
    mistake("a key store written out", property("ssl.keystore", "MIIKXgIBAzCC"), "keystore-secret"),
    mistake("a key store by its path", property("ssl.keystore", "/etc/client.p12"), "keystore-secret"),
    mistake(
        "a key store read as text",
        property("ssl.keystore", getSecret("kafka_keystore", "SecretString")),
        "keystore-secret",
    ),
    mistake(
        "a prefix before the key store",
        property("ssl.keystore", `base64:${getSecret("kafka_keystore", "SecretBinary")}`),
        "get-secret-whole-value",
    ),
    mistake(
        "a key for the key store",
        property("ssl.keystore", `\${get_secret('k', 'SecretBinary', 'file', '${IAM_ROLE}')}`),
        "get-secret-binary-key",
    ),
    mistake(
        "the password of the key store read as a file",
        property("ssl.keystore.password", getSecret("kafka_keystore_password", "SecretBinary")),
        "keystore-password-type",
    ),
    mistake("a key password written out", property("ssl.key.password", "not-a-real-one"), "key-password-secret"),
    mistake(
        "a key password read as a file",
        property("ssl.key.password", getSecret("kafka_key_password", "SecretBinary")),
        "key-password-secret",
    ),
    mistake("the SCRAM port of MSK", withPort(9096), "bootstrap-servers-msk-port"),
    mistake("the protocol TLS", property("security.protocol", "TLS"), "security-protocol"),
    mistake(
        "a trust store that is PEM text",
        property("ssl.truststore", "-----BEGIN CERTIFICATE-----"),
        "truststore-form",
        { adds: ["truststore-msk"] },
    ),
    mistake(
        "a PLAIN password beside the key store",
        property("sasl.plain.password", "not-a-real-one"),
        "plain-password-secret",
        { adds: ["sasl-with-ssl"] },
    ),
];

const PLAIN_MISTAKES: readonly Mistake[] = [
    mistake("no user name", property("sasl.plain.username", undefined), "client-property-required"),
    mistake("no password", property("sasl.plain.password", undefined), "client-property-required"),
    mistake("a password written out", property("sasl.plain.password", "not-a-real-one"), "plain-password-secret"),
    mistake(
        "a password read as a file",
        property("sasl.plain.password", getSecret("kafka_api_key", "SecretBinary")),
        "plain-password-secret",
    ),
    mistake("brokers of Amazon MSK", property("bootstrap.servers", `${MSK_BROKER}:9096`), "sasl-mechanism-msk", {
        path: property("sasl.mechanism", "").path,
        adds: ["bootstrap-servers-zones"],
    }),
    mistake(
        "the port of a schema registry",
        property("bootstrap.servers", "pkc-56d1g.us-east-1.example.com:8081"),
        "bootstrap-servers-port",
    ),
];

const KERBEROS_MISTAKES: readonly Mistake[] = [
    mistake("no KDC", property("sasl.kerberos.krb5.kdc", undefined), "client-property-required"),
    mistake("a KDC with a scheme", property("sasl.kerberos.krb5.kdc", "kdc://kdc.plant.example"), "kerberos-kdc"),
    mistake("two KDCs", property("sasl.kerberos.krb5.kdc", "kdc-1.plant.example, kdc-2.plant.example"), "kerberos-kdc"),
    mistake("a keytab written out", property("sasl.kerberos.keytab", "BQIAAABHAAIAA2lvdA=="), "keytab-secret"),
    mistake("the word KERBEROS", property("sasl.mechanism", "KERBEROS"), "sasl-mechanism"),
    mistake("an empty realm", property("sasl.kerberos.krb5.realm", ""), "client-property-required"),
    mistake("a trust store that reads no secret", property("ssl.truststore", "${store}"), "truststore-form"),
    mistake("a copy of the cacerts file", property("ssl.truststore", "A".repeat(120_000)), "truststore-size"),
    mistake(
        "a misspelt KDC",
        renamed(KERBEROS, "sasl.kerberos.krb5.kdc", "sasl.kerberos.kdc"),
        "client-property-known",
    ),
];

/** Mistakes in a correct rule of each of the four modes. */
export const MODE_CORRUPTIONS: readonly Corruption[] = [
    ...corruptionsOf("SCRAM", SCRAM, SCRAM_MISTAKES),
    ...corruptionsOf("mutual TLS", MUTUAL_TLS, TLS_MISTAKES),
    ...corruptionsOf("PLAIN", PLAIN, PLAIN_MISTAKES),
    ...corruptionsOf("Kerberos", KERBEROS, KERBEROS_MISTAKES),
];

function corruptionsOf(name: string, mode: Properties, mistakes: readonly Mistake[]): Corruption[] {
    return mistakes.map(({ changes, title, ...rest }) => ({
        ...rest,
        title: `${title} (${name})`,
        correct: stackOf(mode, {}),
        corrupt: stackOf(mode, changes),
    }));
}

function stackOf(mode: Properties, { properties, action: fields, rule: inputs }: Changes) {
    return rule([action(given({ ...mode, ...properties }), fields)], inputs);
}

/** A property of the mode under a wrong name, which is reported there. */
function renamed(mode: Properties, name: string, wrong: string) {
    return { properties: { [name]: undefined, [wrong]: mode[name] }, path: property(wrong, "").path };
}

/** Two brokers of Amazon MSK at another port. */
function withPort(port: number) {
    return property("bootstrap.servers", `${MSK_BROKER}:${port},${MSK_BROKER.replace("b-1", "b-2")}:${port}`);
}
