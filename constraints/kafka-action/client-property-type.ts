import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { isSensitiveProperty } from "../core/redact";
import { describe, kindOf } from "../core/show";
import { type Verdict, violation } from "../core/verdict";
import { withProperties } from "../examples/configurations";
import { isDocumentedProperty } from "../facts/clientProperties";
import { propertyPath } from "./enumerated";
import { API_KAFKA_ACTION } from "./pages";

export const clientPropertyType = defineConstraint({
    id: "client-property-type",
    subject: "kafkaAction",
    requirements: ["KAFKA-CP-02"],
    level: "mandatory",
    severity: "high",
    what: "Every client property is a text, numbers and switches included.",
    why: "AWS IoT takes a map of texts and refuses every other value.",
    fix: 'Put it in quotes: "1", not 1.',
    source: API_KAFKA_ACTION,
    check: (action) =>
        // A property that is no property at all is reported once, by client-property-known.
        action.propertyNames.flatMap((name): Verdict[] => {
            const value = action.property(name);
            if (typeof value === "string" || value === undefined || isUnknown(value)) return [];
            if (!isDocumentedProperty(name)) return [];
            const shown = isSensitiveProperty(name) ? kindOf(value) : describe(value);
            const join = Array.isArray(value) ? { fix: "Join the entries with commas into one text." } : {};
            return [violation(propertyPath(name), `${name} is ${shown}, not a text`, join)];
        }),
    examples: {
        valid: [{ title: "a number as a text", stack: withProperties({ acks: "1" }) }],
        invalid: [
            { title: "a number", stack: withProperties({ acks: 1 }) },
            { title: "a password that is a number", stack: withProperties({ "sasl.scram.password": 12345678 }) },
            {
                title: "a list of brokers",
                stack: withProperties({ "bootstrap.servers": ["kafka.plant.example:9096"] }),
            },
        ],
    },
});
