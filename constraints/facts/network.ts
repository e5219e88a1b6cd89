import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Destination } from "./destination";
import type { ResourceFacts, ResourceKind, Stack } from "./stack";

/** The subnets of the stack that a destination lists. */
export function subnetsOf(destination: Destination): ResourceFacts[] {
    return listed(destination, "subnetIds", "subnet");
}

/** The security groups of the stack that a destination lists. */
export function securityGroupsOf(destination: Destination): ResourceFacts[] {
    return listed(destination, "securityGroups", "securityGroup");
}

/** The VPC of the stack that a destination names; undefined when the stack makes no such VPC. */
export function vpcOf(destination: Destination): ResourceFacts | undefined {
    const { stack, resource } = destination;
    return stack.joined(resource, "vpcConfiguration", destination.value("vpcId"), "vpc", "id");
}

function listed(destination: Destination, name: string, kind: ResourceKind): ResourceFacts[] {
    const ids = destination.list(name);
    return destination.stack.referenced(destination.resource, "vpcConfiguration", isUnknown(ids) ? [] : ids, kind);
}

/**
 * Whether a resource is in the VPC of a destination: by the ids where both are known, else by which VPC of the stack
 * each hangs on.
 */
export function isInVpcOf(destination: Destination, other: ResourceFacts): Known<boolean> {
    const wanted = destination.value("vpcId");
    const given = member(other.values, "vpcId");
    if (typeof wanted === "string" && typeof given === "string") return wanted === given;
    const own = edgeToVpc(destination.stack, destination.resource, "vpcConfiguration");
    const its = edgeToVpc(destination.stack, other, "vpcId");
    return own === undefined || its === undefined ? UNKNOWN : own === its;
}

function edgeToVpc(stack: Stack, from: ResourceFacts, property: string): string | undefined {
    const ids = (from.references?.[property] ?? []).filter((id) => stack.withId(id)?.kind === "vpc");
    return ids.length === 1 ? ids[0] : undefined;
}
