import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, PLAIN, withProperties } from "../examples/configurations";
import { checkSecret } from "./secretTemplate";

export const scramPasswordSecret = defineConstraint({
    id: "scram-password-secret",
    subject: "kafkaAction",
    requirements: ["KAFKA-SCRAM-03", "KAFKA-CP-07"],
    level: "mandatory",
    severity: "critical",
    what: "The password of SASL/SCRAM comes from AWS Secrets Manager, as SecretString.",
    why: "A rule is stored in plain text, in the state of the program too: whoever may read it reads the password. Read as a file, the password is none.",
    fix: "Store it in AWS Secrets Manager and write ${get_secret('id', 'SecretString', 'key', 'role ARN')}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkSecret(action, "sasl.scram.password", {
            notSecret: ["KAFKA-SCRAM-03", "KAFKA-CP-07"],
            wrongType: ["KAFKA-SCRAM-03"],
        }),
    examples: {
        valid: [
            { title: "a secret", stack: withValue(getSecret("AmazonMSK_plant", "SecretString", "password")) },
            {
                title: "white space around the template",
                stack: withValue(` ${getSecret("AmazonMSK_plant", "SecretString", "password")}\n`),
            },
        ],
        invalid: [
            { title: "a password written out", stack: withValue("not-a-real-one") },
            {
                title: "a password written out beside another mechanism",
                stack: withProperties({ "sasl.scram.password": "not-a-real-one" }, PLAIN),
            },
            { title: "a template that reads no secret", stack: withValue("${'not-a-real-one'}") },
            {
                title: "a prefix before the template",
                stack: withValue(`x${getSecret("AmazonMSK_plant", "SecretString", "password")}`),
            },
            {
                title: "the wrong secret type",
                stack: withValue(getSecret("AmazonMSK_plant", "SecretBinary", "password")),
            },
        ],
    },
});

function withValue(value: string) {
    return withProperties({ "sasl.scram.password": value });
}
