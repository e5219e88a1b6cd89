import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, MUTUAL_TLS, withProperties } from "../examples/configurations";
import { checkSecret } from "./secretTemplate";

export const keyPasswordSecret = defineConstraint({
    id: "key-password-secret",
    subject: "kafkaAction",
    requirements: ["KAFKA-KEYPW-02", "KAFKA-CP-07", "KAFKA-KEYPW-03"],
    level: "mandatory",
    severity: "critical",
    what: "The password of the private key comes from AWS Secrets Manager, as SecretString.",
    why: "A rule is stored in plain text, in the state of the program too: whoever may read it reads the password. Read as a file, the password is none.",
    fix: "Store it in AWS Secrets Manager and write ${get_secret('id', 'SecretString', 'key', 'role ARN')}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkSecret(action, "ssl.key.password", {
            notSecret: ["KAFKA-KEYPW-02", "KAFKA-CP-07"],
            wrongType: ["KAFKA-KEYPW-03"],
        }),
    examples: {
        valid: [
            { title: "a secret", stack: withValue(getSecret("kafka_key_password", "SecretString")) },
            {
                title: "white space around the template",
                stack: withValue(` ${getSecret("kafka_key_password", "SecretString")}\n`),
            },
        ],
        invalid: [
            { title: "a password written out", stack: withValue("not-a-real-one") },
            { title: "a template that reads no secret", stack: withValue("${'not-a-real-one'}") },
            {
                title: "a prefix before the template",
                stack: withValue(`x${getSecret("kafka_key_password", "SecretString")}`),
            },
            { title: "the wrong secret type", stack: withValue(getSecret("kafka_key_password", "SecretBinary")) },
        ],
    },
});

function withValue(value: string) {
    return withProperties({ "ssl.key.password": value }, MUTUAL_TLS);
}
