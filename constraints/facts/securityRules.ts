import { isRecord, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import type { Answer } from "./answers";
import { type Block, parseBlock } from "./blocks";
import { isSame, type Named, nameIn, nameOf } from "./identity";
import { inputOf, listInput } from "./inputs";
import type { ResourceFacts, Stack } from "./stack";

export type Direction = "ingress" | "egress";

/** Whom a rule of a security group lets in, or lets it reach. */
export type Peer =
    | { readonly kind: "block"; readonly path: Path; readonly block: Known<Block> }
    | { readonly kind: "group"; readonly path: Path; readonly group: Named }
    /** A prefix list, or what is not known yet. */
    | { readonly kind: "open"; readonly path: Path };

/** One rule of a security group, whichever of the three spellings of @pulumi/aws it comes from. */
export interface SecurityRule {
    /** What the user has to change: the group for an inline rule, else the rule's own resource. */
    readonly resource: ResourceFacts;
    /** Where the rule stands in that resource. */
    readonly path: Path;
    readonly direction: Known<Direction>;
    readonly protocol: Known<"tcp" | "udp" | "all" | "other">;
    /** The first and the last port. */
    readonly ports: Known<readonly [number, number]>;
    readonly peers: readonly Peer[];
}

/** The rules of groups in one direction. */
export interface RuleSet {
    readonly rules: readonly SecurityRule[];
    /** False where there may be rules that the stack does not show. */
    readonly complete: boolean;
}

/** The kinds of resource that are one rule of a group each. */
export const RULE_KINDS = ["securityGroupRule", "securityGroupIngressRule", "securityGroupEgressRule"] as const;

const DIRECTIONS = { securityGroupIngressRule: "ingress", securityGroupEgressRule: "egress" } as const;
const PROTOCOLS: Readonly<Record<string, "tcp" | "udp" | "all">> = {
    "-1": "all",
    all: "all",
    tcp: "tcp",
    "6": "tcp",
    udp: "udp",
    "17": "udp",
};
export const ALL_PORTS = [0, 65_535] as const;

/**
 * The rules of a group. A group of the stack has those that the stack declares and no others: the provider removes the
 * rule that EC2 gives every new group, by which it may reach everything. A group of another stack may have any.
 */
export function rulesOf(stack: Stack, group: Named, direction: Direction): RuleSet {
    const rules: SecurityRule[] = [];
    let complete = group.made.length === 1;
    for (const made of group.made) {
        if (listInput(made, direction) === undefined) complete = false;
        rules.push(...inlineRules(stack, made, direction));
    }
    for (const kind of RULE_KINDS) {
        for (const resource of stack.ofKind(kind)) {
            const rule = separateRule(stack, resource);
            if (!isUnknown(rule.direction) && rule.direction !== direction) continue;
            const answer = isOfGroup(stack, resource, group);
            if (answer === true && rule.direction === direction) rules.push(rule);
            else if (answer !== false) complete = false;
        }
    }
    return { rules, complete };
}

/** The rules that are written in the group itself. */
export function inlineRules(stack: Stack, group: ResourceFacts, direction: Direction): SecurityRule[] {
    const list = listInput(group, direction) ?? [];
    return list.map((values, index) => {
        const path = [direction, index];
        const protocol = protocolOf(member(values, "protocol"));
        const peers = [
            ...blocksIn(values, "cidrBlocks", path),
            ...blocksIn(values, "ipv6CidrBlocks", path),
            ...openIn(values, "prefixListIds", path),
            ...groupsIn(stack, group, values, path, direction),
            ...selfIn(values, nameOf(group), path),
        ];
        const isKnown = isRecord(values);
        return {
            resource: group,
            path,
            direction,
            protocol: isKnown ? protocol : UNKNOWN,
            ports: isKnown ? portsOf(protocol, member(values, "fromPort"), member(values, "toPort")) : UNKNOWN,
            peers: isKnown ? peers : [{ kind: "open", path }],
        };
    });
}

/** A rule that is a resource of its own. */
export function separateRule(stack: Stack, resource: ResourceFacts): SecurityRule {
    const values = Object.fromEntries(Object.keys(resource.values).map((name) => [name, inputOf(resource, name)]));
    const protocol = protocolOf(values.ipProtocol ?? values.protocol);
    return {
        resource,
        path: [],
        direction: directionOf(resource),
        protocol,
        ports: portsOf(protocol, values.fromPort, values.toPort),
        peers: [
            ...blocksIn(values, "cidrBlocks", []),
            ...blocksIn(values, "ipv6CidrBlocks", []),
            ...blockIn(values.cidrIpv4, ["cidrIpv4"]),
            ...blockIn(values.cidrIpv6, ["cidrIpv6"]),
            ...openIn(values, "prefixListIds", []),
            ...(values.prefixListId === undefined ? [] : [{ kind: "open", path: ["prefixListId"] } as const]),
            ...groupIn(stack, resource, values, "sourceSecurityGroupId"),
            ...groupIn(stack, resource, values, "referencedSecurityGroupId"),
            ...selfIn(values, groupOf(stack, resource), []),
        ],
    };
}

/** The group that a separate rule belongs to. */
export function groupOf(stack: Stack, rule: ResourceFacts): Named {
    return nameIn(stack, rule, "securityGroupId", member(rule.values, "securityGroupId"), "securityGroup");
}

function isOfGroup(stack: Stack, rule: ResourceFacts, group: Named): Answer {
    return isSame(groupOf(stack, rule), group);
}

function directionOf({ kind, values }: ResourceFacts): Known<Direction> {
    if (kind === "securityGroupIngressRule" || kind === "securityGroupEgressRule") return DIRECTIONS[kind];
    const type = member(values, "type");
    return type === "ingress" || type === "egress" ? type : UNKNOWN;
}

function protocolOf(value: unknown): SecurityRule["protocol"] {
    if (typeof value !== "string" && typeof value !== "number") return UNKNOWN;
    const name = String(value).toLowerCase();
    return Object.hasOwn(PROTOCOLS, name) ? PROTOCOLS[name]! : "other";
}

function portsOf(protocol: SecurityRule["protocol"], from: unknown, to: unknown): SecurityRule["ports"] {
    if (protocol === "all") return ALL_PORTS;
    const [first, last] = [portOf(from), portOf(to)];
    if (first === undefined || last === undefined) return UNKNOWN;
    return first === -1 ? ALL_PORTS : [first, last];
}

function portOf(value: unknown): number | undefined {
    const port = typeof value === "string" && /^-?\d{1,5}$/.test(value) ? Number(value) : value;
    return typeof port === "number" ? port : undefined;
}

function blocksIn(values: unknown, name: string, at: Path): Peer[] {
    const list = member(values, name) ?? [];
    const path = [...at, name];
    if (!Array.isArray(list)) return [{ kind: "open", path }];
    return list.flatMap((block, index) => blockIn(block, [...path, index]));
}

function blockIn(value: unknown, path: Path): Peer[] {
    if (value === undefined || value === null) return [];
    return [{ kind: "block", path, block: parseBlock(value) ?? UNKNOWN }];
}

function openIn(values: unknown, name: string, at: Path): Peer[] {
    const list = member(values, name) ?? [];
    return Array.isArray(list) && list.length === 0 ? [] : [{ kind: "open", path: [...at, name] }];
}

function groupsIn(stack: Stack, from: ResourceFacts, values: unknown, at: Path, property: string): Peer[] {
    const list = member(values, "securityGroups") ?? [];
    const path = [...at, "securityGroups"];
    if (!Array.isArray(list)) return [{ kind: "open", path }];
    return list.map((value, index) => peerOf(stack, from, property, value, [...path, index]));
}

function groupIn(stack: Stack, from: ResourceFacts, values: Record<string, unknown>, name: string): Peer[] {
    const value = values[name] ?? undefined;
    return value === undefined ? [] : [peerOf(stack, from, name, value, [name])];
}

/** A group of another account stands behind that account: `210987654321/sg-0a1b2c3d`. */
function peerOf(stack: Stack, from: ResourceFacts, property: string, value: unknown, path: Path): Peer {
    const id = typeof value === "string" ? value.slice(value.lastIndexOf("/") + 1) : value;
    return { kind: "group", path, group: nameIn(stack, from, property, id, "securityGroup") };
}

function selfIn(values: unknown, own: Named, at: Path): Peer[] {
    const self = member(values, "self");
    if (isUnknown(self)) return [{ kind: "open", path: [...at, "self"] }];
    return self === true ? [{ kind: "group", path: [...at, "self"], group: own }] : [];
}
