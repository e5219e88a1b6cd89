import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { type PartitionLimit, partitionLimitOf } from "../data/partitionLimits";
import type { Cluster } from "../facts/cluster";
import { Topic } from "../facts/topic";

/** How full the standard brokers of a cluster are, by the topics of the stack. */
export interface Load {
    /** Partitions on each broker, replicas included; at least so many where some topic is not known. */
    readonly perBroker: number;
    /** True when some topic may bring more. */
    readonly isOpen: boolean;
    readonly limit: PartitionLimit;
}

/** The load of a cluster: undefined where nothing is limited, unknown where the brokers are. */
export function loadOf(cluster: Cluster): Known<Load | undefined> {
    const { stack, instanceType, brokers } = cluster;
    const topics = stack
        .ofKind("topic")
        .map((resource) => new Topic(stack, resource))
        .filter((topic) => topic.cluster?.resource.id === cluster.resource.id);
    if (topics.length === 0) return undefined;
    if (isUnknown(instanceType) || isUnknown(brokers)) return UNKNOWN;
    const limit = typeof instanceType === "string" ? partitionLimitOf(instanceType) : undefined;
    if (limit === undefined || brokers === undefined || brokers < 1) return undefined;
    const counts = topics.map((topic) => [topic.count("partitionCount"), topic.count("replicationFactor")] as const);
    // What is not known is at least one.
    const total = counts.reduce(
        (sum, [partitions, replicas]) => sum + atLeastOne(partitions) * atLeastOne(replicas),
        0,
    );
    return { perBroker: Math.ceil(total / brokers), isOpen: counts.flat().some(isUnknown), limit };
}

function atLeastOne(count: Known<number | undefined>): number {
    return typeof count === "number" ? count : 1;
}
