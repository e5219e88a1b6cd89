import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { topicOf, topicWith } from "../examples/topics";
import { TOPIC_RESOURCE } from "./pages";

const PATH = ["replicationFactor"];

export const topicReplicasBrokers = defineConstraint({
    id: "topic-replicas-brokers",
    subject: "topic",
    joins: true,
    requirements: ["MSK-HA-02"],
    level: "mandatory",
    severity: "high",
    what: "A topic has at most as many replicas as its cluster has brokers.",
    why: "Each replica needs a broker of its own: Apache Kafka refuses the topic.",
    fix: "Lower replicationFactor, or raise the cluster's numberOfBrokerNodes.",
    source: TOPIC_RESOURCE,
    check: (topic) => {
        const { cluster } = topic;
        const replicas = topic.count("replicationFactor");
        if (cluster === undefined || replicas === undefined) return undefined;
        const { brokers } = cluster;
        if (isUnknown(replicas) || isUnknown(brokers))
            return undetermined(PATH, "the number of replicas or of brokers is not known yet");
        return brokers === undefined || replicas <= brokers
            ? undefined
            : violation(PATH, `There are ${replicas} replicas, and ${cluster.name} has ${brokers} brokers`);
    },
    examples: {
        valid: [
            { title: "three of three", stack: topicOf({}) },
            { title: "brokers that are not known yet", stack: topicOf({ numberOfBrokerNodes: UNKNOWN }) },
            { title: "a cluster of another stack", stack: topicWith({ replicationFactor: 9 }) },
        ],
        invalid: [{ title: "five of three", stack: topicOf({}, { replicationFactor: 5 }) }],
    },
});
