import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { besides, cluster, configured, topic } from "../examples/clusters";
import { brokerSetting } from "../facts/clusters";
import type { KafkaAction } from "../facts/kafkaAction";
import { literalTopic, topicSetting, topicsNamed } from "../facts/topics";
import { propertyPath } from "./enumerated";
import { MSK_CONFIGURATION_PROPERTIES } from "./pages";

const NAME = "compression.type";

export const compressionBroker = defineConstraint({
    id: "compression-broker",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-COMP-03"],
    level: "advisory",
    severity: "low",
    what: "The brokers keep messages in the compression in which they arrive.",
    why: "With another compression.type the brokers unpack and pack every message again, which costs them CPU.",
    fix: "Set compression.type of the topic or of the brokers to producer, or to what the rule uses.",
    source: MSK_CONFIGURATION_PROPERTIES,
    check: (action) => {
        const path = action.property(NAME) === undefined ? ["clientProperties"] : propertyPath(NAME);
        const codec = action.property(NAME) ?? "none";
        const kept = brokerCodec(action);
        if (kept === undefined || kept === "producer") return undefined;
        if (isUnknown(codec) || isUnknown(kept))
            return undetermined(path, "the compression of the brokers or of the rule is not known yet");
        if (kept === codec || (kept === "uncompressed" && codec === "none") || typeof codec !== "string")
            return undefined;
        return violation(path, `The rule sends with compression ${codec}, and the brokers keep ${kept}`);
    },
    examples: {
        valid: [
            {
                title: "the producer's compression",
                stack: besides(configured("compression.type=producer"), { properties: { [NAME]: "lz4" } }),
            },
            {
                title: "the same compression",
                stack: besides(configured("compression.type=lz4"), { properties: { [NAME]: "lz4" } }),
            },
            { title: "no setting", stack: besides([cluster()], { properties: { [NAME]: "lz4" } }) },
        ],
        invalid: [
            {
                title: "another compression of the brokers",
                stack: besides(configured("compression.type=gzip"), { properties: { [NAME]: "lz4" } }),
            },
            {
                title: "another compression of the topic",
                stack: besides([cluster(), topic("telemetry", { configs: '{"compression.type":"zstd"}' })], {
                    properties: { [NAME]: "lz4" },
                }),
            },
        ],
    },
});

/** The setting of the topic, else of the brokers; undefined where neither is made here, or has one. */
function brokerCodec(action: KafkaAction): Known<string | undefined> {
    const name = literalTopic(action);
    const topics = typeof name === "string" ? topicsNamed(action, name) : [];
    const own = topics.length === 1 ? topicSetting(topics[0]!, NAME) : undefined;
    const made = action.cluster;
    return own ?? (made && brokerSetting(action.stack, made, NAME));
}
