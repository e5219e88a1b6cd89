import type { ResourceRemediation } from "@pulumi/policy";
import type { ConstraintConfiguration } from "../constraints/core/configuration";
import type { Constraint } from "../constraints/core/constraint";
import type { Path } from "../constraints/core/path";
import { seenResource } from "./facts";
import { changesFor } from "./remediation";
import { stackOf } from "./session";
import type { SettingsOf } from "./settings";

/**
 * The remediation of a constraint's policy. It runs only at the level `remediate`, before policies judge, on resources
 * alone: what the arguments of a component say, no policy can change.
 */
export function remediationOf(constraint: Constraint, settings: SettingsOf): ResourceRemediation {
    return (args) => {
        const [seen] = seenResource(args);
        if (seen === undefined) return undefined;
        const configuration = args.getConfig<ConstraintConfiguration>();
        const { judge, exceptions } = settings(configuration);
        const named = { id: args.urn, name: args.name };
        if (exceptions.excludes(named) || exceptions.suppresses(named)) return undefined;
        const findings = constraint.joins ? [] : judge.judgePrepared(stackOf([seen.facts])).findings;
        const changes = changesFor(constraint, seen.facts, findings, configuration).map(({ path, value }) => ({
            path: seen.spell(path),
            // What AWS adds by itself has the place of what would hold it, and none of its own.
            isPlaced: seen.spell(path).length > seen.spell(path.slice(0, -1)).length,
            value,
        }));
        if (changes.length === 0 || !changes.every(({ isPlaced }) => isPlaced)) return undefined;
        if (!changes.every(({ path }) => holderOf(args.props, path))) return undefined;
        for (const { path, value } of changes) holderOf(args.props, path)![path.at(-1)!] = value;
        return args.props;
    };
}

type Holder = Record<string | number, unknown>;

/**
 * What holds a place in the properties that the engine sent: writing into them keeps what is secret a secret and what is
 * unknown as it is. Undefined where nobody wrote it.
 */
function holderOf(props: Holder, path: Path): Holder | undefined {
    let holder: unknown = props;
    for (const segment of path.slice(0, -1)) {
        if (typeof holder !== "object" || holder === null) return undefined;
        holder = (holder as Holder)[segment];
    }
    return typeof holder === "object" && holder !== null ? (holder as Holder) : undefined;
}
