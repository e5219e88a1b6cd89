import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { type Answer, allOf, anyOf } from "./answers";
import { type Block, covers, isEverywhere, overlap } from "./blocks";
import { isSame, type NamedList } from "./identity";
import type { Peer, RuleSet, SecurityRule } from "./securityRules";

/** One port, over TCP or UDP. */
export interface Port {
    readonly protocol: "tcp" | "udp";
    readonly number: number;
}

/** One end of a connection. */
export interface Endpoint {
    readonly groups: NamedList;
    /** Where its addresses lie: the block of its subnet. */
    readonly block: Known<Block>;
    /** True where some of its addresses may lie outside the block. @default false */
    readonly isPartly?: boolean;
}

/** Any place at all: what lets through the port to anybody lets it through. */
export const ANYWHERE = "anywhere";

/**
 * Whether rules let this port through to an endpoint, or from it: yes when one certainly does, no when certainly none
 * does. Rules of security groups only ever permit, so their order does not matter.
 */
export function permits(set: RuleSet, port: Port, end: Endpoint | typeof ANYWHERE): Answer {
    const answer = anyOf(set.rules.map((rule) => allOf([opens(rule, port), reaches(rule, end)])));
    return answer === false && !set.complete ? UNKNOWN : answer;
}

/** Whether a rule is about this port, whoever its peers are. */
export function opens(rule: SecurityRule, { protocol, number }: Port): Answer {
    return opensSome(rule, protocol, number, number);
}

/** Whether a rule is about some port of a range. */
export function opensSome(rule: SecurityRule, protocol: Port["protocol"], lowest: number, highest: number): Answer {
    // For all protocols ports do not matter, so that nothing is known of the ports of an unknown one either.
    if (isUnknown(rule.protocol)) return UNKNOWN;
    if (rule.protocol !== "all" && rule.protocol !== protocol) return false;
    return isUnknown(rule.ports) ? UNKNOWN : rule.ports[0] <= highest && rule.ports[1] >= lowest;
}

/** Whether a rule is about this end, whatever its ports are. */
export function reaches({ peers }: SecurityRule, end: Endpoint | typeof ANYWHERE): Answer {
    return end === ANYWHERE ? peers.length > 0 : anyOf(peers.map((peer) => admits(peer, end)));
}

function admits(peer: Peer, { groups, block, isPartly }: Endpoint): Answer {
    if (peer.kind === "open") return UNKNOWN;
    if (peer.kind === "group") {
        const answer = anyOf(groups.names.map((name) => isSame(name, peer.group)));
        return answer === false && !groups.complete ? UNKNOWN : answer;
    }
    if (isUnknown(peer.block)) return UNKNOWN;
    // Brokers and interfaces have IPv4 addresses at the least.
    if (isEverywhere(peer.block) && peer.block.bits === 32) return true;
    if (isUnknown(block)) return UNKNOWN;
    if (covers(peer.block, block)) return true;
    return isPartly || overlap(peer.block, block) ? UNKNOWN : false;
}

/** Whether rules let through some port of a range, to anybody. */
export function permitsSome(set: RuleSet, protocol: Port["protocol"], lowest: number, highest: number): Answer {
    const answer = anyOf(
        set.rules.map((rule) => allOf([opensSome(rule, protocol, lowest, highest), reaches(rule, ANYWHERE)])),
    );
    return answer === false && !set.complete ? UNKNOWN : answer;
}
