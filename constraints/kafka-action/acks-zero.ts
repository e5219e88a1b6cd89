import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withProperties } from "../examples/configurations";
import { propertyPath } from "./enumerated";

export const acksZero = defineConstraint({
    id: "acks-zero",
    subject: "kafkaAction",
    requirements: ["KAFKA-ACKS-03"],
    level: "advisory",
    severity: "medium",
    what: "The producer waits for an acknowledgement.",
    why: "With acks 0 it neither waits nor tries again: messages are lost in silence, and the error action never sees them.",
    fix: 'Write "1", or leave acks out.',
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => {
        const acks = action.property("acks");
        if (isUnknown(acks)) return undetermined(propertyPath("acks"));
        return acks === "0" ? violation(propertyPath("acks"), 'acks is "0"') : undefined;
    },
    examples: {
        valid: [
            { title: "no acks: 1 is the default", stack: withProperties({}) },
            { title: "acks of 1", stack: withProperties({ acks: "1" }) },
        ],
        invalid: [{ title: "acks of 0", stack: withProperties({ acks: "0" }) }],
    },
});
