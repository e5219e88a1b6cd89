import type { Constraint, Example } from "../../constraints";
import { type Configuration, settingOf } from "../../constraints/core/configuration";
import { exampleViolation } from "../../constraints/core/exampleViolation";
import type { OptionSchema } from "../../constraints/core/options";
import type { Source } from "../../constraints/core/source";
import { LEDGER, type Settlement, settlementOf } from "../../constraints/ledger";

/** What a list says of a constraint. */
export interface ConstraintSummary {
    readonly id: string;
    /** Its level under the configuration; where nothing is configured, the level that it has once it is on. */
    readonly level: "mandatory" | "advisory" | "disabled";
    /** Whether it is judged under the configuration. */
    readonly enabled: boolean;
    readonly severity: string;
    readonly what: string;
}

/** A constraint as `iot-kafka explain --format json` prints it. */
export interface ExplainedConstraint extends ConstraintSummary {
    readonly requirements: readonly string[];
    readonly why: string;
    readonly fix: string;
    readonly source: Source;
    /** By name; `value` is what holds under the configuration. */
    readonly options: Readonly<Record<string, OptionSchema<unknown> & { readonly value: unknown }>>;
    readonly examples: { readonly valid: readonly ExplainedExample[]; readonly invalid: readonly ExplainedExample[] };
}

export interface ExplainedExample {
    readonly title: string;
    /** Options under which it is judged, where they are not the defaults. */
    readonly options?: Readonly<Record<string, unknown>>;
    /** Where the violation is, what stands there, and what is said of it. */
    readonly path?: string;
    readonly value?: string;
    readonly message?: string;
}

/** A requirement as `iot-kafka explain --format json` prints it. */
export interface ExplainedRequirement {
    readonly id: string;
    readonly fact: string;
    readonly settled: Settlement["settled"];
    readonly by: string;
    readonly reason: string | null;
}

export function summariseConstraint(constraint: Constraint, configuration: Configuration): ConstraintSummary {
    const { id, severity, what } = constraint;
    const { level } = settingOf(constraint, configuration);
    const given = configuration[id];
    const isConfigured = typeof given === "string" || given?.enforcementLevel !== undefined;
    return { id, level: isConfigured ? level : constraint.level, enabled: level !== "disabled", severity, what };
}

export function explainConstraint(constraint: Constraint, configuration: Configuration): ExplainedConstraint {
    const { requirements, why, fix, source, examples } = constraint;
    const { what, ...summary } = summariseConstraint(constraint, configuration);
    const setting = settingOf(constraint, configuration);
    return {
        ...summary,
        requirements,
        what,
        why,
        fix,
        source,
        options: Object.fromEntries(
            Object.entries(constraint.options).map(([name, schema]) => [
                name,
                { ...schema, value: setting.options[name] },
            ]),
        ),
        examples: {
            valid: examples.valid.map(({ title, options }) => ({ title, ...(options && { options }) })),
            invalid: examples.invalid.map((example) => explainViolation(constraint, example)),
        },
    };
}

export function explainRequirement(id: string, catalogue: readonly Constraint[]): ExplainedRequirement {
    const { fact } = LEDGER.find((entry) => entry.id === id)!;
    const { settled, by, reason = null } = settlementOf(id, catalogue)!;
    return { id, fact, settled, by, reason };
}

function explainViolation(constraint: Constraint, example: Example): ExplainedExample {
    const { title, options } = example;
    return { title, ...(options && { options }), ...exampleViolation(constraint, example) };
}
