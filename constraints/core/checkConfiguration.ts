import { checkOption, type OptionProblem } from "./checkOption";
import type { Configuration, ConstraintConfiguration, EnforcementLevel, Suppression } from "./configuration";
import type { Constraint } from "./constraint";
import { isRecord } from "./known";
import { formatPath, type Path } from "./path";
import { describe, nearest, oneOf, show } from "./show";
import { faultOf } from "./suppression";

/** A mistake in a configuration. */
export interface ConfigurationProblem {
    /** Where it stands, from the whole configuration inwards. */
    readonly path: Path;
    /** True when the name at the end of the path is wrong rather than what it stands for. */
    readonly inName: boolean;
    /** The word that is wrong, or the path to the value that is. */
    readonly name: string;
    /** The word that was probably meant. */
    readonly nearest?: string;
    /** A sentence: what was found and what belongs there. */
    readonly message: string;
}

/** What Pulumi takes as a level. */
export const ENFORCEMENT_LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];

/** Names beside those of constraints: Pulumi's own for every policy, and the packs' policies that only report. */
export const OTHER_NAMES: readonly string[] = ["all", "report-undetermined", "closing-line"];

/** What may stand beside a constraint's own options. */
const COMMON_MEMBERS: readonly string[] = ["enforcementLevel", "exclude", "suppress"];
const SUPPRESSION_MEMBERS: readonly string[] = ["match", "reason", "until"];

/** Every mistake in a configuration, in the order in which it is written; none when it can be used as it stands. */
export function checkConfiguration(configuration: unknown, catalogue: readonly Constraint[]): ConfigurationProblem[] {
    if (!isRecord(configuration)) {
        return [wrongValue([], `The configuration is ${describe(configuration)}, not an object by constraint.`)];
    }
    const names = [...catalogue.map(({ id }) => id), ...OTHER_NAMES];
    return Object.entries(configuration).flatMap(([name, setting]) => {
        if (!names.includes(name)) return [wrongName([name], "constraint", names)];
        return checkSetting(
            name,
            setting,
            catalogue.find(({ id }) => id === name),
        );
    });
}

/** A configuration in which `all` is written out for every constraint that has no level of its own. */
export function withAll(configuration: Configuration, catalogue: readonly Constraint[]): Configuration {
    const { all, ...own } = configuration;
    const level = typeof all === "string" ? all : all?.enforcementLevel;
    if (level === undefined) return own;
    const filled = catalogue.map(({ id }): [string, EnforcementLevel | ConstraintConfiguration] => {
        const given = own[id] ?? {};
        return [id, typeof given === "string" ? given : { enforcementLevel: level, ...given }];
    });
    return { ...own, ...Object.fromEntries(filled) };
}

function checkSetting(name: string, setting: unknown, constraint: Constraint | undefined): ConfigurationProblem[] {
    if (typeof setting === "string") return checkLevel([name], setting);
    if (!isRecord(setting)) {
        const found = `${name} is ${describe(setting)}, neither a level nor an object.`;
        return [wrongValue([name], `${found} A level is ${oneOf(ENFORCEMENT_LEVELS)}.`)];
    }
    const options = constraint?.options ?? {};
    const members = constraint ? [...COMMON_MEMBERS, ...Object.keys(options)] : ["enforcementLevel"];
    return Object.entries(setting).flatMap(([member, value]) => {
        const path = [name, member];
        if (!members.includes(member)) return [wrongName(path, `option of ${name}`, members)];
        if (member === "enforcementLevel") return checkLevel(path, value);
        if (member === "exclude") return checkPatterns(path, value);
        if (member === "suppress") return checkSuppressions(path, value);
        return checkOption(path, value, options[member]!).map(fromOption);
    });
}

function checkLevel(path: Path, level: unknown): ConfigurationProblem[] {
    if (ENFORCEMENT_LEVELS.includes(level as EnforcementLevel)) return [];
    const message = `The level of ${path[0]} is ${show(level)}, not ${oneOf(ENFORCEMENT_LEVELS)}`;
    return [notListed(path, level, ENFORCEMENT_LEVELS, message)];
}

function checkPatterns(path: Path, patterns: unknown): ConfigurationProblem[] {
    if (!Array.isArray(patterns))
        return [wrongValue(path, `${formatPath(path)} is ${describe(patterns)}, not a list.`)];
    return patterns.flatMap((pattern, index) => checkPattern([...path, index], pattern));
}

function checkPattern(path: Path, pattern: unknown): ConfigurationProblem[] {
    if (typeof pattern === "string" && pattern !== "") return [];
    return [wrongValue(path, `${formatPath(path)} is ${show(pattern)}, not a pattern such as "legacy-*".`)];
}

function checkSuppressions(path: Path, suppressions: unknown): ConfigurationProblem[] {
    if (!Array.isArray(suppressions)) {
        return [wrongValue(path, `${formatPath(path)} is ${describe(suppressions)}, not a list.`)];
    }
    return suppressions.flatMap((entry, index) => checkSuppression([...path, index], entry));
}

/** One that has ended is no mistake here: it is a finding where what it hid is judged. */
function checkSuppression(path: Path, entry: unknown): ConfigurationProblem[] {
    const where = formatPath(path);
    if (!isRecord(entry)) {
        return [wrongValue(path, `${where} is ${describe(entry)}, not an object with match and reason.`)];
    }
    const problems = Object.keys(entry)
        .filter((member) => !SUPPRESSION_MEMBERS.includes(member))
        .map((member) => wrongName([...path, member], "member of a suppression", SUPPRESSION_MEMBERS));
    if (!("match" in entry)) {
        problems.push(wrongValue(path, `${where} has no match, the pattern of the resources that it is for.`));
    } else problems.push(...checkPattern([...path, "match"], entry.match));
    if (hasFault({ reason: entry.reason })) {
        const at = "reason" in entry ? [...path, "reason"] : path;
        problems.push(wrongValue(at, `${where} gives no reason. Write why the violation is accepted.`));
    }
    if (hasFault({ reason: "given", until: entry.until as string | undefined })) {
        const found = `${where} has an end, ${show(entry.until)}, that is no date`;
        problems.push(wrongValue([...path, "until"], `${found}. Write the last day as 2027-01-31.`));
    }
    return problems;
}

/** Asked as of a day before every date, so that no suppression has ended. */
function hasFault(suppression: Pick<Suppression, "until"> & { readonly reason: unknown }): boolean {
    return faultOf({ ...suppression, match: "*", reason: suppression.reason as string }, "0000-00-00") !== undefined;
}

function fromOption({ path, value, listed, message }: OptionProblem): ConfigurationProblem {
    return listed ? notListed(path, value, listed, message) : wrongValue(path, `${message}.`);
}

function wrongName(path: Path, what: string, names: readonly string[]): ConfigurationProblem {
    const name = String(path.at(-1));
    const meant = nearest(name, names);
    const hint = meant === undefined ? `Known are ${oneOf(names.slice(0, 8))}.` : `Did you mean ${show(meant)}?`;
    return { path, inName: true, name, nearest: meant, message: `${show(name)} is no ${what}. ${hint}` };
}

function notListed(path: Path, value: unknown, listed: readonly string[], message: string): ConfigurationProblem {
    const meant = typeof value === "string" ? nearest(value, listed) : undefined;
    const name = typeof value === "string" ? value : formatPath(path);
    const hint = meant === undefined ? "." : `. Did you mean ${show(meant)}?`;
    return { path, inName: false, name, nearest: meant, message: message + hint };
}

function wrongValue(path: Path, message: string): ConfigurationProblem {
    return { path, inName: false, name: formatPath(path) || "configuration", message };
}
