import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { KAFKA_ACTION_REQUIREMENTS } from "../core/source";
import {
    allow,
    DESCRIBING,
    EIGHT,
    NARROW,
    policy,
    rights,
    withInterfacePolicies,
    withInterfaceRole,
} from "../examples/roles";
import { INTERFACE_ACTIONS, interfaceRights } from "../facts/interfaceRights";
import { allOfThem, answer, deniedFor, leftOpen, missing, open } from "./rights";

const ROLE = "iot-kafka-interfaces";
const LAMBDA = ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"];

export const interfaceRoleActions = defineConstraint({
    id: "interface-role-actions",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-ENI-01"],
    level: "mandatory",
    severity: "high",
    what: `The role of a destination may do ${allOfThem(INTERFACE_ACTIONS)}.`,
    why: "AWS IoT makes, finds and removes the network interfaces of the destination with these eight actions; without one of them the destination goes to ERROR, or can no longer be deleted.",
    fix: "Allow all eight actions, such as ec2:DescribeSecurityGroups, in a policy of the role.",
    source: KAFKA_ACTION_REQUIREMENTS,
    check: (role) => {
        if (role.uses.destinations.length === 0) return undefined;
        const decisions = interfaceRights(role, "present");
        const lacking = deniedFor(decisions, "action", "condition");
        if (lacking.length === 0) return open(role, leftOpen(decisions));
        const found =
            lacking.length === INTERFACE_ACTIONS.length && role.documents.length === 0
                ? `The role ${role.name} of a destination has no policy that allows anything of EC2`
                : `The policies of ${role.name}, the role of a destination, do not allow ${allOfThem(lacking)}`;
        return answer(
            missing(role, found, { fix: `Allow ${allOfThem(lacking)} in a policy of ${role.name}.` }),
            open(role, leftOpen(decisions)),
        );
    },
    examples: {
        valid: [
            { title: "the founding page's policy", stack: withInterfaceRole(policy(allow(EIGHT))) },
            { title: "the narrow policy of the destination's page", stack: withInterfaceRole(NARROW) },
            {
                title: "wildcards",
                stack: withInterfaceRole(policy(allow(["ec2:Describe*", "ec2:*NetworkInterface*"]))),
            },
            {
                title: "AWS's EC2 full access",
                stack: withInterfacePolicies([], {
                    managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonEC2FullAccess"],
                }),
            },
            { title: "a policy that is not known yet", stack: withInterfaceRole(UNKNOWN) },
            {
                title: "a policy that another stack makes",
                stack: withInterfacePolicies([], {
                    managedPolicyArns: ["arn:aws:iam::209876543210:policy/interfaces"],
                }),
            },
            {
                title: "rights in two policies",
                stack: withInterfacePolicies([
                    rights(ROLE, policy(allow(DESCRIBING)), "describe"),
                    rights(ROLE, policy(allow("ec2:*NetworkInterface*")), "interfaces"),
                ]),
            },
        ],
        invalid: [
            {
                title: "no DescribeSecurityGroups",
                stack: withInterfaceRole(policy(allow(EIGHT.filter((one) => !one.endsWith("SecurityGroups"))))),
            },
            { title: "the rights of a Lambda function in a VPC", stack: withInterfaceRole(policy(allow(LAMBDA))) },
            { title: "no policy at all", stack: withInterfacePolicies([]) },
            { title: "rights of another service", stack: withInterfaceRole(policy(allow("kafka:*"))) },
        ],
    },
});
