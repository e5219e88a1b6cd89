import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { SERVERLESS, topic } from "../examples/clusters";
import { stackOf } from "../examples/rules";
import { topicOf, topicWith } from "../examples/topics";
import { isAtLeast } from "../facts/kafkaVersion";
import { TOPICS_API } from "./pages";

const PATH = ["clusterArn"];

export const topicCluster = defineConstraint({
    id: "topic-cluster",
    subject: "topic",
    joins: true,
    requirements: ["MSK-TOPIC-02"],
    level: "mandatory",
    severity: "high",
    what: "A topic made as a resource is in a provisioned cluster with Apache Kafka 3.6.0 or later.",
    why: "Amazon MSK makes topics in such clusters only, and refuses this one.",
    fix: "Update the cluster's kafkaVersion, or make the topic with a client of Apache Kafka.",
    source: TOPICS_API,
    check: (made) => {
        const { stack, resource, cluster } = made;
        const serverless = stack.joined(resource, "clusterArn", made.value("clusterArn"), "serverlessCluster", "arn");
        if (serverless !== undefined && cluster === undefined)
            return violation(PATH, `${serverless.name ?? serverless.id} is a serverless cluster`);
        if (cluster === undefined) return undefined;
        const { version } = cluster;
        if (isUnknown(version)) return undetermined(PATH, "the cluster's version is not known yet");
        if (version === undefined || isAtLeast(version, 3, 6)) return undefined;
        return violation(PATH, `${cluster.name} has Apache Kafka ${show(cluster.value("kafkaVersion"))}`);
    },
    examples: {
        valid: [
            { title: "3.9", stack: topicOf({ kafkaVersion: "3.9.x" }) },
            { title: "3.6", stack: topicOf({ kafkaVersion: "3.6.0" }) },
            { title: "a version that is not known yet", stack: topicOf({ kafkaVersion: UNKNOWN }) },
            { title: "a cluster of another stack", stack: topicWith({}) },
        ],
        invalid: [
            { title: "3.5", stack: topicOf({ kafkaVersion: "3.5.1" }) },
            {
                title: "a serverless cluster",
                stack: stackOf(SERVERLESS, topic("telemetry")),
            },
        ],
    },
});
