import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { SMALL_TYPE } from "../data/brokerTypes";
import { DEVELOPMENT, withCluster } from "../examples/provisioned";
import { INSTANCE_TYPE } from "../facts/cluster";
import { MSK_QUOTAS } from "./pages";

export const clusterDevelopmentBroker = defineConstraint({
    id: "cluster-development-broker",
    subject: "cluster",
    requirements: ["MSK-INST-04"],
    level: "advisory",
    severity: "low",
    what: `Brokers of the type ${SMALL_TYPE} are for development only.`,
    why: "They get a fifth of a CPU for long, hold 300 partitions each, and have no KRaft, no tiered storage and no access from other VPCs.",
    fix: "Take kafka.m7g.large or express.m7g.large in production; elsewhere suppress this with that reason.",
    source: MSK_QUOTAS,
    check: (cluster) => {
        const type = cluster.instanceType;
        if (isUnknown(type)) return undetermined(cluster.pathOf(...INSTANCE_TYPE));
        return type === SMALL_TYPE ? violation(INSTANCE_TYPE, `The brokers are ${SMALL_TYPE}`) : undefined;
    },
    examples: {
        valid: [{ title: "a type for production", stack: withCluster() }],
        invalid: [{ title: "two brokers for development", stack: withCluster(DEVELOPMENT) }],
    },
});
