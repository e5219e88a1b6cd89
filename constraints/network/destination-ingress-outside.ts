import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { type Verdict, violation } from "../core/verdict";
import { inline, network } from "../examples/networks";
import { INTERNET_GATEWAY, OVER_NAT, route, routeTable, tableOf } from "../examples/routes";
import { isEverywhere, isPrivate } from "../facts/blocks";
import type { Interfaces } from "../facts/interfaces";
import type { GroupUser } from "../facts/joinedRule";
import { opensSome } from "../facts/permits";
import { isDefault, routesOf } from "../facts/routes";
import type { ResourceFacts } from "../facts/stack";
import { HIGHEST_PORT, LOWEST_PORT } from "../facts/targets";
import { VPC_DESTINATION } from "./pages";

const PUBLIC: readonly ResourceFacts[] = [
    INTERNET_GATEWAY,
    routeTable("public"),
    route("public", "gatewayId", "internet"),
    tableOf("subnet-a", "public"),
];

export const destinationIngressOutside = defineConstraint({
    id: "destination-ingress-outside",
    subject: "securityRule",
    joins: true,
    requirements: ["SG-EIP-01"],
    level: "advisory",
    severity: "medium",
    what: "No security group of a destination in a public subnet lets in anything from outside the VPC.",
    why: "With an Elastic IP the interfaces can be reached from the internet, and they only ever open connections themselves.",
    fix: "Take the rule out; the answers to a connection that was opened from inside need none.",
    source: VPC_DESTINATION,
    check: ({ rule, users }): Verdict[] => {
        if (rule.direction !== "ingress" || !users.some(isPublicDestination)) return [];
        // What is open to everybody on the ports of Kafka is said by another constraint.
        const isSaid = opensSome(rule, "tcp", LOWEST_PORT, HIGHEST_PORT) !== false;
        return rule.peers.flatMap((peer) => {
            if (peer.kind !== "block" || isUnknown(peer.block) || isPrivate(peer.block)) return [];
            if (isSaid && isEverywhere(peer.block)) return [];
            return [violation(peer.path, "Addresses outside the VPC are let in to the interfaces of the destination")];
        });
    },
    examples: {
        valid: [
            { title: "the group itself", stack: network({ more: PUBLIC }) },
            {
                title: "private subnets",
                stack: network({ more: OVER_NAT, interfaces: withIngress("198.51.100.0/24") }),
            },
            { title: "a private network", stack: network({ more: PUBLIC, interfaces: withIngress("10.8.0.0/16") }) },
            { title: "what is not known yet", stack: network({ more: PUBLIC, interfaces: withIngress(UNKNOWN) }) },
        ],
        invalid: [
            {
                title: "an office's addresses",
                stack: network({ more: PUBLIC, interfaces: withIngress("198.51.100.0/24") }),
            },
            { title: "SSH from anywhere", stack: network({ more: PUBLIC, interfaces: withIngress("0.0.0.0/0", 22) }) },
        ],
    },
});

function withIngress(block: unknown, port = 9096) {
    return { ingress: [inline({ self: true }), inline({ fromPort: port, toPort: port, cidrBlocks: [block] })] };
}

function isPublicDestination(user: GroupUser): boolean {
    return user.kind === "destination" && hasPublicSubnet(user.interfaces);
}

function hasPublicSubnet({ stack, subnets }: Interfaces): boolean {
    return subnets.names.some(
        ({ made }) =>
            made.length === 1 &&
            routesOf(stack, made[0]!).routes.some((one) => isDefault(one) && one.way === "internet"),
    );
}
