import { UNKNOWN } from "../core/known";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { PLAIN } from "./configurations";
import { inline, network, subnet } from "./networks";

/** A route to everywhere in the table with this id, over the gateway with that id. */
export function route(tableId: string, member: "natGatewayId" | "gatewayId", gatewayId: string): ResourceFacts {
    return {
        kind: "route",
        id: `${tableId}-default`,
        name: `${tableId}-default`,
        values: { routeTableId: UNKNOWN, destinationCidrBlock: "0.0.0.0/0", [member]: UNKNOWN },
        references: { routeTableId: [tableId], [member]: [gatewayId] },
    };
}

/** A table of the VPC. */
export function routeTable(id: string, values: Record<string, unknown> = {}): ResourceFacts {
    return {
        kind: "routeTable",
        id,
        name: id,
        values: { vpcId: UNKNOWN, ...values },
        references: { vpcId: ["vpc"] },
    };
}

/** The table of a subnet. */
export function tableOf(subnetId: string, tableId: string): ResourceFacts {
    const id = `${subnetId}-${tableId}`;
    return {
        kind: "routeTableAssociation",
        id,
        name: id,
        values: { subnetId: UNKNOWN, routeTableId: UNKNOWN },
        references: { subnetId: [subnetId], routeTableId: [tableId] },
    };
}

/** What a virtual private gateway announces, as routes of the tables with these ids. */
export function routePropagation(...tableIds: string[]): ResourceFacts {
    return {
        kind: "routePropagation",
        id: "announced",
        name: "announced",
        values: { vpnGatewayId: "vgw-0a1b2c3d4e5f60718", routeTableIds: tableIds.map(() => UNKNOWN) },
        references: { routeTableIds: tableIds },
    };
}

/** A NAT gateway in a subnet. */
export function natGateway(subnetId: string, values: Record<string, unknown> = {}): ResourceFacts {
    return {
        kind: "natGateway",
        id: "nat",
        name: "nat",
        values: { subnetId: UNKNOWN, allocationId: "eipalloc-0a1b2c3d4e5f60718", ...values },
        references: { subnetId: [subnetId] },
    };
}

export const INTERNET_GATEWAY: ResourceFacts = {
    kind: "internetGateway",
    id: "internet",
    name: "internet",
    values: { vpcId: UNKNOWN },
    references: { vpcId: ["vpc"] },
};

/** A public subnet with a NAT gateway, and the destination's two subnets whose table leads there. */
export const OVER_NAT: readonly ResourceFacts[] = [
    INTERNET_GATEWAY,
    subnet("subnet-c", "10.0.3.0/24"),
    routeTable("public"),
    route("public", "gatewayId", "internet"),
    tableOf("subnet-c", "public"),
    natGateway("subnet-c"),
    routeTable("private"),
    route("private", "natGatewayId", "nat"),
    tableOf("subnet-a", "private"),
    tableOf("subnet-b", "private"),
];

/** A rule that sends to a hosted cluster with this bootstrap list, from subnets with these routes. */
export function toHosted(
    more: readonly ResourceFacts[],
    brokers = "pkc-56d1g.us-east-1.aws.confluent.cloud:9092",
): StackFacts {
    const open = { fromPort: 9092, toPort: 9092 };
    return network({
        mode: PLAIN,
        properties: { "bootstrap.servers": brokers },
        interfaces: {
            egress: [inline({ ...open, cidrBlocks: ["0.0.0.0/0"] })],
            ingress: [inline({ ...open, self: true })],
        },
        more,
    });
}
