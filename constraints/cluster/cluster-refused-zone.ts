import { defineConstraint } from "../core/constraint";
import { isUnknown, member } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { inSubnetsOf, withCluster } from "../examples/provisioned";
import { CLIENT_SUBNETS } from "../facts/cluster";
import { MSK_CREATE_CLUSTER } from "./pages";

const REFUSED = "use1-az3";

export const clusterRefusedZone = defineConstraint({
    id: "cluster-refused-zone",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-SUB-03"],
    level: "mandatory",
    severity: "high",
    what: `No client subnet of a cluster is in the Availability Zone with the id ${REFUSED}.`,
    why: "Amazon MSK puts no brokers there, and refuses the cluster.",
    fix: "Use a subnet in another Availability Zone.",
    source: MSK_CREATE_CLUSTER,
    check: (cluster) => {
        const path = cluster.pathOf(...CLIENT_SUBNETS);
        const subnets = cluster.listed("clientSubnets", "subnet");
        if (isUnknown(subnets)) {
            const some = cluster.stack.ofKind("subnet").some(({ values }) => isIn(values));
            return some ? undetermined(path, "the subnets are not known yet") : undefined;
        }
        const refused = subnets.filter(({ values }) => isIn(values)).map(({ name, id }) => name ?? id);
        return refused.length === 0 ? undefined : violation(path, `${refused.join(", ")} is in the zone ${REFUSED}`);
    },
    examples: {
        valid: [
            { title: "other zones", stack: inZones("use1-az1", "use1-az2") },
            { title: "subnets of another stack", stack: withCluster() },
        ],
        invalid: [{ title: "the refused zone", stack: inZones("use1-az1", REFUSED) }],
    },
});

function isIn(values: unknown): boolean {
    return member(values, "availabilityZoneId") === REFUSED;
}

function inZones(...ids: string[]) {
    return inSubnetsOf(...ids.map((availabilityZoneId) => ({ availabilityZoneId })));
}
