import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { inNewVpc, inVpc, withDestination } from "../examples/destinations";
import type { Destination } from "../facts/destination";
import { isInVpcOf, securityGroupsOf, subnetsOf } from "../facts/network";
import type { ResourceFacts } from "../facts/stack";
import { VPC_DESTINATION } from "./pages";

export const destinationSameVpc = defineConstraint({
    id: "destination-same-vpc",
    subject: "destination",
    joins: true,
    requirements: ["DEST-SG-02", "DEST-SUB-03"],
    level: "mandatory",
    severity: "high",
    what: "The subnets and security groups of a destination belong to its VPC.",
    why: "EC2 makes no network interface across two VPCs, and AWS IoT refuses the destination.",
    fix: "List subnets and security groups of the VPC that `vpcId` names.",
    source: VPC_DESTINATION,
    check: (destination) => [
        ...judge(destination, "subnetIds", subnetsOf(destination), "DEST-SUB-03"),
        ...judge(destination, "securityGroups", securityGroupsOf(destination), "DEST-SG-02"),
    ],
    examples: {
        valid: [
            { title: "a subnet and a group of the VPC", stack: inNewVpc({}, inVpc("subnet"), inVpc("securityGroup")) },
            { title: "a network of another stack", stack: withDestination({}) },
        ],
        invalid: [
            { title: "a subnet of another VPC", stack: inNewVpc({}, inVpc("subnet", {}, "other")) },
            { title: "a group of another VPC", stack: inNewVpc({}, inVpc("securityGroup", {}, "other")) },
        ],
    },
});

function judge(destination: Destination, name: string, used: readonly ResourceFacts[], row: string): Verdict[] {
    const path = destination.pathOf(name);
    const answers = used.map((other) => ({ other, inside: isInVpcOf(destination, other) }));
    const outside = answers.filter(({ inside }) => inside === false).map(({ other }) => other.name ?? other.id);
    if (outside.length > 0) {
        const found = `${outside.join(", ")} ${outside.length === 1 ? "is" : "are"} in another VPC`;
        return [violation(path, found, { requirements: [row] })];
    }
    return answers.some(({ inside }) => isUnknown(inside)) ? [undetermined(path, "the VPC is not known yet")] : [];
}
