import { SCRAM } from "../../constraints/examples/configurations";
import { founding } from "../../constraints/examples/foundingPage";
import { type Corruption, field, type Mistake, mistake, property } from "./corruption";

const ROLE = "arn:aws:iam::123456789012:role/kafka-get-secret-role-name";

/** The value that is replaced held a placeholder, about which there was advice. */
const WITHOUT_PLACEHOLDER = { removes: ["documentation-placeholder"] };

const MISTAKES: readonly Mistake[] = [
    mistake("no destination", field("destinationArn", undefined), "destination-arn", WITHOUT_PLACEHOLDER),
    mistake(
        "an MSK cluster as destination",
        field("destinationArn", "arn:aws:kafka:us-east-1:209876543210:cluster/plant/1-2"),
        "destination-arn",
        WITHOUT_PLACEHOLDER,
    ),
    mistake(
        "an HTTP destination",
        field("destinationArn", "arn:aws:iot:us-east-1:209876543210:ruledestination/http/1-2"),
        "destination-arn",
        WITHOUT_PLACEHOLDER,
    ),
    mistake(
        "a template for the destination",
        field("destinationArn", "${destination}"),
        "destination-arn",
        WITHOUT_PLACEHOLDER,
    ),
    mistake("no topic", field("topic", undefined), "topic-name"),
    mistake("a topic with a space", field("topic", "Topic Name"), "topic-name"),
    mistake("the whole MQTT topic", field("topic", "${topic()}"), "topic-slashes"),
    mistake("a partition in words", field("partition", "first"), "partition-literal"),
    mistake("an empty list of headers", field("headers", []), "headers-count"),
    mistake("no client properties", field("clientProperties", undefined), "client-properties-present", {
        removes: ["documentation-placeholder", "documentation-placeholder", "truststore-password-literal"],
    }),
    mistake("no brokers", property("bootstrap.servers", undefined), "client-property-required"),
    mistake("a broker without a port", property("bootstrap.servers", "kafka.com"), "bootstrap-servers-format"),
    mistake("a scheme", property("bootstrap.servers", "https://kafka.com:9092"), "bootstrap-servers-format"),
    mistake("a port beyond 9100", property("bootstrap.servers", "kafka.com:9101"), "bootstrap-servers-port"),
    mistake("ZooKeeper", property("bootstrap.servers", "kafka.com:2181"), "bootstrap-servers-zookeeper"),
    mistake("a public port of MSK", property("bootstrap.servers", "kafka.com:9196"), "bootstrap-servers-public-port"),
    mistake(
        "Kerberos with Amazon MSK",
        property("bootstrap.servers", SCRAM["bootstrap.servers"]),
        "sasl-mechanism-msk",
        { path: property("sasl.mechanism", "").path, adds: ["truststore-msk"] },
    ),
    mistake("PLAINTEXT", property("security.protocol", "PLAINTEXT"), "security-protocol"),
    mistake("a protocol in lower case", property("security.protocol", "sasl_ssl"), "security-protocol"),
    mistake("acks of 2", property("acks", "2"), "acks-value"),
    mistake("acks as a number", property("acks", 1), "client-property-type"),
    mistake("brotli", property("compression.type", "brotli"), "compression-type"),
    mistake("another key serializer", property("key.serializer", "IntegerSerializer"), "key-serializer"),
    mistake("another value serializer", property("value.serializer", "StringSerializer"), "value-serializer"),
    mistake("no mechanism", property("sasl.mechanism", undefined), "client-property-required"),
    mistake("SCRAM-SHA-256", property("sasl.mechanism", "SCRAM-SHA-256"), "sasl-mechanism"),
    mistake("no service name", property("sasl.kerberos.service.name", undefined), "client-property-required"),
    mistake("an empty KDC", property("sasl.kerberos.krb5.kdc", ""), "client-property-required"),
    mistake("another port of the KDC", property("sasl.kerberos.krb5.kdc", "kerberosdns.com:8888"), "kerberos-kdc"),
    mistake("no realm", property("sasl.kerberos.krb5.realm", undefined), "client-property-required"),
    mistake("no principal", property("sasl.kerberos.principal", undefined), "client-property-required"),
    mistake("no keytab", property("sasl.kerberos.keytab", undefined), "client-property-required", WITHOUT_PLACEHOLDER),
    mistake("a keytab written out", property("sasl.kerberos.keytab", "BQIAAABH"), "keytab-secret", WITHOUT_PLACEHOLDER),
    mistake(
        "a keytab read as text",
        property("sasl.kerberos.keytab", `\${get_secret('kafka_keytab', 'SecretString', '${ROLE}')}`),
        "keytab-secret",
    ),
    mistake(
        "a trust store by its path",
        property("ssl.truststore", "/etc/truststore.jks"),
        "truststore-form",
        WITHOUT_PLACEHOLDER,
    ),
    mistake(
        "a trust store that is too large",
        property("ssl.truststore", "A".repeat(66_564)),
        "truststore-size",
        WITHOUT_PLACEHOLDER,
    ),
    mistake("a SCRAM password", property("sasl.scram.password", "not-a-real-one"), "scram-password-secret", {
        adds: ["sasl-other-mechanism"],
    }),
    mistake("a property of Kafka's producer", property("linger.ms", "5"), "client-property-known"),
    mistake(
        "a property of Java",
        property("sasl.jaas.config", "com.sun.security.auth.module.Krb5LoginModule required;"),
        "client-property-known",
    ),
];

/** Mistakes in the founding page's example. */
export const FOUNDING_CORRUPTIONS: readonly Corruption[] = MISTAKES.map(({ changes, ...rest }) => ({
    ...rest,
    correct: founding(),
    corrupt: founding(changes),
}));
