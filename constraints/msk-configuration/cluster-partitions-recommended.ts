import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { topicOf } from "../examples/topics";
import { BEST_PRACTICES } from "./pages";
import { loadOf } from "./partitions";

const PATH = ["numberOfBrokerNodes"];

export const clusterPartitionsRecommended = defineConstraint({
    id: "cluster-partitions-recommended",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-PART-01"],
    level: "advisory",
    severity: "low",
    what: "A broker holds at most as many partitions, replicas included, as AWS recommends for its type.",
    why: "Above that, brokers take longer to restart and have less to spare when one of them fails.",
    fix: "Make fewer partitions, or take more or larger brokers.",
    source: BEST_PRACTICES,
    check: (cluster) => {
        const load = loadOf(cluster);
        if (isUnknown(load)) return undetermined(PATH, "the brokers are not known yet");
        // Above the maximum, that is what is to be said.
        if (load === undefined || load.perBroker > load.limit.maximum) return undefined;
        const { perBroker, isOpen, limit } = load;
        if (perBroker > limit.recommended)
            return violation(
                PATH,
                `The topics of the stack make ${perBroker} partitions a broker; ${limit.recommended} are recommended`,
            );
        return isOpen ? undetermined(PATH, "the partitions of a topic are not known yet") : undefined;
    },
    examples: {
        valid: [
            { title: "as many as are recommended", stack: withPartitions(1000) },
            { title: "more than the maximum, which is an error", stack: withPartitions(1501) },
        ],
        invalid: [{ title: "one more", stack: withPartitions(1001) }],
    },
});

function withPartitions(partitionCount: number) {
    const clientSubnets = ["subnet-0a1b2c3d", "subnet-0a1b2c3e", "subnet-0a1b2c3f"];
    return topicOf({ brokerNodeGroupInfo: { clientSubnets, instanceType: "kafka.m5.xlarge" } }, { partitionCount });
}
