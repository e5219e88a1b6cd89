import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, KERBEROS, withProperties } from "../examples/configurations";
import { checkSecret } from "./secretTemplate";

export const keytabSecret = defineConstraint({
    id: "keytab-secret",
    subject: "kafkaAction",
    requirements: ["KAFKA-KRB-02", "KAFKA-CP-07"],
    level: "mandatory",
    severity: "critical",
    what: "The keytab comes from AWS Secrets Manager, as SecretBinary.",
    why: "The file holds the keys of a principal, and a rule is stored in plain text. Read as a text, the file is none.",
    fix: "Store the file in AWS Secrets Manager and write ${get_secret('id', 'SecretBinary', 'role ARN')}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkSecret(action, "sasl.kerberos.keytab", {
            notSecret: ["KAFKA-KRB-02", "KAFKA-CP-07"],
            wrongType: ["KAFKA-KRB-02"],
        }),
    examples: {
        valid: [
            { title: "a secret", stack: withValue(getSecret("kafka_keytab", "SecretBinary")) },
            {
                title: "white space around the template",
                stack: withValue(` ${getSecret("kafka_keytab", "SecretBinary")}\n`),
            },
        ],
        invalid: [
            { title: "a file written out", stack: withValue("bm90LWEtcmVhbC1vbmU=") },
            { title: "a template that reads no secret", stack: withValue("${'bm90LWEtcmVhbC1vbmU='}") },
            { title: "the wrong secret type", stack: withValue(getSecret("kafka_keytab", "SecretString")) },
        ],
    },
});

function withValue(value: string) {
    return withProperties({ "sasl.kerberos.keytab": value }, KERBEROS);
}
