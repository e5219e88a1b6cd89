import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, MUTUAL_TLS, SCRAM, withProperties } from "../examples/configurations";
import { checkAlone } from "./aloneProperty";

export const keyPasswordAlone = defineConstraint({
    id: "key-password-alone",
    subject: "kafkaAction",
    requirements: ["KAFKA-KEYPW-04"],
    level: "advisory",
    severity: "low",
    what: "A password of the private key stands beside the key store that holds the key.",
    why: "Without the store there is no key that it could open.",
    fix: "Remove ssl.key.password, or give ssl.keystore.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => checkAlone(action, "ssl.key.password", "ssl.keystore"),
    examples: {
        valid: [
            { title: "both", stack: withProperties({}, MUTUAL_TLS) },
            { title: "neither", stack: withProperties({}, SCRAM) },
            { title: "a store that is not known yet", stack: withProperties({ "ssl.keystore": UNKNOWN }, MUTUAL_TLS) },
        ],
        invalid: [
            {
                title: "the password alone",
                stack: withProperties({ "ssl.key.password": getSecret("kafka_password", "SecretString") }, SCRAM),
            },
        ],
    },
});
