import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, MUTUAL_TLS, withProperties } from "../examples/configurations";
import { checkSecret } from "./secretTemplate";

export const keystoreSecret = defineConstraint({
    id: "keystore-secret",
    subject: "kafkaAction",
    requirements: ["KAFKA-KS-02", "KAFKA-CP-07", "KAFKA-KS-03"],
    level: "mandatory",
    severity: "critical",
    what: "The key store comes from AWS Secrets Manager, as SecretBinary.",
    why: "The file holds a private key, and a rule is stored in plain text. Read as a text, the file is none.",
    fix: "Store the file in AWS Secrets Manager and write ${get_secret('id', 'SecretBinary', 'role ARN')}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkSecret(action, "ssl.keystore", { notSecret: ["KAFKA-KS-02", "KAFKA-CP-07"], wrongType: ["KAFKA-KS-03"] }),
    examples: {
        valid: [
            { title: "a secret", stack: withValue(getSecret("kafka_keystore", "SecretBinary")) },
            {
                title: "white space around the template",
                stack: withValue(` ${getSecret("kafka_keystore", "SecretBinary")}\n`),
            },
        ],
        invalid: [
            { title: "a file written out", stack: withValue("bm90LWEtcmVhbC1vbmU=") },
            { title: "a template that reads no secret", stack: withValue("${'bm90LWEtcmVhbC1vbmU='}") },
            { title: "the wrong secret type", stack: withValue(getSecret("kafka_keystore", "SecretString")) },
        ],
    },
});

function withValue(value: string) {
    return withProperties({ "ssl.keystore": value }, MUTUAL_TLS);
}
