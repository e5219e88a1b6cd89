import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { network, subnet } from "../examples/networks";
import { natGateway, OVER_NAT, route, routeTable, tableOf, toHosted } from "../examples/routes";
import { nameIn } from "../facts/identity";
import { inputOf } from "../facts/inputs";
import { interfacesOfDestination } from "../facts/interfaces";
import { isDefault, isOpen, routesOf } from "../facts/routes";
import type { ResourceFacts, Stack } from "../facts/stack";
import { NAT_GATEWAYS } from "./pages";

const PATH = ["subnetId"];

export const natGatewaySubnet = defineConstraint({
    id: "nat-gateway-subnet",
    subject: "destination",
    joins: true,
    requirements: ["VPC-NAT-04"],
    level: "mandatory",
    severity: "high",
    what: "A NAT gateway over which a destination reaches the internet is in a public subnet.",
    why: "A NAT gateway needs the route of its own subnet to an internet gateway; in the subnet that it serves it sends everything back to itself.",
    fix: "Put it in a subnet whose route for 0.0.0.0/0 leads to an internet gateway.",
    source: NAT_GATEWAYS,
    check: (destination) => {
        const { stack } = destination;
        const gateways = new Set<ResourceFacts>();
        for (const { made } of interfacesOfDestination(destination).subnets.names) {
            if (made.length !== 1) continue;
            for (const { nat } of routesOf(stack, made[0]!).routes) {
                if (nat?.made.length === 1) gateways.add(nat.made[0]!);
            }
        }
        return [...gateways].flatMap((gateway) => judge(stack, gateway));
    },
    examples: {
        valid: [
            { title: "a public subnet", stack: toHosted(OVER_NAT) },
            { title: "no NAT gateway", stack: network() },
            {
                title: "a private NAT gateway, which leads to other networks",
                stack: overNat(natGateway("subnet-a", { connectivityType: "private" })),
            },
            {
                title: "a subnet of another stack",
                stack: overNat({ ...natGateway("subnet-a", { subnetId: "subnet-0a1b2c3d" }), references: {} }),
            },
            {
                title: "routes that are not known yet",
                stack: overNat(
                    natGateway("subnet-c"),
                    subnet("subnet-c", "10.0.3.0/24"),
                    routeTable("public", { routes: UNKNOWN }),
                    tableOf("subnet-c", "public"),
                ),
            },
        ],
        invalid: [
            { title: "the subnet that it serves", stack: overNat(natGateway("subnet-a")) },
            {
                title: "a subnet without a route to the internet",
                stack: overNat(
                    natGateway("subnet-c"),
                    subnet("subnet-c", "10.0.3.0/24"),
                    routeTable("public"),
                    tableOf("subnet-c", "public"),
                ),
            },
        ],
    },
});

function judge(stack: Stack, gateway: ResourceFacts): Verdict[] {
    const connectivity = member(gateway.values, "connectivityType") ?? undefined;
    const subnetId = inputOf(gateway, "subnetId");
    if (connectivity === "private" || subnetId === undefined) return [];
    const { made } = nameIn(stack, gateway, "subnetId", subnetId, "subnet");
    if (made.length !== 1) return [];
    const { routes, complete } = routesOf(stack, made[0]!);
    const defaults = routes.filter(isDefault);
    if (defaults.some(({ way }) => way === "internet" || way === "other")) return [];
    if (!complete || routes.some(isOpen) || isUnknown(connectivity)) {
        return [undetermined(PATH, "the routes of its subnet are not known yet", { on: gateway })];
    }
    const where = `the subnet ${made[0]!.name ?? made[0]!.id}`;
    const why =
        defaults.length > 0
            ? "whose own route to 0.0.0.0/0 leads to a NAT gateway"
            : "which has no route to the internet";
    return [violation(PATH, `The NAT gateway ${gateway.name ?? gateway.id} is in ${where}, ${why}`, { on: gateway })];
}

function overNat(...more: ResourceFacts[]) {
    return toHosted([
        routeTable("private"),
        route("private", "natGatewayId", "nat"),
        tableOf("subnet-a", "private"),
        tableOf("subnet-b", "private"),
        ...more,
    ]);
}
