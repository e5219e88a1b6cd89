import { defineConstraint } from "../core/constraint";
import { isUnknown, member } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { besides, cluster, topic } from "../examples/clusters";
import { literalTopic, topicNamedAfter, topicsNamed } from "../facts/topics";
import { TOPIC_RESOURCE } from "./pages";

const PATH = ["topic"];

export const topicAutoNamed = defineConstraint({
    id: "topic-auto-named",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-TOPIC-05"],
    level: "advisory",
    severity: "high",
    what: "A rule sends to the name that a topic of the stack has, not to the one its program calls it by.",
    why: "Pulumi adds a hyphen and seven hex digits to the name of a topic that is given none: messages to the name without them fail.",
    fix: "Write `topic: topic.name`, or give the topic a `name`.",
    source: TOPIC_RESOURCE,
    check: (action) => {
        const name = literalTopic(action);
        if (isUnknown(name)) return undetermined(PATH);
        if (name === undefined || topicsNamed(action, name).length > 0) return undefined;
        const meant = topicNamedAfter(action, name);
        return (
            meant &&
            violation(PATH, `The topic ${show(name)} of the program is named ${show(member(meant.values, "name"))}`)
        );
    },
    examples: {
        valid: [
            { title: "a topic with that name", stack: besides([cluster(), topic("telemetry")]) },
            {
                title: "the name that it was given",
                stack: besides([cluster(), topic("telemetry-1a2b3c4")], { action: { topic: "telemetry-1a2b3c4" } }),
            },
            { title: "another topic", stack: besides([cluster(), topic("telemetry-copies")]) },
        ],
        invalid: [
            { title: "a topic without a name of its own", stack: besides([cluster(), topic("telemetry-1a2b3c4")]) },
        ],
    },
});
