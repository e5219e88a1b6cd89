import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { getSecret, KERBEROS, SCRAM, withProperties } from "../examples/configurations";
import { checkAlone } from "./aloneProperty";

export const truststorePasswordAlone = defineConstraint({
    id: "truststore-password-alone",
    subject: "kafkaAction",
    requirements: ["KAFKA-TSPW-02"],
    level: "advisory",
    severity: "low",
    what: "A password of the trust store stands beside a trust store.",
    why: "Without the store it opens nothing.",
    fix: "Remove ssl.truststore.password, or give ssl.truststore.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => checkAlone(action, "ssl.truststore.password", "ssl.truststore"),
    examples: {
        valid: [
            { title: "both", stack: withProperties({}, KERBEROS) },
            { title: "neither", stack: withProperties({}, SCRAM) },
            { title: "a store that is not known yet", stack: withProperties({ "ssl.truststore": UNKNOWN }, KERBEROS) },
        ],
        invalid: [
            {
                title: "the password alone",
                stack: withProperties(
                    { "ssl.truststore.password": getSecret("kafka_password", "SecretString") },
                    SCRAM,
                ),
            },
        ],
    },
});
