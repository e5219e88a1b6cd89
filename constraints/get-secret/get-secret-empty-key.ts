import { defineConstraint } from "../core/constraint";
import { violation } from "../core/verdict";
import { MUTUAL_TLS, withProperties } from "../examples/configurations";
import { literalText } from "../facts/secretCall";
import { callsIn, GET_SECRET, ROLE } from "./calls";

export const getSecretEmptyKey = defineConstraint({
    id: "get-secret-empty-key",
    subject: "kafkaAction",
    requirements: ["GS-ARGS-05"],
    level: "advisory",
    severity: "low",
    what: "get_secret has no empty key where the type is SecretBinary.",
    why: "AWS IoT takes the rule, but whether the function works then is not documented.",
    fix: "Write three arguments: ${get_secret('id', 'SecretBinary', 'role ARN')}.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, secretType, key }) =>
            literalText(secretType) === "SecretBinary" && literalText(key) === ""
                ? violation(path, "The key of get_secret is empty")
                : [],
        ),
    examples: {
        valid: [{ title: "three arguments", stack: withProperties({}, MUTUAL_TLS) }],
        invalid: [
            {
                title: "an empty key",
                stack: withProperties(
                    { "ssl.keystore": `\${get_secret('keystore', 'SecretBinary', '', '${ROLE}')}` },
                    MUTUAL_TLS,
                ),
            },
        ],
    },
});
