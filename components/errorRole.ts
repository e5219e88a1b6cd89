import { Role, RolePolicy } from "@pulumi/aws/iam";
import type { ComponentResource, Input, Output, Resource } from "@pulumi/pulumi";
import { errorRoleNameOf } from "../constraints/components/errorAction";
import type { NamedIn } from "../constraints/components/names";
import type { Optional } from "./oneOf";
import type { Place } from "./place";
import { trustInIot } from "./policyDocuments";

export interface ErrorRoleArgs {
    readonly description: string;
    /** What the role may do. */
    readonly policy: Output<string>;
    readonly tags: Optional<Record<string, Input<string>>> | undefined;
    /** What the policy is made after. */
    readonly after?: readonly Resource[];
}

export interface ErrorRole {
    readonly roleArn: Output<string>;
    /** Without it AWS IoT cannot send; the rule's edges do not lead there. */
    readonly rolePolicy: RolePolicy;
}

/** The role that AWS IoT assumes to send messages that could not be sent to Kafka. */
export function createErrorRole(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    { description, policy, tags, after = [] }: ErrorRoleArgs,
): ErrorRole {
    const { name } = named;
    const options = { parent: component };
    const role = new Role(
        `${name}-errors-role`,
        { name: errorRoleNameOf(named), description, assumeRolePolicy: trustInIot(place), tags },
        options,
    );
    const rolePolicy = new RolePolicy(
        `${name}-errors-policy`,
        { role: role.name, policy },
        { ...options, dependsOn: [...after] },
    );
    return { roleArn: role.arn, rolePolicy };
}
