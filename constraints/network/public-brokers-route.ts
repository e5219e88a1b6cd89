import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { network } from "../examples/networks";
import { INTERNET_GATEWAY, OVER_NAT, route, routePropagation, routeTable, tableOf, toHosted } from "../examples/routes";
import { interfacesOfDestination } from "../facts/interfaces";
import { type Routes, routesOf } from "../facts/routes";
import type { ResourceFacts, Stack } from "../facts/stack";
import { KAFKA_ACTION_REQUIREMENTS } from "./pages";
import { PUBLIC_HOSTS, publicTargets } from "./publicTargets";

export const publicBrokersRoute = defineConstraint({
    id: "public-brokers-route",
    subject: "destination",
    joins: true,
    requirements: ["VPC-NAT-01"],
    level: "mandatory",
    severity: "high",
    what: "The subnets of a destination whose brokers are on the internet lead there over a NAT gateway.",
    why: "The interfaces have no public address, even in a public subnet, so that an internet gateway passes nothing of theirs: each connection ends in a timeout.",
    fix: "Use private subnets whose route for 0.0.0.0/0 leads to a NAT gateway.",
    source: KAFKA_ACTION_REQUIREMENTS,
    options: {
        publicHosts: listOption(
            "Names of brokers that are reached over the internet: * globs over them.",
            PUBLIC_HOSTS,
        ),
    },
    check: (destination, { publicHosts }) => {
        const [target] = publicTargets(destination, publicHosts);
        if (target === undefined) return undefined;
        const { stack } = destination;
        const made = interfacesOfDestination(destination).subnets.names.flatMap((name) =>
            name.made.length === 1 ? name.made : [],
        );
        const problems = new Map<ResourceFacts, Verdict>();
        for (const subnet of made) {
            const verdict = judge(stack, subnet, routesOf(stack, subnet), String(target.host));
            const on = verdict?.on ?? subnet;
            if (verdict && !problems.has(on)) problems.set(on, verdict);
        }
        return [...problems.values()];
    },
    examples: {
        valid: [
            { title: "routes over a NAT gateway", stack: toHosted(OVER_NAT) },
            { title: "brokers in the VPC, which need none", stack: network() },
            {
                title: "brokers in the VPC by their addresses",
                stack: toHosted([], "10.0.1.10:9092,10.0.2.10:9092"),
            },
            {
                title: "another way out",
                stack: toHosted([
                    routeTable("private", { routes: [{ cidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-0a1b2c3d" }] }),
                    tableOf("subnet-a", "private"),
                    tableOf("subnet-b", "private"),
                ]),
            },
            {
                title: "routes that a virtual private gateway announces",
                stack: toHosted([
                    routeTable("private"),
                    routePropagation("private"),
                    tableOf("subnet-a", "private"),
                    tableOf("subnet-b", "private"),
                ]),
            },
            {
                title: "routes that are not known yet",
                stack: toHosted([
                    routeTable("private", { routes: UNKNOWN }),
                    tableOf("subnet-a", "private"),
                    tableOf("subnet-b", "private"),
                ]),
            },
        ],
        invalid: [
            {
                title: "a public subnet",
                stack: toHosted([
                    INTERNET_GATEWAY,
                    routeTable("public"),
                    route("public", "gatewayId", "internet"),
                    tableOf("subnet-a", "public"),
                    tableOf("subnet-b", "public"),
                ]),
            },
            { title: "subnets without any route", stack: toHosted([]) },
            {
                title: "routes that are announced to another table",
                stack: toHosted([
                    routeTable("private"),
                    routeTable("other"),
                    routePropagation("other"),
                    tableOf("subnet-a", "private"),
                    tableOf("subnet-b", "private"),
                ]),
            },
            { title: "a public address and no route", stack: toHosted([], "203.0.113.10:9092") },
        ],
    },
});

function judge(stack: Stack, subnet: ResourceFacts, found: Routes, host: string): Verdict | undefined {
    const { table, routes, complete } = found;
    const on = table ?? subnet;
    const outwards = routes.filter(({ way }) => way !== "local");
    // Routes to smaller blocks may be what leads there, over a peering for example.
    if (outwards.some(({ way }) => way === "nat" || way === "other")) return undefined;
    if (!complete || outwards.some(({ way }) => way === "open")) {
        return undetermined([], "the routes of the subnet are not known yet", { on });
    }
    const title = `${subnet.name ?? subnet.id}, from which ${show(host)} is to be reached`;
    const [toInternet] = outwards;
    if (toInternet === undefined)
        return violation([], `No route leads out of the VPC from the subnet ${title}`, { on });
    if (hasInterfaceAddress(stack))
        return undetermined([], "whether the interfaces have addresses is not known", { on });
    const { resource, path } = toInternet;
    return violation(path, `Only an internet gateway leads out of the subnet ${title}`, { on: resource });
}

/** An Elastic IP at each interface is the other way that works. */
function hasInterfaceAddress(stack: Stack): boolean {
    return [
        ...stack.ofKind("elasticAddress").map(({ values }) => values.networkInterface),
        ...stack.ofKind("elasticAddressAssociation").map(({ values }) => values.networkInterfaceId),
    ].some((value) => value !== undefined && value !== null && value !== "");
}
