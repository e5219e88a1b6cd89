import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { getSecret, MUTUAL_TLS, withProperties } from "../examples/configurations";
import { propertyPath } from "./enumerated";

const PATH = propertyPath("ssl.keystore");

export const keystoreWithSasl = defineConstraint({
    id: "keystore-with-sasl",
    subject: "kafkaAction",
    requirements: ["KAFKA-KS-04"],
    level: "advisory",
    severity: "medium",
    what: "A key store stands with security.protocol SSL only.",
    why: "AWS describes a client certificate for SSL alone; with SASL_SSL it may not be presented, and is a secret more to lose.",
    fix: 'Remove ssl.keystore and its passwords, or write security.protocol "SSL".',
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        if (action.property("ssl.keystore") === undefined) return undefined;
        const { protocol } = action;
        if (isUnknown(protocol)) return undetermined(PATH, "the security protocol is not known yet");
        return protocol === "SASL_SSL" ? violation(PATH, "There is a key store beside SASL") : undefined;
    },
    examples: {
        valid: [
            { title: "SSL", stack: withProperties({}, MUTUAL_TLS) },
            { title: "SASL_SSL without a key store", stack: withProperties({}) },
        ],
        invalid: [
            {
                title: "SASL_SSL with a key store",
                stack: withProperties({
                    "ssl.keystore": getSecret("kafka_keystore", "SecretBinary"),
                    "ssl.keystore.password": getSecret("kafka_keystore_password", "SecretString"),
                }),
            },
        ],
    },
});
