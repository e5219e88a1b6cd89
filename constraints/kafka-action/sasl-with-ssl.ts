import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { MUTUAL_TLS, SCRAM, withProperties } from "../examples/configurations";
import { isDocumentedProperty } from "../facts/clientProperties";
import { propertyPath } from "./enumerated";

export const saslWithSsl = defineConstraint({
    id: "sasl-with-ssl",
    subject: "kafkaAction",
    requirements: ["KAFKA-SASL-05"],
    level: "advisory",
    severity: "medium",
    what: "With security.protocol SSL there are no sasl.* properties.",
    why: "SSL knows no SASL: either the protocol is not what was meant, or the credentials lie there for nothing.",
    fix: 'Write security.protocol "SASL_SSL", or remove the sasl.* properties.',
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const names = action.propertyNames
            .filter((name) => name.startsWith("sasl.") && isDocumentedProperty(name))
            .sort();
        if (names.length === 0) return undefined;
        const { protocol } = action;
        const isGiven = action.property("security.protocol") !== undefined;
        const path = isGiven ? propertyPath("security.protocol") : ["clientProperties"];
        if (isUnknown(protocol)) return undetermined(path);
        if (protocol !== "SSL") return undefined;
        return violation(
            path,
            `security.protocol is SSL${isGiven ? "" : " by default"}, but there is ${names.join(", ")}`,
        );
    },
    examples: {
        valid: [
            { title: "SSL alone", stack: withProperties({}, MUTUAL_TLS) },
            { title: "SASL_SSL with a user", stack: withProperties({}) },
        ],
        invalid: [
            { title: "SSL with a mechanism", stack: withProperties({ "sasl.mechanism": "SCRAM-SHA-512" }, MUTUAL_TLS) },
            {
                title: "SSL by default with a user",
                stack: withProperties(
                    { "security.protocol": undefined, "sasl.scram.username": SCRAM["sasl.scram.username"] },
                    MUTUAL_TLS,
                ),
            },
        ],
    },
});
