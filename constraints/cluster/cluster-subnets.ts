import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withCluster } from "../examples/provisioned";
import { CLIENT_SUBNETS } from "../facts/cluster";
import { MSK_CREATE_CLUSTER } from "./pages";

/** Where accounts have two Availability Zones only. */
const TWO_ZONES_ONLY = "us-west-1";

export const clusterSubnets = defineConstraint({
    id: "cluster-subnets",
    subject: "cluster",
    requirements: ["MSK-SUB-01"],
    level: "mandatory",
    severity: "high",
    what: `A cluster has two or three client subnets, in ${TWO_ZONES_ONLY} two.`,
    why: "Amazon MSK spreads brokers over two or three Availability Zones, and refuses any other number.",
    fix: "List one subnet in each of two or three Availability Zones; more brokers go into the same subnets.",
    source: MSK_CREATE_CLUSTER,
    check: (cluster) => {
        const { zones, region } = cluster;
        const path = cluster.pathOf(...CLIENT_SUBNETS);
        if (isUnknown(zones)) return undetermined(path);
        if (zones === undefined || zones === 2) return undefined;
        const count = zones === 0 ? "no client subnet" : zones === 1 ? "one client subnet" : `${zones} client subnets`;
        if (zones !== 3) return violation(path, `There ${zones > 1 ? "are" : "is"} ${count}`);
        if (isUnknown(region)) return undetermined(path, "the Region is not known yet");
        if (region !== TWO_ZONES_ONLY) return undefined;
        return violation(path, `There are ${count} in ${region}`, { fix: "List two of them." });
    },
    examples: {
        valid: [
            { title: "three subnets", stack: withCluster() },
            { title: "two subnets in us-west-1", stack: inSubnets(2, "us-west-1") },
            { title: "subnets that are not known yet", stack: withCluster({ [CLIENT_SUBNETS.join(".")]: UNKNOWN }) },
        ],
        invalid: [
            { title: "one subnet", stack: inSubnets(1) },
            { title: "four subnets", stack: inSubnets(4) },
            { title: "three subnets in us-west-1", stack: inSubnets(3, "us-west-1") },
        ],
    },
});

function inSubnets(count: number, region?: string) {
    const subnets = Array.from({ length: count }, () => UNKNOWN);
    return withCluster({ [CLIENT_SUBNETS.join(".")]: subnets, numberOfBrokerNodes: count }, region);
}
