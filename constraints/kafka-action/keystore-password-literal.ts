import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, MUTUAL_TLS, withProperties } from "../examples/configurations";
import { checkLiteralPassword } from "./literalPassword";

export const keystorePasswordLiteral = defineConstraint({
    id: "keystore-password-literal",
    subject: "kafkaAction",
    requirements: ["KAFKA-KSPW-02", "KAFKA-CP-07"],
    level: "advisory",
    severity: "high",
    what: "The password of the key store comes from AWS Secrets Manager.",
    why: "AWS allows it as plain text and asks for Secrets Manager in the same paragraph; whoever may read the rule, or the state of the program, reads it.",
    fix: "Store it in AWS Secrets Manager and write ${get_secret('id', 'SecretString', 'role ARN')}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => checkLiteralPassword(action, "ssl.keystore.password"),
    examples: {
        valid: [
            { title: "a secret", stack: withPassword(getSecret("kafka_password", "SecretString")) },
            { title: "a member of a secret", stack: withPassword(getSecret("kafka", "SecretString", "password")) },
        ],
        invalid: [
            { title: "a password written out", stack: withPassword("not-a-real-one") },
            { title: "a template that reads no secret", stack: withPassword("${'not-a-real-one'}") },
        ],
    },
});

function withPassword(password: string) {
    return withProperties({ "ssl.keystore.password": password }, MUTUAL_TLS);
}
