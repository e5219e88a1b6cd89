import type { StackFacts } from "../../constraints";
import type { Properties } from "../../constraints/examples/configurations";

/** One mistake in a correct rule, and what is to be said of it. */
export interface Corruption {
    readonly title: string;
    /** The correct stack of one rule. */
    readonly correct: StackFacts;
    /** The same with the mistake in it. */
    readonly corrupt: StackFacts;
    /** The one constraint that names it. */
    readonly constraint: string;
    /** Where, below the rule, as `formatPath` writes it. */
    readonly path: string;
    /** The constraints of advice that comes with the mistake, one for each finding, sorted. */
    readonly adds: readonly string[];
    /** The same of advice that the mistake takes away. */
    readonly removes: readonly string[];
}

/** What one mistake changes of a rule. */
export interface Changes {
    readonly rule?: Record<string, unknown>;
    readonly action?: Record<string, unknown>;
    readonly properties?: Properties;
}

/** A change and the path at which it is reported. */
export interface Change extends Changes {
    readonly path: string;
}

/** A mistake in a rule that is not named yet. */
export interface Mistake extends Pick<Corruption, "title" | "constraint" | "path" | "adds" | "removes"> {
    readonly changes: Changes;
}

const ACTION = "kafkas[0]";
const PROPERTIES = `${ACTION}.clientProperties`;

/** A client property with another value; `undefined` takes it out, which is reported at the map. */
export function property(name: string, value: unknown): Change {
    const path = /^\w+$/.test(name) ? `${PROPERTIES}.${name}` : `${PROPERTIES}["${name}"]`;
    return { properties: { [name]: value }, path: value === undefined ? PROPERTIES : path };
}

/** A field of the action with another value; `undefined` takes it out, which is reported at the action. */
export function field(name: string, value: unknown): Change {
    return { action: { [name]: value }, path: value === undefined ? ACTION : `${ACTION}.${name}` };
}

/** One header more than the rule has: none. */
export function header(key: unknown, value: unknown, member?: "key" | "value"): Change {
    const path = `${ACTION}.headers[0]${member === undefined ? "" : `.${member}`}`;
    const entries = Object.entries({ key, value }).filter(([, inner]) => inner !== undefined);
    return { action: { headers: [Object.fromEntries(entries)] }, path };
}

/** One line of a table of mistakes; `more` says what else changes, and where it is reported instead. */
export function mistake(
    title: string,
    { path, ...changes }: Change,
    constraint: string,
    more: Partial<Pick<Corruption, "path" | "adds" | "removes">> = {},
): Mistake {
    return { title, changes, constraint, path, adds: [], removes: [], ...more };
}
