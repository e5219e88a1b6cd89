import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { topicOf } from "../examples/topics";
import { BEST_PRACTICES } from "./pages";
import { loadOf } from "./partitions";

const PATH = ["numberOfBrokerNodes"];

export const clusterPartitions = defineConstraint({
    id: "cluster-partitions",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-PART-01"],
    level: "mandatory",
    severity: "high",
    what: "A broker holds at most as many partitions, replicas included, as its type allows.",
    why: "Above the maximum Amazon MSK refuses changes of configuration, version and type, and associates no secret.",
    fix: "Make fewer partitions, or take more or larger brokers.",
    source: BEST_PRACTICES,
    check: (cluster) => {
        const load = loadOf(cluster);
        if (isUnknown(load)) return undetermined(PATH, "the brokers are not known yet");
        if (load === undefined) return undefined;
        const { perBroker, isOpen, limit } = load;
        if (perBroker > limit.maximum)
            return violation(
                PATH,
                `The topics of the stack make ${perBroker} partitions a broker, of at most ${limit.maximum}`,
            );
        return isOpen ? undetermined(PATH, "the partitions of a topic are not known yet") : undefined;
    },
    examples: {
        valid: [
            { title: "some partitions", stack: withPartitions(100) },
            { title: "as many as are allowed", stack: withPartitions(1500) },
            { title: "a topic that is not known yet", stack: withPartitions(UNKNOWN) },
            {
                title: "Express brokers, which have limits of their own",
                stack: withPartitions(9000, "express.m7g.large"),
            },
        ],
        invalid: [
            { title: "one more", stack: withPartitions(1501) },
            { title: "small brokers", stack: withPartitions(301, "kafka.t3.small") },
        ],
    },
});

/** Three brokers and three replicas: each broker holds every partition. */
function withPartitions(partitionCount: unknown, instanceType = "kafka.m7g.large") {
    const clientSubnets = ["subnet-0a1b2c3d", "subnet-0a1b2c3e", "subnet-0a1b2c3f"];
    return topicOf({ brokerNodeGroupInfo: { clientSubnets, instanceType } }, { partitionCount });
}
