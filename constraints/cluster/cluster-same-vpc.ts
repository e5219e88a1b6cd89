import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { group, subnet } from "../examples/networks";
import { provisioned, withCluster } from "../examples/provisioned";
import { stackOf } from "../examples/rules";
import { isSame } from "../facts/identity";
import { vpcOfMember } from "../facts/interfaces";
import { MSK_CREATE_CLUSTER } from "./pages";

const PATH = ["brokerNodeGroupInfo", "securityGroups"];

export const clusterSameVpc = defineConstraint({
    id: "cluster-same-vpc",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-SG-01"],
    level: "mandatory",
    severity: "high",
    what: "The security groups of a cluster belong to the VPC of its client subnets.",
    why: "The brokers' network interfaces are made in that VPC, and EC2 refuses groups of another.",
    fix: "List security groups of the VPC that the client subnets are in.",
    source: MSK_CREATE_CLUSTER,
    check: (cluster) => {
        const { stack } = cluster;
        const subnets = cluster.listed("clientSubnets", "subnet");
        const groups = cluster.listed("securityGroups", "securityGroup");
        const path = cluster.pathOf(...PATH);
        if (isUnknown(subnets) || isUnknown(groups)) return undetermined(path, "the network is not known yet");
        const [first] = subnets;
        if (first === undefined || groups.length === 0) return undefined;
        const vpc = vpcOfMember(stack, first);
        const answers = groups.map((made) => ({ made, inside: isSame(vpcOfMember(stack, made), vpc) }));
        const outside = answers.filter(({ inside }) => inside === false).map(({ made }) => made.name ?? made.id);
        if (outside.length > 0) {
            const verb = outside.length === 1 ? "is" : "are";
            return violation(path, `${outside.join(", ")} ${verb} in another VPC than ${first.name ?? first.id}`);
        }
        return answers.some(({ inside }) => isUnknown(inside))
            ? undetermined(path, "the VPC is not known yet")
            : undefined;
    },
    examples: {
        valid: [
            { title: "one VPC", stack: inVpcs("vpc", "vpc") },
            { title: "a network of another stack", stack: withCluster() },
        ],
        invalid: [{ title: "a group of another VPC", stack: inVpcs("vpc", "other") }],
    },
});

function inVpcs(ofSubnets: string, ofGroup: string) {
    const made = [
        { kind: "vpc", id: "vpc", name: "vpc", values: {} } as const,
        { kind: "vpc", id: "other", name: "other", values: {} } as const,
        subnet("subnet-a", "10.0.1.0/24", ofSubnets),
        subnet("subnet-b", "10.0.2.0/24", ofSubnets),
        group("brokers", {}, [], ofGroup),
    ];
    const changes = {
        "brokerNodeGroupInfo.clientSubnets": [UNKNOWN, UNKNOWN],
        "brokerNodeGroupInfo.securityGroups": [UNKNOWN],
        numberOfBrokerNodes: 2,
    };
    const references = { brokerNodeGroupInfo: ["subnet-a", "subnet-b", "brokers"] };
    return stackOf(...made, provisioned(changes, { references }));
}
