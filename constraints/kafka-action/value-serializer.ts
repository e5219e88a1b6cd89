import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { withProperties } from "../examples/configurations";
import { checkEnumerated } from "./enumerated";

const SERIALIZER = "ByteBufferSerializer";
const FULL_NAME = `org.apache.kafka.common.serialization.${SERIALIZER}`;

export const valueSerializer = defineConstraint({
    id: "value-serializer",
    subject: "kafkaAction",
    requirements: ["KAFKA-VSER-01", "KAFKA-CP-05"],
    level: "mandatory",
    severity: "high",
    what: "value.serializer, where given, is ByteBufferSerializer, short or with its package.",
    why: "The Kafka action has no other serializer for the value of a message.",
    fix: "Leave it out, or write ByteBufferSerializer.",
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkEnumerated(action, "value.serializer", {
            allowed: [SERIALIZER, FULL_NAME],
            requirements: () => ["KAFKA-VSER-01"],
        }),
    examples: {
        valid: [
            { title: "no serializer", stack: withProperties({}) },
            { title: "the short name", stack: withProperties({ "value.serializer": SERIALIZER }) },
            { title: "the full name", stack: withProperties({ "value.serializer": FULL_NAME }) },
        ],
        invalid: [
            { title: "another serializer", stack: withProperties({ "value.serializer": "JsonSerializer" }) },
            { title: "lower case", stack: withProperties({ "value.serializer": "bytebufferserializer" }) },
            { title: "nothing in it", stack: withProperties({ "value.serializer": "" }) },
        ],
    },
});
