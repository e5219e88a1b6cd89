import { defineConstraint } from "../core/constraint";
import { type Violation, violation } from "../core/verdict";
import { withProperties } from "../examples/configurations";
import { callsIn, GET_SECRET, kindOf, ROLE } from "./calls";

export const getSecretLiterals = defineConstraint({
    id: "get-secret-literals",
    subject: "kafkaAction",
    requirements: ["GS-ARGS-07"],
    level: "advisory",
    severity: "high",
    what: "The secret and the key of get_secret are written as texts.",
    why: "If they come from the message, a device chooses the secret that is read, and nothing can be checked before.",
    fix: "Write the secret's ARN or name, and the key, in quotes.",
    source: GET_SECRET,
    check: (action) =>
        callsIn(action).flatMap(({ path, secretId, key }): Violation[] => [
            ...(secretId && secretId.kind !== "string" ? [violation(path, `The secret is ${kindOf(secretId)}`)] : []),
            ...(key && key.kind !== "string" ? [violation(path, `The key is ${kindOf(key)}`)] : []),
        ]),
    examples: {
        valid: [{ title: "texts", stack: withProperties({}) }],
        invalid: [
            {
                title: "a secret named after the topic",
                stack: withProperties({
                    "sasl.scram.username": `\${get_secret(concat('AmazonMSK_', topic(2)), 'SecretString', 'username', '${ROLE}')}`,
                }),
            },
        ],
    },
});
