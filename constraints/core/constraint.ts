import type { StackFacts } from "../facts/stack";
import type { SubjectName, Subjects } from "../facts/subjects";
import type { OptionSchemas } from "./options";
import type { Source } from "./source";
import type { Verdicts } from "./verdict";

/** `mandatory`: deployment fails, data cannot flow, or a secret leaks. `advisory`: it works, but see why not to. */
export type Level = "mandatory" | "advisory";
export type Severity = "low" | "medium" | "high" | "critical";

/** A stack that keeps or breaks a constraint: its test, and the sample on its page. */
export interface Example {
    /** A sentence part: "acks of 2", "a topic with a space". */
    readonly title: string;
    readonly stack: StackFacts;
    /** Options under which it is judged, where they are not the defaults. */
    readonly options?: Readonly<Record<string, unknown>>;
}

interface Declaration {
    /** Kebab-case, stable for ever; also the name of the policy and of the page. */
    readonly id: string;
    /** IDs of the requirements that it enforces. */
    readonly requirements: readonly string[];
    readonly level: Level;
    readonly severity: Severity;
    /** What must hold, in one sentence. */
    readonly what: string;
    /** Why it matters: what happens otherwise. */
    readonly why: string;
    /** What to do about a violation. */
    readonly fix: string;
    readonly source: Source;
    /**
     * True for a constraint about several resources at once: policies ask it about the whole stack, where it sees them
     * all, and every other about each resource as soon as the engine hears of it. @default false
     */
    readonly joins?: true;
    /** Judged only when it is switched on: advice about something that is absent. @default false */
    readonly offByDefault?: boolean;
    readonly examples: { readonly valid: readonly Example[]; readonly invalid: readonly Example[] };
}

export interface ConstraintDefinition<S extends SubjectName, O> extends Declaration {
    /** What the check looks at: it is called once for each such thing in a stack. */
    readonly subject: S;
    readonly options?: OptionSchemas<O>;
    /** Total, synchronous and pure: never throws, reads nothing but its arguments. */
    check(subject: Subjects[S], options: O): Verdicts;
}

/** One documented rule. */
export interface Constraint extends Declaration {
    readonly subject: SubjectName;
    readonly options: OptionSchemas<Record<string, unknown>>;
    check(subject: never, options: never): Verdicts;
}

/** Declares a constraint; the types of its subject and options follow from what is written. */
export function defineConstraint<S extends SubjectName, O extends object = Record<never, never>>(
    definition: ConstraintDefinition<S, O>,
): Constraint {
    return Object.assign(definition, { options: definition.options ?? {} }) as Constraint;
}
