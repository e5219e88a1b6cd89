import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { getSecret, KERBEROS, withProperties } from "../examples/configurations";
import { propertyPath } from "./enumerated";
import { TRUST_STORE_LIMIT } from "./truststoreLimit";

const PATH = propertyPath("ssl.truststore");
const STORE = Buffer.from("a trust store").toString("base64");

export const truststoreForm = defineConstraint({
    id: "truststore-form",
    subject: "kafkaAction",
    requirements: ["KAFKA-TS-01", "KAFKA-TS-05"],
    level: "mandatory",
    severity: "high",
    what: "ssl.truststore is a trust store file as base64, or one get_secret template.",
    why: "AWS IoT reads the file from the value itself: it has no disk to look on, and takes no PEM text.",
    fix: "Store the file in AWS Secrets Manager and write ${get_secret('id', 'SecretBinary', 'role ARN')}, or put its base64 text here.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const value = action.property("ssl.truststore");
        if (isUnknown(value)) return undetermined(PATH);
        if (typeof value !== "string") return undefined;
        const parsed = action.templateOf("ssl.truststore")?.parsed;
        if (!parsed?.ok) return undefined;
        if (parsed.value.parts.some(({ kind }) => kind !== "text")) {
            // What stands around a get_secret call is judged by get-secret-whole-value.
            const readsSecret = action.secretCalls.some(({ property }) => property === "ssl.truststore");
            return readsSecret
                ? undefined
                : violation(PATH, "ssl.truststore is a template that reads no secret", {
                      requirements: ["KAFKA-TS-01"],
                  });
        }
        return judgeLiteral(value);
    },
    examples: {
        valid: [
            { title: "no trust store", stack: withStore(undefined) },
            { title: "a secret file", stack: withStore(getSecret("kafka_truststore", "SecretBinary")) },
            { title: "a secret text", stack: withStore(getSecret("kafka_truststore", "SecretString", "store")) },
            { title: "base64", stack: withStore(STORE) },
            { title: "base64 with line breaks", stack: withStore(`${STORE.slice(0, 8)}\n${STORE.slice(8)}\n`) },
        ],
        invalid: [
            { title: "a path", stack: withStore("/etc/kafka/client.truststore.jks") },
            { title: "a file URL", stack: withStore("file:///etc/kafka/client.truststore.jks") },
            { title: "a data URL", stack: withStore(`data:application/octet-stream;base64,${STORE}`) },
            {
                title: "a certificate as PEM",
                stack: withStore("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"),
            },
            { title: "base64 that is cut off", stack: withStore(STORE.slice(0, 5)) },
            { title: "nothing in it", stack: withStore("") },
            { title: "a template that reads no secret", stack: withStore("${store}") },
        ],
    },
});

function judgeLiteral(value: string): Verdict | undefined {
    const text = value.replace(/\s/g, "");
    if (value.length > TRUST_STORE_LIMIT || (/^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0))
        return undefined;
    return violation(PATH, `ssl.truststore ${looksLike(value)}`);
}

/** What it is in place of base64, without showing any of it. */
function looksLike(value: string): string {
    const text = value.trim();
    if (text === "") return "is empty";
    if (text.startsWith("-----BEGIN")) return "is PEM text, not a trust store as base64";
    if (/^[a-z]+:/i.test(text)) return "is a URL, not the file itself as base64";
    if (/\.(jks|p12|pfx|pem|crt|cer)$/i.test(text) || /^[./~]/.test(text))
        return "is the path of a file, not the file itself as base64";
    return "is no base64 text";
}

function withStore(value: string | undefined) {
    return withProperties(
        { "ssl.truststore": value, ...(value === undefined ? { "ssl.truststore.password": undefined } : {}) },
        KERBEROS,
    );
}
