import { isUnknown, type Known, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { opensSome } from "./permits";
import type { SecurityRule } from "./securityRules";
import { HIGHEST_PORT, LOWEST_PORT } from "./targets";

/** What a rule of a security group opens beside the ports of Kafka. */
export interface RuleWidth {
    /** From the resource to what is too wide. */
    readonly path: Path;
    /** The first and the last port that are open; undefined for all protocols. */
    readonly ports: readonly [number, number] | undefined;
    /** The ports of Kafka among them. */
    readonly needed: readonly [number, number];
}

/**
 * What a rule opens beside the ports of Kafka; undefined where that is nothing, or it opens none of those ports; unknown
 * while its ports are.
 */
export function widthOf(rule: SecurityRule): Known<RuleWidth | undefined> {
    const opened = opensSome(rule, "tcp", LOWEST_PORT, HIGHEST_PORT);
    if (opened === false) return undefined;
    if (isUnknown(opened) || isUnknown(rule.ports)) return UNKNOWN;
    const [first, last] = rule.ports;
    const needed = [Math.max(first, LOWEST_PORT), Math.min(last, HIGHEST_PORT)] as const;
    if (rule.protocol === "all") return { path: protocolPath(rule), ports: undefined, needed };
    if (first >= LOWEST_PORT && last <= HIGHEST_PORT) return undefined;
    return { path: [...rule.path, first < LOWEST_PORT ? "fromPort" : "toPort"], ports: [first, last], needed };
}

/** Where a rule names its protocol. */
export function protocolPath({ resource, path }: SecurityRule): Path {
    const isNewer = resource.kind === "securityGroupIngressRule" || resource.kind === "securityGroupEgressRule";
    return [...path, isNewer ? "ipProtocol" : "protocol"];
}
