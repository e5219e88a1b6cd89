import type { Level, Severity } from "./constraint";
import type { Path } from "./path";

/** A violation, ready to be shown: nothing in it is secret. */
export interface Finding {
    readonly constraint: string;
    /** The requirements whose rows the value breaks, sorted. */
    readonly requirements: readonly string[];
    readonly level: Level;
    readonly severity: Severity;
    /** The resource's id in the facts. */
    readonly resource: string;
    /** From the resource inwards, in the spelling of the facts. */
    readonly path: Path;
    /** What was found and why it is wrong. */
    readonly message: string;
    readonly fix: string;
    /** The AWS page. */
    readonly url: string;
}

/** A question that cannot be answered before more is known. */
export interface OpenQuestion {
    readonly constraint: string;
    readonly resource: string;
    readonly path: Path;
    readonly reason: string;
}

/** What judging a stack gave. Findings and questions are in the order of resources, then of constraints. */
export interface Judgement {
    readonly findings: readonly Finding[];
    readonly undetermined: readonly OpenQuestion[];
    /** Resources that at least one constraint looked at, and the number of constraints that were asked. */
    readonly evaluated: { readonly resources: number; readonly constraints: number };
}
