import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { topicWith } from "../examples/topics";
import { BEST_PRACTICES } from "./pages";

const PATH = ["configs"];

export const topicInSync = defineConstraint({
    id: "topic-in-sync",
    subject: "topic",
    requirements: ["MSK-HA-01"],
    level: "advisory",
    severity: "medium",
    what: "min.insync.replicas of a topic is at most its replication factor minus one.",
    why: "Otherwise each restart of a broker, a rolling update too, stops all writes with acks all.",
    fix: "Set min.insync.replicas to 2, with a replication factor of 3.",
    source: BEST_PRACTICES,
    check: (topic) => {
        const inSync = topic.settingNumber("min.insync.replicas");
        const replicas = topic.count("replicationFactor");
        if (inSync === undefined || replicas === undefined || inSync === 1) return undefined;
        if (isUnknown(inSync) || isUnknown(replicas)) return undetermined(PATH, "the replicas are not known yet");
        return inSync < replicas
            ? undefined
            : violation(PATH, `min.insync.replicas is ${inSync} of ${replicas} replicas`);
    },
    examples: {
        valid: [
            { title: "two of three", stack: topicWith({ configs: '{"min.insync.replicas":"2"}' }) },
            { title: "the default of the brokers", stack: topicWith({}) },
        ],
        invalid: [{ title: "three of three", stack: topicWith({ configs: '{"min.insync.replicas":"3"}' }) }],
    },
});
