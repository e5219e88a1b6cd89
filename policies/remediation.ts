import type { Configuration, ConstraintConfiguration } from "../constraints/core/configuration";
import { matchesGlob, settingOf } from "../constraints/core/configuration";
import type { Constraint } from "../constraints/core/constraint";
import type { Finding } from "../constraints/core/finding";
import { isRecord, isUnknown } from "../constraints/core/known";
import { type Path, valueAt } from "../constraints/core/path";
import { protocolPath, widthOf } from "../constraints/facts/ruleWidth";
import { inlineRules, type SecurityRule, separateRule } from "../constraints/facts/securityRules";
import { type ResourceFacts, Stack } from "../constraints/facts/stack";

/** A value that a remediation writes, and where: in the spelling of the facts. */
export interface Change {
    readonly path: Path;
    readonly value: string | number;
}

/** What a remediation is told. */
export interface Broken {
    readonly facts: ResourceFacts;
    /** What the constraint finds in the resource by itself; nothing for one that joins several. */
    readonly findings: readonly Finding[];
    readonly options: Readonly<Record<string, unknown>>;
}

/** The fixes that are safe: of what AWS refuses, or takes by default, or a user has named. By the constraint. */
const REMEDIATIONS: Readonly<Record<string, (broken: Broken) => readonly Change[]>> = {
    "sql-version": knownSqlVersion,
    "security-protocol-explicit": writtenProtocol,
    "security-rule-width": narrowEgress,
};

/** True for a constraint whose violations a policy can fix. */
export function hasRemediation({ id }: Constraint): boolean {
    return Object.hasOwn(REMEDIATIONS, id);
}

/** What would fix a resource; nothing where nothing is wrong, or no fix is safe. */
export function changesFor(
    constraint: Constraint,
    facts: ResourceFacts,
    findings: readonly Finding[],
    configuration: ConstraintConfiguration,
): readonly Change[] {
    const settings: Configuration = { [constraint.id]: configuration };
    return REMEDIATIONS[constraint.id]!({ facts, findings, options: settingOf(constraint, settings).options });
}

const SQL_VERSION = "2016-03-23";

/** AWS IoT refuses a rule with a version that it does not know, so that nothing that works can change. */
function knownSqlVersion({ findings, options }: Broken): Change[] {
    const { allowed } = options;
    if (Array.isArray(allowed) && !allowed.includes(SQL_VERSION)) return [];
    return findings.map(({ path }) => ({ path, value: SQL_VERSION }));
}

/** What AWS IoT takes where nothing is given. Whoever gives sasl.* properties meant something else. */
function writtenProtocol({ facts, findings }: Broken): Change[] {
    return findings
        .filter(({ path }) => !namesIn(valueAt(facts.values, path)).some((name) => name.startsWith("sasl.")))
        .map(({ path }) => ({ path: [...path, "security.protocol"], value: "SSL" }));
}

function namesIn(properties: unknown): string[] {
    return isRecord(properties) ? Object.keys(properties) : [];
}

/**
 * What a group is for is not known when the engine hears of it: a destination names it later. So only those that the
 * configuration names are narrowed, to the ports on which AWS IoT opens connections; their peers are left as they are.
 */
function narrowEgress({ facts, options }: Broken): Change[] {
    const { narrow } = options;
    if (!Array.isArray(narrow) || !narrow.some((pattern) => isNamed(pattern, facts))) return [];
    const stack = new Stack({ resources: [facts] });
    const rules = facts.kind === "securityGroup" ? inlineRules(stack, facts, "egress") : separateEgress(stack, facts);
    return rules.flatMap((rule) => {
        const width = widthOf(rule);
        if (isUnknown(width) || width === undefined) return [];
        const [first, last] = width.needed;
        return [
            ...(width.ports === undefined ? [{ path: protocolPath(rule), value: "tcp" }] : []),
            { path: [...rule.path, "fromPort"], value: first },
            { path: [...rule.path, "toPort"], value: last },
        ];
    });
}

function separateEgress(stack: Stack, facts: ResourceFacts): SecurityRule[] {
    if (facts.kind !== "securityGroupRule" && facts.kind !== "securityGroupEgressRule") return [];
    const rule = separateRule(stack, facts);
    return rule.direction === "egress" ? [rule] : [];
}

function isNamed(pattern: unknown, { id, name }: ResourceFacts): boolean {
    if (typeof pattern !== "string") return false;
    return matchesGlob(pattern, id) || (name !== undefined && matchesGlob(pattern, name));
}
