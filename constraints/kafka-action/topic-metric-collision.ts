import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown, member } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { besides, cluster, topic } from "../examples/clusters";
import { action, rule } from "../examples/configurations";
import type { Stack } from "../facts/stack";
import { literalTopic } from "../facts/topics";
import { TOPIC_NAMES } from "./pages";

const PATH = ["topic"];

export const topicMetricCollision = defineConstraint({
    id: "topic-metric-collision",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-TOPIC-07"],
    level: "advisory",
    severity: "low",
    what: "No two topics of a stack differ only by a dot in place of an underscore.",
    why: "Kafka writes both as an underscore in the names of metrics, where the two topics become one.",
    fix: "Use either dots or underscores in the names of topics, not both.",
    source: TOPIC_NAMES,
    check: (action) => {
        const name = literalTopic(action);
        if (isUnknown(name)) return undetermined(PATH);
        if (name === undefined || !/[._]/.test(name)) return undefined;
        const { made, sentTo } = topicsOf(action.stack);
        // Of two rules one is enough to report: the one whose topic comes later in the alphabet.
        const other = [...made, ...sentTo.filter((topic) => topic < name)].find(
            (topic) => topic !== name && metricName(topic) === metricName(name),
        );
        return other === undefined
            ? undefined
            : violation(PATH, `The topics ${show(name)} and ${show(other)} have one name in metrics`);
    },
    examples: {
        valid: [
            {
                title: "dots alone",
                stack: besides([cluster(), topic("plant.telemetry")], { action: { topic: "plant.telemetry" } }),
            },
            { title: "one topic of two actions", stack: rule([action(), action(undefined, { key: "${clientid()}" })]) },
        ],
        invalid: [
            {
                title: "a dot and an underscore",
                stack: besides([cluster(), topic("plant_telemetry")], { action: { topic: "plant.telemetry" } }),
            },
            {
                title: "a dot and an underscore in two actions",
                stack: rule([action(undefined, { topic: "plant.a" }), action(undefined, { topic: "plant_a" })]),
            },
        ],
    },
});

function metricName(topic: string): string {
    return topic.replaceAll(".", "_");
}

/** The names of the topics that the stack makes, and of those its rules send to, in an order of their own. */
function topicsOf(stack: Stack): { made: string[]; sentTo: string[] } {
    const made = stack.ofKind("topic").map(({ values }) => member(values, "name"));
    const actions = stack.ofKind("topicRule").flatMap(({ values }) => {
        const list = member(values, "kafkas");
        return [...(Array.isArray(list) ? list : []), member(member(values, "errorAction"), "kafka")];
    });
    const sentTo = actions.filter(isRecord).map((kafka) => member(kafka, "topic"));
    return { made: texts(made), sentTo: texts(sentTo).filter((topic) => !topic.includes("${")) };
}

function texts(values: readonly unknown[]): string[] {
    return values.filter((value) => typeof value === "string").sort();
}
