import type { StackFacts } from "../facts/stack";
import { CLUSTER_ARN, cluster, topic } from "./clusters";
import { stackOf } from "./rules";

export { CLUSTER_ARN };

/** A stack of one topic, whose cluster is in another one. */
export function topicWith(values: Record<string, unknown>): StackFacts {
    return stackOf(topic("telemetry", values));
}

/** A topic of a cluster with these changes. */
export function topicOf(clusterValues: Record<string, unknown>, values: Record<string, unknown> = {}): StackFacts {
    return stackOf(cluster(clusterValues), topic("telemetry", values));
}
