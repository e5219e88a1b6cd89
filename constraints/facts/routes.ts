import { isUnknown, member } from "../core/known";
import type { Path } from "../core/path";
import { type Block, isEverywhere, parseBlock } from "./blocks";
import { isSame, type Named, nameIn, nameOf, namesIn } from "./identity";
import { inputOf, listInput } from "./inputs";
import { vpcIn, vpcOfMember } from "./interfaces";
import type { ResourceFacts, Stack } from "./stack";

/** Where a route leads: to a NAT gateway, to an internet gateway, nowhere else than the VPC, or another way. */
export type Way = "nat" | "internet" | "local" | "other" | "open";

/** One route of a table, written in the table or as a resource of its own. */
export interface Route {
    readonly resource: ResourceFacts;
    readonly path: Path;
    /** Undefined for a prefix list, and where it is not known yet. */
    readonly block?: Block;
    readonly way: Way;
    /** The NAT gateway that it leads to. */
    readonly nat?: Named;
}

/** The routes of a subnet. */
export interface Routes {
    /** Their table, where the stack makes it. */
    readonly table?: ResourceFacts;
    readonly routes: readonly Route[];
    /** False where there may be routes that the stack does not show. */
    readonly complete: boolean;
}

/** Members of a route that lead another way, over a peering or a transit gateway for example. */
const OTHER_WAYS = [
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyGatewayId",
    "localGatewayId",
    "networkInterfaceId",
    "odbNetworkArn",
    "transitGatewayId",
    "vpcEndpointId",
    "vpcPeeringConnectionId",
];

/** Members of a route that say where it leads: those of a table's own first. */
const DESTINATIONS = ["cidrBlock", "destinationCidrBlock", "ipv6CidrBlock", "destinationIpv6CidrBlock"];

/** The routes of a subnet that the stack makes: those of the table that it is associated with, else of the main one. */
export function routesOf(stack: Stack, subnet: ResourceFacts): Routes {
    const own = associatedTables(stack, subnet);
    if (own.isOpen) return { routes: [], complete: false };
    const [associated] = own.tables;
    if (associated) return routesOfTable(stack, associated);
    return routesOfMainTable(stack, vpcOfMember(stack, subnet));
}

/** A route to everywhere. */
export function isDefault({ block }: Route): boolean {
    return block !== undefined && isEverywhere(block) && block.bits === 32;
}

/** A route of which it is not known where, or over what, it leads. */
export function isOpen({ block, way }: Route): boolean {
    return block === undefined || way === "open";
}

function associatedTables(stack: Stack, subnet: ResourceFacts): { tables: Named[]; isOpen: boolean } {
    const tables: Named[] = [];
    let isOpen = false;
    for (const association of stack.ofKind("routeTableAssociation")) {
        const subnetId = member(association.values, "subnetId") ?? undefined;
        if (subnetId === undefined) continue;
        const answer = isSame(nameIn(stack, association, "subnetId", subnetId, "subnet"), nameOf(subnet));
        if (answer === true) tables.push(tableIn(stack, association));
        else if (isUnknown(answer)) isOpen = true;
    }
    return { tables, isOpen: isOpen && tables.length === 0 };
}

function tableIn(stack: Stack, from: ResourceFacts): Named {
    return nameIn(stack, from, "routeTableId", member(from.values, "routeTableId"), "routeTable");
}

function routesOfTable(stack: Stack, table: Named): Routes {
    const [made] = table.made;
    if (made === undefined || table.made.length > 1) return { routes: [], complete: false };
    const inline = listInput(made, "routes");
    const routes = (inline ?? []).map((values, index) => routeOf(stack, made, values, ["routes", index], "routes"));
    const propagating = listInput(made, "propagatingVgws");
    let complete = inline !== undefined && propagating?.length === 0 && !mayBeAnnounced(stack, table);
    for (const route of stack.ofKind("route")) {
        const answer = isSame(tableIn(stack, route), table);
        if (answer === true) routes.push(routeOf(stack, route, route.values, []));
        else if (isUnknown(answer)) complete = false;
    }
    return { table: made, routes, complete };
}

