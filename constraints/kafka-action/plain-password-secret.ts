import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, PLAIN, withProperties } from "../examples/configurations";
import { checkSecret } from "./secretTemplate";

export const plainPasswordSecret = defineConstraint({
    id: "plain-password-secret",
    subject: "kafkaAction",
    requirements: ["KAFKA-PLAIN-03", "KAFKA-CP-07"],
    level: "mandatory",
    severity: "critical",
    what: "The password of SASL/PLAIN comes from AWS Secrets Manager, as SecretString.",
    why: "A rule is stored in plain text, in the state of the program too: whoever may read it reads the password. Read as a file, the password is none.",
    fix: "Store it in AWS Secrets Manager and write ${get_secret('id', 'SecretString', 'key', 'role ARN')}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkSecret(action, "sasl.plain.password", {
            notSecret: ["KAFKA-PLAIN-03", "KAFKA-CP-07"],
            wrongType: ["KAFKA-PLAIN-03"],
        }),
    examples: {
        valid: [
            { title: "a secret", stack: withValue(getSecret("kafka_api_key", "SecretString", "secret")) },
            {
                title: "white space around the template",
                stack: withValue(` ${getSecret("kafka_api_key", "SecretString", "secret")}\n`),
            },
        ],
        invalid: [
            { title: "a password written out", stack: withValue("not-a-real-one") },
            { title: "a template that reads no secret", stack: withValue("${'not-a-real-one'}") },
            {
                title: "a prefix before the template",
                stack: withValue(`x${getSecret("kafka_api_key", "SecretString", "secret")}`),
            },
            { title: "the wrong secret type", stack: withValue(getSecret("kafka_api_key", "SecretBinary", "secret")) },
        ],
    },
});

function withValue(value: string) {
    return withProperties({ "sasl.plain.password": value }, PLAIN);
}
