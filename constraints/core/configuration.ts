import type { Constraint, Level } from "./constraint";
import { defaultOptions } from "./options";

/** How a constraint is switched: Pulumi's enforcement levels; `remediate` counts as mandatory here. */
export type EnforcementLevel = Level | "remediate" | "disabled";

/** A known violation that is accepted for a time. */
export interface Suppression {
    /** `*` glob over the resource's id or name. */
    readonly match: string;
    readonly reason: string;
    /** UTC date on which it ends, `2027-01-31`. */
    readonly until?: string;
}

/** What may be set for one constraint; its own options stand beside these. */
export interface ConstraintConfiguration {
    readonly enforcementLevel?: EnforcementLevel;
    readonly exclude?: readonly string[];
    readonly suppress?: readonly Suppression[];
    readonly [option: string]: unknown;
}

/** Exactly Pulumi's policy configuration: by constraint, a level or an object. */
export type Configuration = Readonly<Record<string, EnforcementLevel | ConstraintConfiguration>>;

/** How one constraint is to be judged. */
export interface Setting {
    readonly level: Level | "disabled";
    readonly options: Readonly<Record<string, unknown>>;
}

/** The level and options of a constraint under a configuration; without one, its defaults. */
export function settingOf(constraint: Constraint, configuration: Configuration = {}): Setting {
    const given = configuration[constraint.id];
    const own: ConstraintConfiguration = typeof given === "string" ? { enforcementLevel: given } : (given ?? {});
    const level = own.enforcementLevel ?? (constraint.offByDefault ? "disabled" : constraint.level);
    const options = { ...defaultOptions(constraint.options) };
    for (const name of Object.keys(options)) {
        if (own[name] !== undefined) options[name] = own[name];
    }
    return { level: level === "remediate" ? "mandatory" : level, options };
}

/** True when a `*` glob matches the whole text. Linear: no regular expression is made from a user's text. */
export function matchesGlob(glob: string, text: string): boolean {
    const [first, ...rest] = glob.split("*");
    if (rest.length === 0) return glob === text;
    const last = rest.pop()!;
    if (!text.startsWith(first!) || !text.endsWith(last) || text.length < first!.length + last.length) return false;
    let from = first!.length;
    for (const part of rest) {
        const found = text.indexOf(part, from);
        if (found < 0) return false;
        from = found + part.length;
    }
    return from <= text.length - last.length;
}
