import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { describe, show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { literalParts } from "./literalParts";
import { TOPIC_NAMES } from "./pages";

const PATH = ["topic"];
const MAXIMUM_LENGTH = 249;

export const topicName = defineConstraint({
    id: "topic-name",
    subject: "kafkaAction",
    requirements: ["KAFKA-TOPIC-01", "KAFKA-TOPIC-03"],
    level: "mandatory",
    severity: "high",
    what: "The action has a topic, and what is written of it may stand in the name of a Kafka topic.",
    why: "A topic name has 1 to 249 letters, digits, dots, underscores and hyphens; Kafka refuses each message to any other.",
    fix: "Use letters, digits, dots, underscores and hyphens, for example plant.telemetry.",
    source: TOPIC_NAMES,
    check: (action) => {
        const topic = action.value("topic");
        if (isUnknown(topic)) return undetermined(PATH);
        const missing = {
            requirements: ["KAFKA-TOPIC-01"],
            fix: "Name the Kafka topic; templates such as ${topic(2)} may stand in it.",
        };
        if (topic === undefined) return violation([], "The action has no topic", missing);
        if (typeof topic !== "string") return violation(PATH, `The topic is ${describe(topic)}`, missing);
        if (topic.trim() === "")
            return violation(PATH, "The topic is empty", {
                ...missing,
                requirements: ["KAFKA-TOPIC-01", "KAFKA-TOPIC-03"],
            });
        return judge(topic);
    },
    examples: {
        valid: [
            { title: "a plain name", stack: withAction({ topic: "plant_1.telemetry-v2" }) },
            { title: "a template", stack: withAction({ topic: "plant.${topic(2)}" }) },
            { title: "a name of 249 characters", stack: withAction({ topic: "a".repeat(MAXIMUM_LENGTH) }) },
            { title: "a name that starts with a dot", stack: withAction({ topic: "..a" }) },
        ],
        invalid: [
            { title: "no topic", stack: withAction({ topic: undefined }) },
            { title: "an empty topic", stack: withAction({ topic: "" }) },
            { title: "a list of topics", stack: withAction({ topic: ["a"] }) },
            { title: "a space and exclamation marks", stack: withAction({ topic: "plant telemetry!!" }) },
            { title: "an MQTT topic", stack: withAction({ topic: "devices/telemetry" }) },
            { title: "a slash beside a template", stack: withAction({ topic: "devices/${topic(2)}" }) },
            { title: "a single dot", stack: withAction({ topic: "." }) },
            { title: "a name of 250 characters", stack: withAction({ topic: "a".repeat(MAXIMUM_LENGTH + 1) }) },
        ],
    },
});

function judge(topic: string): Verdict | undefined {
    const parts = literalParts(topic);
    const rows = { requirements: ["KAFKA-TOPIC-03"] };
    const text = parts.texts.join("");
    const illegal = [...new Set(text.match(/[^A-Za-z0-9._-]/gu) ?? [])];
    if (illegal.length > 0)
        return violation(PATH, `The topic ${show(topic)} has ${illegal.slice(0, 5).map(show).join(", ")} in it`, rows);
    if (text.length > MAXIMUM_LENGTH) {
        return violation(PATH, `The topic has ${text.length} characters`, {
            ...rows,
            fix: `Shorten it to ${MAXIMUM_LENGTH} characters.`,
        });
    }
    if (!parts.hasTemplates && (topic === "." || topic === ".."))
        return violation(PATH, `The topic is ${show(topic)}, which Kafka keeps for itself`, rows);
    return undefined;
}
