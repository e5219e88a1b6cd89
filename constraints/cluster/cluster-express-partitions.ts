import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { EXPRESS_PARTITIONS } from "../data/brokerTypes";
import { topic } from "../examples/clusters";
import { EXPRESS, provisioned } from "../examples/provisioned";
import { stackOf } from "../examples/rules";
import type { Cluster } from "../facts/cluster";
import { Topic } from "../facts/topic";
import { MSK_EXPRESS_PRACTICES } from "./pages";

const PATH = ["numberOfBrokerNodes"];

export const clusterExpressPartitions = defineConstraint({
    id: "cluster-express-partitions",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-EXPR-05"],
    level: "advisory",
    severity: "medium",
    what: "The topics of the stack have no more partitions, replicas included, than its Express brokers should hold.",
    why: "Above the recommended number brokers get slow, and above the maximum Amazon MSK makes no more.",
    fix: "Make fewer partitions, more brokers or larger ones.",
    source: MSK_EXPRESS_PRACTICES,
    check: (cluster) => {
        const { instanceType, brokers } = cluster;
        const quota =
            typeof instanceType === "string" && Object.hasOwn(EXPRESS_PARTITIONS, instanceType)
                ? EXPRESS_PARTITIONS[instanceType]
                : undefined;
        if (quota === undefined || brokers === undefined) return undefined;
        const replicas = replicasOf(cluster);
        if (replicas.known === 0 && !replicas.isOpen) return undefined;
        if (isUnknown(brokers)) return undetermined(PATH);
        const each = Math.ceil(replicas.known / brokers);
        if (each > quota.recommended) {
            const limit = each > quota.maximum ? `${quota.maximum} at most` : `${quota.recommended} recommended`;
            return violation(PATH, `Each broker gets ${each} partitions, of ${limit} for ${instanceType}`);
        }
        return replicas.isOpen ? undetermined(PATH, "the partitions of the topics are not known yet") : undefined;
    },
    examples: {
        valid: [
            { title: "a few partitions", stack: withTopic(EXPRESS, 300) },
            { title: "standard brokers", stack: withTopic({}, 1400) },
        ],
        invalid: [
            { title: "more than recommended", stack: withTopic(EXPRESS, 1200) },
            { title: "more than there may be", stack: withTopic({ ...EXPRESS, numberOfBrokerNodes: 6 }, 4000) },
        ],
    },
});

/** The replicas of all partitions of the topics of a cluster, and whether there may be more. */
function replicasOf(cluster: Cluster): { readonly known: number; readonly isOpen: boolean } {
    const { stack, resource } = cluster;
    let known = 0;
    let isOpen = false;
    for (const facts of stack.ofKind("topic")) {
        const made = new Topic(stack, facts);
        if (made.cluster?.resource.id !== resource.id) continue;
        const partitions = made.count("partitionCount");
        const factor = made.count("replicationFactor");
        if (isUnknown(partitions) || isUnknown(factor)) isOpen = true;
        else known += (partitions ?? 0) * (factor ?? 0);
    }
    return { known, isOpen };
}

function withTopic(changes: Readonly<Record<string, unknown>>, partitionCount: number) {
    const cluster = provisioned(changes);
    return stackOf(cluster, topic("telemetry", { clusterArn: cluster.values.arn, partitionCount }));
}
