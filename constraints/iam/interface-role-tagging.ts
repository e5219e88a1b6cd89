import { defineConstraint } from "../core/constraint";
import { allow, EIGHT, NARROW, policy, TAGGED_ONLY, TAGGING, withInterfaceRole } from "../examples/roles";
import { interfaceRights, taggingRight } from "../facts/interfaceRights";
import { VPC_DESTINATION } from "./pages";
import { allOfThem, missing, open } from "./rights";

const OTHERS = EIGHT.filter((action) => action !== "ec2:CreateNetworkInterfacePermission");

export const interfaceRoleTagging = defineConstraint({
    id: "interface-role-tagging",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-ENI-04"],
    level: "mandatory",
    severity: "high",
    what: "A role that may only touch interfaces with the tag VPCDestinationENI may also tag them: ec2:CreateTags.",
    why: "Without that right AWS IoT makes the interface without the tag, may then not let itself into it, and the destination goes to ERROR.",
    fix: "Allow ec2:CreateTags where ec2:CreateAction is CreateNetworkInterface and aws:RequestTag/VPCDestinationENI is true, or drop the condition on the tag.",
    source: VPC_DESTINATION,
    check: (role) => {
        if (role.uses.destinations.length === 0) return undefined;
        const tagged = interfaceRights(role, "present");
        const untagged = interfaceRights(role, "absent");
        const needTag = [...tagged]
            .filter(([action, { answer }]) => answer === "allowed" && untagged.get(action)?.answer !== "allowed")
            .map(([action]) => action);
        if (needTag.length === 0) return undefined;
        const { answer, because } = taggingRight(role);
        if (answer === "allowed") return undefined;
        const isSure = needTag.some((action) => untagged.get(action)?.answer === "denied");
        if (answer === "undetermined" || !isSure) return open(role, ["ec2:CreateTags"]);
        const why = because === "condition" ? "only under conditions that do not hold then" : "nowhere";
        return missing(
            role,
            `${role.name} may do ${allOfThem(needTag)} on interfaces with the tag VPCDestinationENI only, but ec2:CreateTags, which sets it, is allowed ${why}`,
        );
    },
    examples: {
        valid: [
            { title: "both", stack: withInterfaceRole(NARROW) },
            { title: "neither", stack: withInterfaceRole(policy(allow(EIGHT))) },
            {
                title: "a right to tag without conditions",
                stack: withInterfaceRole(policy(allow([...OTHERS, "ec2:CreateTags"]), TAGGED_ONLY)),
            },
        ],
        invalid: [
            {
                title: "the condition without the right to tag",
                stack: withInterfaceRole(policy(allow(OTHERS), TAGGED_ONLY)),
            },
            {
                title: "the condition by its other key",
                stack: withInterfaceRole(
                    policy(
                        allow(OTHERS),
                        allow("ec2:CreateNetworkInterfacePermission", {
                            Condition: { "ForAnyValue:StringLike": { "aws:ResourceTag/VPCDestinationENI": ["true"] } },
                        }),
                    ),
                ),
            },
            {
                title: "a right to tag instances",
                stack: withInterfaceRole(
                    policy(allow(OTHERS), TAGGED_ONLY, {
                        ...TAGGING,
                        Condition: { StringEquals: { "ec2:CreateAction": "RunInstances" } },
                    }),
                ),
            },
        ],
    },
});