/** Whether a virtual private gateway may announce routes to a table: which ones, no stack shows. */
function mayBeAnnounced(stack: Stack, table: Named): boolean {
    return stack.ofKind("routePropagation").some((propagation) => {
        if (member(propagation.values, "routeTableId") !== undefined) {
            return isSame(tableIn(stack, propagation), table) !== false;
        }
        const ids = member(propagation.values, "routeTableIds");
        const { names, complete } = namesIn(stack, propagation, "routeTableIds", ids, "routeTable");
        return !complete || names.some((name) => isSame(name, table) !== false);
    });
}

/** The main table is another one that an association makes so, else the one that each VPC is made with. */
function routesOfMainTable(stack: Stack, vpc: Named): Routes {
    for (const association of stack.ofKind("mainRouteTableAssociation")) {
        const answer = isSame(vpcIn(stack, association, "vpcId", member(association.values, "vpcId")), vpc);
        if (answer === true) return routesOfTable(stack, tableIn(stack, association));
        if (isUnknown(answer)) return { routes: [], complete: false };
    }
    const [made] = vpc.made;
    if (made === undefined || vpc.made.length > 1) return { routes: [], complete: false };
    const taken = stack.ofKind("routeTable").find((table) => hangsOn(table, "defaultRouteTableId", made));
    if (taken) return routesOfTable(stack, nameOf(taken));
    // A table whose id is not known to be another's may be this one.
    const isOpen = [...stack.ofKind("routeTable"), ...stack.ofKind("route")].some((resource) => {
        const id = member(resource.values, "defaultRouteTableId");
        return id !== undefined && !hangsOn(resource, "defaultRouteTableId", made);
    });
    const own = stack.ofKind("route").filter((route) => hangsOn(route, "routeTableId", made));
    const routes = own.map((route) => routeOf(stack, route, route.values, []));
    const othersAreElsewhere = stack.ofKind("route").every((route) => isElsewhere(stack, route, own));
    return { routes, complete: !isOpen && othersAreElsewhere && !mayBeAnnounced(stack, { made: [] }) };
}

function isElsewhere(stack: Stack, route: ResourceFacts, own: readonly ResourceFacts[]): boolean {
    return own.includes(route) || tableIn(stack, route).made.length > 0;
}

function hangsOn(resource: ResourceFacts, property: string, other: ResourceFacts): boolean {
    return resource.references?.[property]?.includes(other.id) ?? false;
}

/** `property` is where the edges of a route are that is written in its table. */
function routeOf(stack: Stack, resource: ResourceFacts, values: unknown, path: Path, property?: string): Route {
    if (isUnknown(values)) return { resource, path, way: "open" };
    const value = (name: string) => {
        const found = property === undefined ? inputOf(resource, name) : member(values, name);
        return found === null || found === "" ? undefined : found;
    };
    const block = parseBlock(DESTINATIONS.map(value).find((one) => one !== undefined));
    const to = { resource, path, ...(block ? { block } : {}) };
    const nat = value("natGatewayId");
    if (nat !== undefined) {
        return { ...to, way: "nat", nat: nameIn(stack, resource, property ?? "natGatewayId", nat, "natGateway") };
    }
    const gateway = value("gatewayId");
    if (gateway !== undefined) {
        return { ...to, way: wayOfGateway(stack, resource, property ?? "gatewayId", gateway) };
    }
    return { ...to, way: OTHER_WAYS.some((name) => value(name) !== undefined) ? "other" : "open" };
}

function wayOfGateway(stack: Stack, resource: ResourceFacts, property: string, id: unknown): Way {
    if (typeof id === "string") return id === "local" ? "local" : id.startsWith("igw-") ? "internet" : "other";
    return nameIn(stack, resource, property, id, "internetGateway").made.length === 1 ? "internet" : "open";
}
