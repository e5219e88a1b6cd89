import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, MUTUAL_TLS, withProperties } from "../examples/configurations";
import { checkSecretType } from "./secretTemplate";

export const keystorePasswordType = defineConstraint({
    id: "keystore-password-type",
    subject: "kafkaAction",
    requirements: ["KAFKA-KSPW-03"],
    level: "mandatory",
    severity: "high",
    what: "The password of the key store, where it comes from AWS Secrets Manager, is read as SecretString.",
    why: "A secret that is a text has no binary form: the password would be empty, and the key store stays shut.",
    fix: "Write ${get_secret('id', 'SecretString', 'role ARN')}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => checkSecretType(action, "ssl.keystore.password", ["KAFKA-KSPW-03"]),
    examples: {
        valid: [
            { title: "SecretString", stack: withPassword(getSecret("kafka_password", "SecretString")) },
            { title: "a password written out, which is advised against", stack: withPassword("not-a-real-one") },
        ],
        invalid: [
            { title: "SecretBinary", stack: withPassword(getSecret("kafka_password", "SecretBinary")) },
            { title: "SecretBinary with a key", stack: withPassword(getSecret("kafka", "SecretBinary", "password")) },
        ],
    },
});

function withPassword(password: string) {
    return withProperties({ "ssl.keystore.password": password }, MUTUAL_TLS);
}
