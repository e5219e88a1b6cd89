import { defineConstraint } from "../core/constraint";
import { violation } from "../core/verdict";
import { MUTUAL_TLS, withProperties } from "../examples/configurations";
import { literalText } from "../facts/secretCall";
import { callsIn, GET_SECRET, ROLE } from "./calls";

/** Texts that must be read as SecretString: there the type is the mistake, which the property's own constraint says. */
const TEXTS = ["ssl.keystore.password", "ssl.key.password", "sasl.plain.password", "sasl.scram.password"];

export const getSecretBinaryKey = defineConstraint({
    id: "get-secret-binary-key",
    subject: "kafkaAction",
    requirements: ["GS-ARGS-04"],
    level: "mandatory",
    severity: "high",
    what: "get_secret has no key where the type is SecretBinary.",
    why: "A file has no members: the function fails when the rule runs.",
    fix: "Leave the key out: ${get_secret('id', 'SecretBinary', 'role ARN')}.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, property, secretType, key }) => {
            if (literalText(secretType) !== "SecretBinary" || key === undefined || literalText(key) === "") return [];
            return property !== undefined && TEXTS.includes(property) ? [] : violation(path, "get_secret has a key");
        }),
    examples: {
        valid: [
            { title: "no key", stack: withKeystore(`\${get_secret('keystore', 'SecretBinary', '${ROLE}')}`) },
            {
                title: "an empty key, which is advised against",
                stack: withKeystore(`\${get_secret('keystore', 'SecretBinary', '', '${ROLE}')}`),
            },
        ],
        invalid: [
            { title: "a key", stack: withKeystore(`\${get_secret('keystore', 'SecretBinary', 'file', '${ROLE}')}`) },
        ],
    },
});

function withKeystore(template: string) {
    return withProperties({ "ssl.keystore": template }, MUTUAL_TLS);
}
