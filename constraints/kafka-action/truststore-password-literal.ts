import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, KERBEROS, withProperties } from "../examples/configurations";
import { checkLiteralPassword } from "./literalPassword";
import { checkSecretType } from "./secretTemplate";

export const truststorePasswordLiteral = defineConstraint({
    id: "truststore-password-literal",
    subject: "kafkaAction",
    requirements: ["KAFKA-TSPW-03", "KAFKA-CP-07"],
    level: "advisory",
    severity: "low",
    what: "The password of the trust store comes from AWS Secrets Manager, as SecretString.",
    why: "Whoever may read the rule, or the state of the program, reads it, and may change the trust store where it is the same as elsewhere.",
    fix: "Store it in AWS Secrets Manager and write ${get_secret('id', 'SecretString', 'role ARN')}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkLiteralPassword(action, "ssl.truststore.password") ??
        checkSecretType(action, "ssl.truststore.password", ["KAFKA-TSPW-03"]),
    examples: {
        valid: [
            { title: "a secret", stack: withPassword(getSecret("kafka_password", "SecretString")) },
            { title: "a member of a secret", stack: withPassword(getSecret("kafka", "SecretString", "password")) },
        ],
        invalid: [
            { title: "a password written out", stack: withPassword("not-a-real-one") },
            { title: "the wrong secret type", stack: withPassword(getSecret("kafka_password", "SecretBinary")) },
            { title: "a template that reads no secret", stack: withPassword("${'not-a-real-one'}") },
        ],
    },
});

function withPassword(password: string) {
    return withProperties({ "ssl.truststore.password": password }, KERBEROS);
}
