import { defineConstraint } from "../core/constraint";
import { allow, DESCRIBING, EIGHT, policy, withInterfaceRole } from "../examples/roles";
import { interfaceRights } from "../facts/interfaceRights";
import { EC2_ACTIONS } from "./pages";
import { allOfThem, deniedFor, missing } from "./rights";

const MAKING = EIGHT.filter((action) => !DESCRIBING.includes(action));

export const interfaceRoleResources = defineConstraint({
    id: "interface-role-resources",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-ENI-02"],
    level: "mandatory",
    severity: "high",
    what: 'The role of a destination may describe everything: its Describe actions stand beside Resource "*", and its other actions cover interfaces, subnets and security groups.',
    why: "EC2 lists things for all resources or not at all; a statement with ARNs allows nothing of it, and the destination goes to ERROR.",
    fix: 'Write Resource "*" for these actions.',
    source: EC2_ACTIONS,
    check: (role) => {
        if (role.uses.destinations.length === 0) return undefined;
        const narrow = deniedFor(interfaceRights(role, "present"), "resource");
        if (narrow.length === 0) return undefined;
        return missing(role, `${role.name} may do ${allOfThem(narrow)} on resources of other kinds or names only`, {
            fix: `Write Resource "*" in a statement that allows ${allOfThem(narrow)}.`,
        });
    },
    examples: {
        valid: [
            { title: "everything on everything", stack: withInterfaceRole(policy(allow(EIGHT))) },
            {
                title: "the other actions on resources of their kinds",
                stack: withInterfaceRole(
                    policy(
                        allow(DESCRIBING),
                        allow(MAKING, {
                            Resource: [
                                "arn:aws:ec2:us-east-1:209876543210:network-interface/*",
                                "arn:aws:ec2:us-east-1:209876543210:subnet/*",
                                "arn:aws:ec2:us-east-1:209876543210:security-group/*",
                            ],
                        }),
                    ),
                ),
            },
        ],
        invalid: [
            {
                title: "Describe actions on the ARN of a VPC",
                stack: withInterfaceRole(
                    policy(allow(MAKING), allow(DESCRIBING, { Resource: "arn:aws:ec2:us-east-1:209876543210:vpc/*" })),
                ),
            },
            {
                title: "interfaces made without a right to their subnets",
                stack: withInterfaceRole(
                    policy(allow(DESCRIBING), allow(MAKING, { Resource: "arn:aws:ec2:*:*:network-interface/*" })),
                ),
            },
        ],
    },
});
