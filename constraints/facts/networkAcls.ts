import { isRecord, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { type Answer, anyOf } from "./answers";
import { type Block, covers, overlap, parseBlock } from "./blocks";
import { isSame, nameIn, nameOf, namesIn } from "./identity";
import { listInput } from "./inputs";
import { vpcOfMember } from "./interfaces";
import type { Direction } from "./securityRules";
import type { ResourceFacts, Stack } from "./stack";

/** One entry of a network ACL. */
interface Entry {
    readonly order: number;
    readonly allows: boolean;
    /** Undefined where it is not known whether it is about TCP. */
    readonly isTcp: Answer;
    readonly ports: Known<readonly [number, number]>;
    readonly block: Known<Block>;
}

/** The entries of an ACL in one direction, the first that fits decides. */
export interface Entries {
    readonly entries: readonly Entry[];
    readonly complete: boolean;
}

/** A range of ports, both ends within it. */
export type Range = readonly [number, number];

/**
 * The ACL of the stack that a subnet has; undefined where it has the one that its VPC is made with, which lets
 * everything pass, and unknown where that is not known.
 */
export function aclOf(stack: Stack, subnet: ResourceFacts): Known<ResourceFacts | undefined> {
    const acls = stack.ofKind("networkAcl");
    const answers = acls.map((acl) => ({ acl, answer: isAclOf(stack, acl, subnet) }));
    const own = answers.find(({ answer }) => answer === true);
    if (own) return own.acl;
    if (answers.some(({ answer }) => isUnknown(answer))) return UNKNOWN;
    const [vpc] = vpcOfMember(stack, subnet).made;
    return acls.find(({ references }) => vpc && references?.defaultNetworkAclId?.includes(vpc.id));
}

function isAclOf(stack: Stack, acl: ResourceFacts, subnet: ResourceFacts): Answer {
    const own = nameOf(subnet);
    const ids = listInput(acl, "subnetIds");
    const listed = namesIn(stack, acl, "subnetIds", ids ?? UNKNOWN, "subnet");
    const named = anyOf(listed.names.map((name) => isSame(name, own)));
    const inList = named === false && !listed.complete ? UNKNOWN : named;
    const associated = stack.ofKind("networkAclAssociation").map((association): Answer => {
        const { values } = association;
        const ofSubnet = isSame(nameIn(stack, association, "subnetId", member(values, "subnetId"), "subnet"), own);
        if (ofSubnet === false) return false;
        const name = nameIn(stack, association, "networkAclId", member(values, "networkAclId"), "networkAcl");
        const ofAcl = isSame(name, nameOf(acl));
        return ofSubnet === true ? ofAcl : ofAcl === false ? false : UNKNOWN;
    });
    return anyOf([inList, ...associated]);
}

/** The entries of an ACL: those in it, and those that are resources of their own. */
export function entriesOf(stack: Stack, acl: ResourceFacts, direction: Direction): Entries {
    const inline = listInput(acl, direction);
    const entries = (inline ?? []).map((values) => entryOf(values, "ruleNo", "action"));
    let complete = inline !== undefined;
    for (const rule of stack.ofKind("networkAclRule")) {
        const isEgress = member(rule.values, "egress") ?? false;
        if (typeof isEgress === "boolean" && isEgress !== (direction === "egress")) continue;
        const name = nameIn(stack, rule, "networkAclId", member(rule.values, "networkAclId"), "networkAcl");
        const answer = isSame(name, nameOf(acl));
        if (answer === true && typeof isEgress === "boolean")
            entries.push(entryOf(rule.values, "ruleNumber", "ruleAction"));
        else if (answer !== false) complete = false;
    }
    const known = entries.filter((entry): entry is Entry => entry !== undefined);
    return { entries: known.sort((a, b) => a.order - b.order), complete: complete && known.length === entries.length };
}

/** Whether an ACL lets all TCP ports of a range pass from or to a block. What no entry is about is denied. */
export function passes({ entries, complete }: Entries, range: Range, block: Known<Block>): Answer {
    let open: Range[] = [range];
    let isUnclear = !complete;
    for (const entry of entries) {
        if (entry.isTcp === false || isElsewhere(entry.block, block)) continue;
        const isSure = entry.isTcp === true && !isUnknown(entry.ports) && isAround(entry.block, block);
        if (!isSure || isUnknown(entry.ports)) {
            // Allowing more than is known does no harm; what may be denied, or decided before a denial, is unclear.
            isUnclear = true;
            continue;
        }
        const { ports } = entry;
        // EC2 refuses such a range; it is about no port.
        if (ports[0] > ports[1]) continue;
        if (!entry.allows && open.some(([first, last]) => first <= ports[1] && ports[0] <= last)) {
            return isUnclear ? UNKNOWN : false;
        }
        if (entry.allows) open = open.flatMap((left) => without(left, ports));
        if (open.length === 0) return isUnclear ? UNKNOWN : true;
    }
    return isUnclear ? UNKNOWN : open.length === 0;
}

function isElsewhere(entry: Known<Block>, block: Known<Block>): boolean {
    return !isUnknown(entry) && !isUnknown(block) && !overlap(entry, block);
}

function isAround(entry: Known<Block>, block: Known<Block>): boolean {
    if (isUnknown(entry)) return false;
    return isUnknown(block) ? entry.prefix === 0 && entry.bits === 32 : covers(entry, block);
}

/** What is left of a range without another. */
function without([first, last]: Range, [from, to]: Range): Range[] {
    const before: Range = [first, Math.min(last, from - 1)];
    const after: Range = [Math.max(first, to + 1), last];
    return [before, after].filter(([low, high]) => low <= high);
}

function entryOf(values: unknown, numberName: string, actionName: string): Entry | undefined {
    if (!isRecord(values)) return undefined;
    const order = member(values, numberName);
    const action = member(values, actionName);
    if (typeof order !== "number" || typeof action !== "string") return undefined;
    const protocol = member(values, "protocol");
    const name =
        typeof protocol === "string" || typeof protocol === "number" ? String(protocol).toLowerCase() : undefined;
    const isAll = name === "-1" || name === "all";
    const [from, to] = [member(values, "fromPort"), member(values, "toPort")];
    const ports = typeof from === "number" && typeof to === "number" ? ([from, to] as const) : UNKNOWN;
    return {
        order,
        allows: action.toLowerCase() === "allow",
        isTcp: name === undefined ? UNKNOWN : isAll || name === "tcp" || name === "6",
        ports: isAll ? [0, 65_535] : ports,
        block: parseBlock(member(values, "cidrBlock") ?? member(values, "ipv6CidrBlock")) ?? UNKNOWN,
    };
}
