import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withDestination } from "../examples/destinations";
import { VPC_DESTINATION } from "./pages";

export const destinationSecurityGroupsGiven = defineConstraint({
    id: "destination-security-groups-given",
    subject: "destination",
    requirements: ["DEST-SG-01"],
    level: "advisory",
    severity: "medium",
    what: "A VPC destination names its security groups.",
    why: "Without them the VPC's default group applies, which usually neither reaches the brokers nor was ever reviewed.",
    fix: "Give a security group of its own that allows what the brokers need, in `securityGroups`.",
    source: VPC_DESTINATION,
    check: (destination) => {
        if (destination.vpcConfiguration === undefined) return undefined;
        const groups = destination.value("securityGroups");
        if (isUnknown(groups)) return undetermined(destination.pathOf("securityGroups"));
        if (groups === undefined) return violation(destination.pathOf(), "securityGroups is missing");
        if (!Array.isArray(groups) || groups.length > 0) return undefined;
        return violation(destination.pathOf("securityGroups"), "securityGroups is an empty list");
    },
    examples: {
        valid: [
            { title: "a group", stack: withDestination({}) },
            { title: "a group that is yet to be made", stack: withDestination({ securityGroups: [UNKNOWN] }) },
        ],
        invalid: [
            { title: "no groups", stack: withDestination({ securityGroups: undefined }) },
            { title: "an empty list", stack: withDestination({ securityGroups: [] }) },
        ],
    },
});
