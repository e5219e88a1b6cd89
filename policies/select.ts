import type { Level, Severity } from "../constraints/core/constraint";
import { nearest, oneOf, show } from "../constraints/core/show";
import { POLICY_GROUPS, type PolicyGroup } from "./groups";
import type { ConstraintPolicy } from "./policy";

/** Which policies are wanted. Each member that is given narrows the choice; a policy is in it when all are true of it. */
export interface Selection {
    /** Names of policies: those of constraints. */
    readonly ids?: readonly string[];
    /** What they are about. */
    readonly groups?: readonly PolicyGroup[];
    readonly severities?: readonly Severity[];
    /** Names that are left out, whatever else is given. */
    readonly without?: readonly string[];
    /** The level that those chosen get; one that is disabled by default is switched on. @default their own */
    readonly level?: Level;
}

const SEVERITIES: readonly Severity[] = ["low", "medium", "high", "critical"];

/**
 * Some of the policies, in their order.
 *
 * @throws RangeError that names a policy, group or severity that there is not, and the one that was probably meant
 */
export function select(policies: readonly ConstraintPolicy[], wanted: Selection): ConstraintPolicy[] {
    const names = policies.map(({ name }) => name);
    const { ids, groups, severities, without = [], level } = wanted;
    check("policy", [...(ids ?? []), ...without], names);
    check("group", groups ?? [], POLICY_GROUPS);
    check("severity", severities ?? [], SEVERITIES);
    return policies
        .filter(({ name, tags = [], severity }) => {
            if (without.includes(name) || (ids && !ids.includes(name))) return false;
            if (groups && !groups.some((group) => tags.includes(tagOf(group)))) return false;
            return severities === undefined || (severity !== undefined && severities.includes(severity));
        })
        .map((policy) => (level === undefined ? policy : { ...policy, enforcementLevel: level }));
}

/** The tag by which a policy tells its group. */
export function tagOf(group: PolicyGroup): string {
    return `group:${group}`;
}

function check(what: string, given: readonly string[], known: readonly string[]): void {
    for (const name of given) {
        if (known.includes(name)) continue;
        const meant = nearest(name, known);
        const hint = meant === undefined ? `Known are ${oneOf(known.slice(0, 8))}.` : `Did you mean ${show(meant)}?`;
        throw new RangeError(`There is no ${what} ${show(name)} among these policies. ${hint}`);
    }
}
