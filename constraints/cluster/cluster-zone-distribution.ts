import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withCluster } from "../examples/provisioned";
import { MSK_CLUSTER_API } from "./pages";

const PATH = ["brokerNodeGroupInfo", "azDistribution"];

export const clusterZoneDistribution = defineConstraint({
    id: "cluster-zone-distribution",
    subject: "cluster",
    requirements: ["MSK-SUB-05"],
    level: "mandatory",
    severity: "medium",
    what: "The distribution of brokers over zones is DEFAULT, or left out.",
    why: "Amazon MSK has no other one, and refuses the cluster.",
    fix: "Leave azDistribution out.",
    source: MSK_CLUSTER_API,
    check: (cluster) => {
        const value = cluster.value(...PATH);
        if (value === undefined || value === "DEFAULT") return undefined;
        return isUnknown(value) ? undetermined(PATH) : violation(PATH, `azDistribution is ${show(value)}`);
    },
    examples: {
        valid: [
            { title: "none", stack: withCluster() },
            { title: "DEFAULT", stack: withCluster({ [PATH.join(".")]: "DEFAULT" }) },
        ],
        invalid: [{ title: "another one", stack: withCluster({ [PATH.join(".")]: "BALANCED" }) }],
    },
});
