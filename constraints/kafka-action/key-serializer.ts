import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { withProperties } from "../examples/configurations";
import { checkEnumerated } from "./enumerated";

const SERIALIZER = "StringSerializer";
const FULL_NAME = `org.apache.kafka.common.serialization.${SERIALIZER}`;

export const keySerializer = defineConstraint({
    id: "key-serializer",
    subject: "kafkaAction",
    requirements: ["KAFKA-KSER-01", "KAFKA-CP-05"],
    level: "mandatory",
    severity: "high",
    what: "key.serializer, where given, is StringSerializer, short or with its package.",
    why: "The Kafka action has no other serializer for the key of a message.",
    fix: "Leave it out, or write StringSerializer.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkEnumerated(action, "key.serializer", {
            allowed: [SERIALIZER, FULL_NAME],
            requirements: () => ["KAFKA-KSER-01"],
        }),
    examples: {
        valid: [
            { title: "no serializer", stack: withProperties({}) },
            { title: "the short name", stack: withProperties({ "key.serializer": SERIALIZER }) },
            { title: "the full name", stack: withProperties({ "key.serializer": FULL_NAME }) },
        ],
        invalid: [
            { title: "another serializer", stack: withProperties({ "key.serializer": "JsonSerializer" }) },
            { title: "lower case", stack: withProperties({ "key.serializer": "stringserializer" }) },
            { title: "nothing in it", stack: withProperties({ "key.serializer": "" }) },
        ],
    },
});
