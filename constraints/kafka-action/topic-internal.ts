import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { MSK_TROUBLESHOOTING } from "./pages";

const PATH = ["topic"];

export const topicInternal = defineConstraint({
    id: "topic-internal",
    subject: "kafkaAction",
    requirements: ["KAFKA-TOPIC-06"],
    level: "advisory",
    severity: "high",
    what: "The topic does not start with two underscores.",
    why: "Such topics belong to Kafka itself, for example __consumer_offsets; foreign messages in them break consumers.",
    fix: "Name a topic of your own.",
    source: MSK_TROUBLESHOOTING,
    check: (action) => {
        const topic = action.value("topic");
        if (isUnknown(topic)) return undetermined(PATH);
        return typeof topic === "string" && topic.startsWith("__")
            ? violation(PATH, `The topic is ${show(topic)}`)
            : undefined;
    },
    examples: {
        valid: [{ title: "one underscore", stack: withAction({ topic: "_telemetry" }) }],
        invalid: [{ title: "the offsets of consumers", stack: withAction({ topic: "__consumer_offsets" }) }],
    },
});
