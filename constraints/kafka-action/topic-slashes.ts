import type { Expression } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { withSqlAndAction } from "../examples/rules";
import { TOPIC_FUNCTION } from "./pages";

const PATH = ["topic"];

/** Functions whose result has every slash that its arguments have. */
const KEEPS_SLASHES = ["concat", "lower", "upper", "trim", "ltrim", "rtrim"];

export const topicSlashes = defineConstraint({
    id: "topic-slashes",
    subject: "kafkaAction",
    requirements: ["KAFKA-TOPIC-04"],
    level: "mandatory",
    severity: "high",
    what: "A Kafka topic is not made from the whole MQTT topic, where that has several levels.",
    why: "topic() without a number gives the MQTT topic with its slashes, which the name of a Kafka topic must not have.",
    fix: "Write ${topic(2)} for one level, or ${replace(topic(), '/', '.')} for all of them.",
    source: TOPIC_FUNCTION,
    check: (action) => {
        const topic = action.value("topic");
        if (isUnknown(topic)) return undetermined(PATH);
        const parsed = action.templateFields.find(({ path }) => path[0] === "topic")?.parsed;
        if (!parsed?.ok || !parsed.value.parts.some((part) => part.kind !== "text" && isWholeTopic(part)))
            return undefined;
        const { topicFilter } = action.rule;
        if (isUnknown(topicFilter)) return undetermined(PATH, "the topic filter of the rule is not known yet");
        if (topicFilter === undefined || !hasSeveralLevels(topicFilter)) return undefined;
        return violation(PATH, "The topic takes the whole MQTT topic, slashes included");
    },
    examples: {
        valid: [
            { title: "one level of the MQTT topic", stack: withAction({ topic: "plant.${topic(2)}" }) },
            { title: "dots for slashes", stack: withAction({ topic: "${replace(topic(), '/', '.')}" }) },
            {
                title: "a rule on topics of one level",
                stack: withSqlAndAction("SELECT * FROM 'telemetry'", { topic: "${topic()}" }),
            },
        ],
        invalid: [
            { title: "the whole MQTT topic", stack: withAction({ topic: "${topic()}" }) },
            { title: "the whole MQTT topic behind a prefix", stack: withAction({ topic: "plant.${Topic()}" }) },
            {
                title: "the whole MQTT topic in a function that keeps slashes",
                stack: withAction({ topic: "${lower(topic())}" }),
            },
            { title: "all topics", stack: withSqlAndAction("SELECT * FROM '#'", { topic: "${topic()}" }) },
        ],
    },
});

function isWholeTopic(expression: Expression): boolean {
    if (expression.kind === "binary")
        return expression.operator === "+" && (isWholeTopic(expression.left) || isWholeTopic(expression.right));
    if (expression.kind !== "call") return false;
    const name = expression.name.toLowerCase();
    return name === "topic"
        ? expression.arguments.length === 0
        : KEEPS_SLASHES.includes(name) && expression.arguments.some(isWholeTopic);
}

function hasSeveralLevels(filter: string): boolean {
    return filter === "#" || filter.includes("/");
}
