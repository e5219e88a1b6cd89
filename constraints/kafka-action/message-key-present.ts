import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { violation } from "../core/verdict";
import { withAction } from "../examples/configurations";

export const messageKeyPresent = defineConstraint({
    id: "message-key-present",
    subject: "kafkaAction",
    requirements: ["KAFKA-KEY-02"],
    level: "advisory",
    severity: "low",
    what: "Messages have a key.",
    why: "Kafka keeps the order of messages within a partition only; without a key those of one device go to any of them.",
    fix: "Give a key that tells devices apart, for example ${topic(2)} or ${clientid()}.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) => (action.value("key") === undefined ? violation([], "The action has no key") : undefined),
    examples: {
        valid: [
            { title: "a key by device", stack: withAction({ key: "${clientid()}" }) },
            { title: "a key that is not known yet", stack: withAction({ key: UNKNOWN }) },
        ],
        invalid: [{ title: "no key", stack: withAction({ key: undefined }) }],
    },
});
