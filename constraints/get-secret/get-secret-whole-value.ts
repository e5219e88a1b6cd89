import { defineConstraint } from "../core/constraint";
import { violation } from "../core/verdict";
import { getSecret, MUTUAL_TLS, withProperties } from "../examples/configurations";
import { GET_SECRET } from "./calls";

/** Properties that hold a file. */
const FILES = ["ssl.keystore", "ssl.truststore", "sasl.kerberos.keytab"];

export const getSecretWholeValue = defineConstraint({
    id: "get-secret-whole-value",
    subject: "kafkaAction",
    requirements: ["GS-USE-01"],
    level: "mandatory",
    severity: "high",
    what: "Where a client property is a file, get_secret is all there is in it.",
    why: "The function gives base64 text; anything around it corrupts the file.",
    fix: "Write the template alone: ${get_secret('id', 'SecretBinary', 'role ARN')}.",
    source: GET_SECRET,
    check: (action) =>
        FILES.flatMap((property) => {
            const calls = action.secretCalls.filter((call) => call.property === property);
            const [first] = calls;
            if (first === undefined || (calls.length === 1 && first.isWholeValue)) return [];
            return violation(first.path, "There is more in the value than one get_secret call");
        }),
    examples: {
        valid: [
            { title: "the call alone", stack: withKeystore(getSecret("keystore", "SecretBinary")) },
            { title: "white space around it", stack: withKeystore(` ${getSecret("keystore", "SecretBinary")}\n`) },
        ],
        invalid: [
            { title: "a prefix", stack: withKeystore(`base64:${getSecret("keystore", "SecretBinary")}`) },
            {
                title: "a function around it",
                stack: withKeystore(
                    getSecret("keystore", "SecretBinary")
                        .replace("get_secret", "trim(get_secret")
                        .replace("')}", "'))}"),
                ),
            },
        ],
    },
});

function withKeystore(template: string) {
    return withProperties({ "ssl.keystore": template }, MUTUAL_TLS);
}
