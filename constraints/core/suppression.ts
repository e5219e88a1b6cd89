import { type ConstraintConfiguration, matchesGlob, type Suppression } from "./configuration";
import type { Constraint, Level } from "./constraint";
import type { Finding } from "./finding";

/** What patterns are matched against: the id of a resource (a URN, an address) and the name its program gives it. */
export interface Named {
    readonly id: string;
    readonly name?: string;
}

/**
 * The exceptions that a configuration makes from one constraint. An excluded resource is not judged; a suppressed
 * finding is not shown. A suppression without a reason or past its date does not count, and is itself a finding.
 */
export class Exceptions {
    readonly #exclude: readonly string[];
    readonly #suppress: readonly Suppression[];

    constructor(
        readonly constraint: Constraint,
        configuration: Pick<ConstraintConfiguration, "exclude" | "suppress">,
        /** The UTC date, `2027-01-31`. */
        readonly today: string,
    ) {
        this.#exclude = listOf(configuration.exclude).filter((pattern) => typeof pattern === "string");
        this.#suppress = listOf(configuration.suppress).filter((entry) => typeof entry?.match === "string");
    }

    /** True when the constraint does not apply to this resource. */
    excludes(resource: Named): boolean {
        return this.#exclude.some((pattern) => matches(pattern, resource));
    }

    /** True when a violation by this resource is accepted today. */
    suppresses(resource: Named): boolean {
        return this.#suppress.some(
            (entry) => matches(entry.match, resource) && faultOf(entry, this.today) === undefined,
        );
    }

    /** The suppressions that name this resource but do not count. */
    faulty(resource: Named): readonly Suppression[] {
        return this.#suppress.filter(
            (entry) => matches(entry.match, resource) && faultOf(entry, this.today) !== undefined,
        );
    }

    /** A suppression that does not count, as a finding at the resource that it names. */
    findingOf(suppression: Suppression, resource: Named, level: Level): Finding {
        return {
            constraint: this.constraint.id,
            requirements: [],
            level,
            severity: this.constraint.severity,
            resource: resource.id,
            path: [],
            message:
                `The suppression of ${this.constraint.id} for ${JSON.stringify(suppression.match)}` +
                ` ${faultOf(suppression, this.today)}. It no longer hides anything.`,
            fix: "Correct what it hid and remove it, or give it a reason and a date still to come.",
            url: this.constraint.source.url,
        };
    }
}

/** Today's UTC date as suppressions write it. */
export function utcDate(now: Date = new Date()): string {
    return now.toISOString().slice(0, 10);
}

/** Why a suppression does not count, as the end of a sentence; undefined when it does. Its last day still counts. */
export function faultOf({ reason, until }: Suppression, today: string): string | undefined {
    if (typeof reason !== "string" || reason.trim() === "") return "gives no reason";
    if (until === undefined) return undefined;
    if (!isDate(until)) return "has an end that is no date like 2027-01-31";
    return today > until ? `(${reason.trim()}) ended on ${until}` : undefined;
}

function isDate(text: unknown): text is string {
    if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && utcDate(date) === text;
}

function matches(pattern: string, { id, name }: Named): boolean {
    return matchesGlob(pattern, id) || (name !== undefined && matchesGlob(pattern, name));
}

function listOf<T>(value: readonly T[] | undefined): readonly T[] {
    return Array.isArray(value) ? value : [];
}
