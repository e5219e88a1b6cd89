import { isUnknown } from "../core/known";
import type { Path } from "../core/path";
import { titleOf } from "../facts/identity";
import { listInput } from "../facts/inputs";
import type { Interfaces } from "../facts/interfaces";
import type { Direction } from "../facts/securityRules";
import type { ResourceFacts } from "../facts/stack";

/** Where a finding about the rules of interfaces stands. */
export interface RulesPlace {
    readonly on: ResourceFacts;
    readonly path: Path;
}

/** The group whose rules have to change: the only one, else the resource whose list of groups is meant. */
export function placeOfRules(interfaces: Interfaces, direction: Direction, elsewhere: RulesPlace): RulesPlace {
    const [only, ...more] = interfaces.groups.names;
    const made = more.length === 0 && only?.made.length === 1 ? only.made[0]! : undefined;
    if (made === undefined) return elsewhere;
    const rules = listInput(made, direction);
    return { on: made, path: rules !== undefined && rules.length > 0 ? [direction] : [] };
}

/** `the group brokers`, `the groups brokers and common`. */
export function groupTitles({ groups }: Interfaces): string {
    const titles = groups.names.map(titleOf);
    if (titles.length === 1) return `the group ${titles[0]}`;
    return `the groups ${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}`;
}

/** `TCP port 9096`, `TCP ports 9094 and 9096`. */
export function portTitles(protocol: "tcp" | "udp", ports: readonly number[]): string {
    const sorted = [...new Set(ports)].sort((a, b) => a - b);
    const name = protocol.toUpperCase();
    if (sorted.length === 1) return `${name} port ${sorted[0]}`;
    return `${name} ports ${sorted.slice(0, -1).join(", ")} and ${sorted.at(-1)}`;
}

/** The numbers that are known. */
export function knownPorts(targets: readonly { readonly port: unknown }[]): number[] {
    return targets.flatMap(({ port }) => (isUnknown(port) || typeof port !== "number" ? [] : [port]));
}
