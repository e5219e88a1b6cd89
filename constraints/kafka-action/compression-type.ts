import { defineConstraint } from "../core/constraint";
import { KAFKA_ACTION_PARAMETERS } from "../core/source";
import { withProperties } from "../examples/configurations";
import { checkEnumerated } from "./enumerated";

const CODECS = ["none", "gzip", "snappy", "lz4", "zstd"];

export const compressionType = defineConstraint({
    id: "compression-type",
    subject: "kafkaAction",
    requirements: ["KAFKA-COMP-01", "KAFKA-CP-05"],
    level: "mandatory",
    severity: "high",
    what: "compression.type, where given, is none, gzip, snappy, lz4 or zstd.",
    why: "The Kafka action knows no other compression.",
    fix: 'Write one of "none" (the default), "gzip", "snappy", "lz4" and "zstd".',
    source: KAFKA_ACTION_PARAMETERS,
    check: (action) =>
        checkEnumerated(action, "compression.type", { allowed: CODECS, requirements: () => ["KAFKA-COMP-01"] }),
    examples: {
        valid: [
            { title: "no compression", stack: withProperties({}) },
            ...CODECS.map((codec) => ({ title: codec, stack: withProperties({ "compression.type": codec }) })),
        ],
        invalid: [
            { title: "brotli", stack: withProperties({ "compression.type": "brotli" }) },
            { title: "upper case", stack: withProperties({ "compression.type": "GZIP" }) },
            { title: "nothing in it", stack: withProperties({ "compression.type": "" }) },
        ],
    },
});
