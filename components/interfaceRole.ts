import { Role, RolePolicy } from "@pulumi/aws/iam";
import type { ComponentResource, Input, Output } from "@pulumi/pulumi";
import { type NamedIn, roleNameOf } from "../constraints/components/names";
import type { Optional } from "./oneOf";
import type { Place } from "./place";
import { policyDocument, type Statement, trustInIot } from "./policyDocuments";
import type { InterfacePermissions } from "./vpcDestinationArgs";

export interface InterfaceRoleArgs {
    readonly interfacePermissions?: InterfacePermissions;
    readonly tags?: Optional<Record<string, Input<string>>>;
}

export interface InterfaceRole {
    readonly roleArn: Output<string>;
    readonly roleName: Output<string>;
    readonly rolePolicy: RolePolicy;
}

/** The role that AWS IoT assumes to make and remove the interfaces of a destination. */
export function createInterfaceRole(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    { interfacePermissions = "tagged", tags }: InterfaceRoleArgs,
): InterfaceRole {
    const { name } = named;
    const options = { parent: component };
    const role = new Role(
        `${name}-role`,
        {
            name: roleNameOf(named, "interfaces"),
            description: `Lets AWS IoT make the network interfaces of the destination ${name}`,
            assumeRolePolicy: trustInIot(place),
            tags,
        },
        options,
    );
    const statements = interfacePermissions === "documented" ? DOCUMENTED : TAGGED;
    const rolePolicy = new RolePolicy(
        `${name}-role-policy`,
        { role: role.name, policy: policyDocument(...statements) },
        options,
    );
    return { roleArn: role.arn, roleName: role.name, rolePolicy };
}

const READING = [
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcAttribute",
    "ec2:DescribeVpcs",
];

/** As the Kafka action's page prints it: eight actions on everything. */
const DOCUMENTED: readonly Statement[] = [
    {
        Effect: "Allow",
        Action: [
            "ec2:CreateNetworkInterface",
            "ec2:CreateNetworkInterfacePermission",
            "ec2:DeleteNetworkInterface",
            ...READING,
        ],
        Resource: "*",
    },
];

/**
 * As the destination's page narrows it: AWS IoT tags the interfaces that it makes, and may let itself into those only.
 * The right to tag belongs to it, without which no interface would carry the tag
 * (https://docs.aws.amazon.com/iot/latest/developerguide/vpc-rule-action.html).
 */
const TAGGED: readonly Statement[] = [
    {
        Effect: "Allow",
        Action: ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", ...READING],
        Resource: "*",
    },
    {
        Effect: "Allow",
        Action: "ec2:CreateNetworkInterfacePermission",
        Resource: "*",
        Condition: { StringEquals: { "ec2:ResourceTag/VPCDestinationENI": "true" } },
    },
    {
        Effect: "Allow",
        Action: "ec2:CreateTags",
        Resource: "*",
        Condition: {
            StringEquals: {
                "ec2:CreateAction": "CreateNetworkInterface",
                "aws:RequestTag/VPCDestinationENI": "true",
            },
        },
    },
];
