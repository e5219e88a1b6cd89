import type { Path } from "../core/path";
import { Destination } from "./destination";
import type { Named } from "./identity";
import { type Interfaces, interfacesOfCluster, interfacesOfDestination } from "./interfaces";
import { groupOf, type SecurityRule } from "./securityRules";
import type { ResourceFacts, Stack } from "./stack";

/** Who uses a security group. */
export type GroupUser =
    | { readonly kind: "destination"; readonly destination: Destination; readonly interfaces: Interfaces }
    | { readonly kind: "cluster"; readonly cluster: ResourceFacts; readonly interfaces: Interfaces };

/** A rule of a security group that a destination or the brokers of a cluster use. Its paths start at its resource. */
export class JoinedRule {
    readonly at: Path = [];

    constructor(
        readonly stack: Stack,
        readonly rule: SecurityRule,
        readonly users: readonly GroupUser[],
    ) {}

    get resource(): ResourceFacts {
        return this.rule.resource;
    }
}

const usersByGroup = new WeakMap<Stack, ReadonlyMap<string, readonly GroupUser[]>>();

/** The destinations and clusters of the stack that use a group. */
export function usersOf(stack: Stack, group: Named): readonly GroupUser[] {
    const users = usersByGroup.get(stack) ?? groupUsers(stack);
    usersByGroup.set(stack, users);
    return [...new Set(keysOf(group).flatMap((key) => users.get(key) ?? []))];
}

/** The destinations and clusters that use the group of a separate rule. */
export function usersOfRule(stack: Stack, rule: ResourceFacts): readonly GroupUser[] {
    return usersOf(stack, groupOf(stack, rule));
}

function groupUsers(stack: Stack): ReadonlyMap<string, readonly GroupUser[]> {
    const found = new Map<string, GroupUser[]>();
    const all: GroupUser[] = [
        ...stack.ofKind("destination").map((resource): GroupUser => {
            const destination = new Destination(stack, resource);
            return { kind: "destination", destination, interfaces: interfacesOfDestination(destination) };
        }),
        ...stack
            .ofKind("cluster")
            .map(
                (cluster): GroupUser => ({ kind: "cluster", cluster, interfaces: interfacesOfCluster(stack, cluster) }),
            ),
    ];
    for (const user of all) {
        for (const key of user.interfaces.groups.names.flatMap(keysOf)) {
            const users = found.get(key);
            if (users) users.push(user);
            else found.set(key, [user]);
        }
    }
    return found;
}

function keysOf({ id, made }: Named): string[] {
    return [...(id === undefined ? [] : [`id ${id}`]), ...(made.length === 1 ? [`made ${made[0]!.id}`] : [])];
}
