import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withDestination } from "../examples/destinations";
import { RESOURCE_IDS } from "./pages";
import { checkResourceId } from "./resourceId";

const GROUP = "sg-0a1b2c3d4e5f60718";

export const destinationSecurityGroupId = defineConstraint({
    id: "destination-security-group-id",
    subject: "destination",
    requirements: ["DEST-ID-03"],
    level: "mandatory",
    severity: "high",
    what: "Each entry of securityGroups is the id of a security group.",
    why: "AWS IoT takes ids, not names, and refuses the destination.",
    fix: `Give the group's id, such as ${GROUP}, or the \`id\` output of the security group.`,
    source: RESOURCE_IDS,
    check: (destination) => {
        const groups = destination.value("securityGroups");
        const path = destination.pathOf("securityGroups");
        if (isUnknown(groups)) return undetermined(path);
        if (groups === undefined) return undefined;
        if (!Array.isArray(groups)) return violation(path, `securityGroups is ${show(groups)}, not a list`);
        return groups.flatMap((id, index) => checkResourceId(id, [...path, index], "sg") ?? []);
    },
    examples: {
        valid: [
            { title: "ids of groups", stack: withDestination({ securityGroups: [GROUP, "sg-0a1b2c3d"] }) },
            { title: "a group that is yet to be made", stack: withDestination({ securityGroups: [UNKNOWN] }) },
        ],
        invalid: [
            { title: "a group's name", stack: withDestination({ securityGroups: ["default"] }) },
            { title: "a subnet", stack: withDestination({ securityGroups: [GROUP, "subnet-0a1b2c3d4e5f60718"] }) },
            { title: "one group that is no list", stack: withDestination({ securityGroups: GROUP }) },
        ],
    },
});
