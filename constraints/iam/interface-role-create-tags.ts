import { defineConstraint } from "../core/constraint";
import { allow, EIGHT, NARROW, policy, withInterfaceRole } from "../examples/roles";
import { interfaceRights, taggingRight } from "../facts/interfaceRights";
import { VPC_DESTINATION } from "./pages";
import { missing } from "./rights";

const PERMISSION = "ec2:CreateNetworkInterfacePermission";

export const interfaceRoleCreateTags = defineConstraint({
    id: "interface-role-create-tags",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-ENI-03"],
    level: "advisory",
    severity: "low",
    what: "The role of a destination may tag the interfaces that AWS IoT makes, and let AWS IoT into those only.",
    why: "The founding page's eight actions let the role give away any interface of the account; the VPC destination page limits that to interfaces with the tag VPCDestinationENI, which AWS IoT sets with ec2:CreateTags.",
    fix: `Allow ec2:CreateTags where ec2:CreateAction is CreateNetworkInterface, and ${PERMISSION} where ec2:ResourceTag/VPCDestinationENI is true.`,
    source: VPC_DESTINATION,
    check: (role) => {
        if (role.uses.destinations.length === 0) return undefined;
        const isWide = interfaceRights(role, "absent").get(PERMISSION)?.answer === "allowed";
        if (!isWide || taggingRight(role).because !== "action") return undefined;
        return missing(role, `${role.name} may do ${PERMISSION} on every interface, and no ec2:CreateTags`);
    },
    examples: {
        valid: [{ title: "the narrow policy of the destination's page", stack: withInterfaceRole(NARROW) }],
        invalid: [{ title: "the founding page's policy", stack: withInterfaceRole(policy(allow(EIGHT))) }],
    },
});
