import { type Properties, part, text } from "../../../provider/value";
import { Refusal } from "../../refusal";

/** Client properties and the values that each may have; null for free text. */
const CLIENT_PROPERTIES: Readonly<Record<string, RegExp | null>> = {
    acks: /^(0|1|-1|all)$/,
    "bootstrap.servers": /^\s*[^\s,:]+:\d{1,5}(\s*,\s*[^\s,:]+:\d{1,5})*\s*$/,
    "compression.type": /^(none|gzip|snappy|lz4|zstd)$/,
    "security.protocol": /^(SSL|SASL_SSL)$/,
    "key.serializer": /^(org\.apache\.kafka\.common\.serialization\.)?StringSerializer$/,
    "value.serializer": /^(org\.apache\.kafka\.common\.serialization\.)?ByteBufferSerializer$/,
    "ssl.truststore": null,
    "ssl.truststore.password": null,
    "ssl.keystore": null,
    "ssl.keystore.password": null,
    "ssl.key.password": null,
    "sasl.mechanism": /^(PLAIN|SCRAM-SHA-512|GSSAPI)$/,
    "sasl.plain.username": null,
    "sasl.plain.password": null,
    "sasl.scram.username": null,
    "sasl.scram.password": null,
    "sasl.kerberos.keytab": null,
    "sasl.kerberos.service.name": null,
    "sasl.kerberos.krb5.kdc": null,
    "sasl.kerberos.krb5.realm": null,
    "sasl.kerberos.principal": null,
};

/** What a mechanism cannot do without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    PLAIN: ["sasl.plain.username", "sasl.plain.password"],
    "SCRAM-SHA-512": ["sasl.scram.username", "sasl.scram.password"],
    GSSAPI: [
        "sasl.kerberos.keytab",
        "sasl.kerberos.service.name",
        "sasl.kerberos.krb5.kdc",
        "sasl.kerberos.krb5.realm",
        "sasl.kerberos.principal",
    ],
};

/**
 * Why AWS IoT refuses a Kafka action, if it does. Names of properties only, never their values.
 *
 * https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export function kafkaActionProblem(action: Properties): Refusal | undefined {
    const properties = part(action, "clientProperties") ?? {};
    if (!text(action, "topic")) {
        return invalid("Kafka action requires a topic");
    }
    if (!/^arn:[\w-]+:iot:[a-z0-9-]+:\d{12}:ruledestination\/vpc\/.+/.test(text(action, "destinationArn") ?? "")) {
        return invalid("Kafka action requires the ARN of a VPC destination");
    }
    for (const [name, value] of Object.entries(properties)) {
        const allowed = CLIENT_PROPERTIES[name];
        if (allowed === undefined) {
            return invalid(`The Kafka client property ${name} is not supported`);
        }
        if (allowed && !allowed.test(String(value))) {
            return invalid(`The value of the Kafka client property ${name} is not valid`);
        }
    }
    const missing = neededBy(properties).find((name) => !text(properties, name));
    return missing ? invalid(`The Kafka client property ${missing} is required`) : undefined;
}

function neededBy(properties: Properties): readonly string[] {
    const needed = ["bootstrap.servers"];
    if ((text(properties, "security.protocol") ?? "SSL") === "SSL") {
        return [...needed, "ssl.keystore", "ssl.keystore.password"];
    }
    return [...needed, "sasl.mechanism", ...(NEEDED[text(properties, "sasl.mechanism") ?? ""] ?? [])];
}

function invalid(reason: string): Refusal {
    return new Refusal("InvalidRequestException", reason);
}
