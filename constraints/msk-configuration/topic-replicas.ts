import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { topicWith } from "../examples/topics";
import { BEST_PRACTICES } from "./pages";

const PATH = ["replicationFactor"];

export const topicReplicas = defineConstraint({
    id: "topic-replicas",
    subject: "topic",
    requirements: ["MSK-HA-01", "MSK-HA-03"],
    level: "advisory",
    severity: "medium",
    what: "A topic has three replicas.",
    why: "A rolling update takes one broker at a time: with one replica its partitions are gone meanwhile, with two there is none left over.",
    fix: "Set replicationFactor to 3, in a cluster with three zones.",
    source: BEST_PRACTICES,
    check: (topic) => {
        const replicas = topic.count("replicationFactor");
        if (isUnknown(replicas)) return undetermined(PATH);
        if (replicas === undefined || replicas >= 3) return undefined;
        return replicas === 1
            ? violation(PATH, "There is one replica", { requirements: ["MSK-HA-03"] })
            : violation(PATH, "There are two replicas", { requirements: ["MSK-HA-01"] });
    },
    examples: {
        valid: [
            { title: "three replicas", stack: topicWith({ replicationFactor: 3 }) },
            { title: "a number that is not known yet", stack: topicWith({ replicationFactor: UNKNOWN }) },
        ],
        invalid: [
            { title: "one replica", stack: topicWith({ replicationFactor: 1 }) },
            { title: "two replicas", stack: topicWith({ replicationFactor: 2 }) },
        ],
    },
});
