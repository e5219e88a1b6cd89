import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { type Block, parseBlock } from "./blocks";
import type { Destination } from "./destination";
import { isSame, type Named, type NamedList, nameIn, namesIn } from "./identity";
import type { Endpoint } from "./permits";
import { type Direction, type RuleSet, rulesOf } from "./securityRules";
import type { ResourceFacts, Stack } from "./stack";

/** The network interfaces of a destination, or those of a cluster's brokers. */
export interface Interfaces {
    readonly stack: Stack;
    readonly groups: NamedList;
    readonly subnets: NamedList;
    /** One for each subnet that is known, else one that stands for all of them. */
    readonly ends: readonly Endpoint[];
}

/** The interfaces that AWS IoT makes for a destination. */
export function interfacesOfDestination(destination: Destination): Interfaces {
    const { stack, resource } = destination;
    const ids = (name: string) => destination.value(name);
    return read(stack, resource, "vpcConfiguration", ids("securityGroups"), ids("subnetIds"));
}

/** The interfaces of the brokers of a cluster. */
export function interfacesOfCluster(stack: Stack, cluster: ResourceFacts): Interfaces {
    const nodes = member(cluster.values, "brokerNodeGroupInfo");
    const ids = (name: string) => (isUnknown(nodes) ? UNKNOWN : (member(nodes, name) ?? undefined));
    return read(stack, cluster, "brokerNodeGroupInfo", ids("securityGroups"), ids("clientSubnets"));
}

/** The rules of all groups of interfaces together: what one of them permits is permitted. */
export function rulesAt({ stack, groups }: Interfaces, direction: Direction): RuleSet {
    const sets = groups.names.map((name) => rulesOf(stack, name, direction));
    return {
        rules: sets.flatMap(({ rules }) => rules),
        complete: groups.complete && sets.every(({ complete }) => complete),
    };
}

/** The VPC that a resource names in `property`. */
export function vpcIn(stack: Stack, from: ResourceFacts, property: string, value: unknown): Named {
    return nameIn(stack, from, property, value, "vpc");
}

/** The VPC that a subnet or a security group is in. */
export function vpcOfMember(stack: Stack, made: ResourceFacts): Named {
    return vpcIn(stack, made, "vpcId", member(made.values, "vpcId"));
}

/** The VPC that interfaces are in, as their subnets and groups of the stack tell; undefined where none does. */
export function vpcOfInterfaces({ stack, groups, subnets }: Interfaces): Named | undefined {
    const vpcs = [...subnets.names, ...groups.names].flatMap(({ made }) =>
        made.length === 1 ? [vpcOfMember(stack, made[0]!)] : [],
    );
    return vpcs.find((vpc) => vpc.id !== undefined || vpc.made.length === 1);
}

function read(stack: Stack, from: ResourceFacts, property: string, groupIds: unknown, subnetIds: unknown): Interfaces {
    // Without groups it is the VPC's own, which may be anybody's.
    const groups =
        groupIds === undefined
            ? { names: [], complete: false }
            : namesIn(stack, from, property, groupIds, "securityGroup");
    const subnets = namesIn(stack, from, property, subnetIds, "subnet");
    const blocks = subnets.names.map((name) => blockOf(name));
    const ends = blocks.map((block): Endpoint => ({ groups, block }));
    const isWhole = subnets.complete && ends.length > 0;
    return { stack, groups, subnets, ends: isWhole ? ends : [...ends, { groups, block: UNKNOWN }] };
}

/** The addresses of a subnet of the stack. */
export function blockOf({ made }: Named): Known<Block> {
    const block = made.length === 1 ? member(made[0]!.values, "cidrBlock") : undefined;
    return parseBlock(block) ?? UNKNOWN;
}

/** Whether two named VPCs are one; undefined where nothing names one of them. */
export function isSameVpc(one: Named | undefined, other: Named | undefined): ReturnType<typeof isSame> | undefined {
    return one === undefined || other === undefined ? undefined : isSame(one, other);
}
