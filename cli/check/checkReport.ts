import type { Level, Severity } from "../../constraints";
import type { FileProblem } from "../fileProblem";

/** A violation in a file: the form that `--format json` prints. */
export interface ReportedFinding {
    readonly constraint: string;
    /** The requirements whose rows the value breaks, sorted. */
    readonly requirements: readonly string[];
    readonly level: Level;
    readonly severity: Severity;
    /** As given; `-` for standard input. */
    readonly file: string;
    /** From 1, at the value, or at what should hold it where it is missing. */
    readonly line: number;
    /** From 1. */
    readonly column: number;
    /** A URN, a logical ID, an address, or the file of a payload. */
    readonly resource: string;
    /** In the spelling of the file. */
    readonly path: string;
    /** What was found and why it is wrong. */
    readonly message: string;
    readonly fix: string;
    /** The AWS page. */
    readonly url: string;
}

/** A question that hangs on a value which the files do not tell. */
export interface ReportedQuestion {
    readonly constraint: string;
    readonly resource: string;
    readonly path: string;
    readonly reason: string;
}

/** A resource or file that nobody could look at. */
export interface ReportedGap {
    readonly resource: string;
    readonly type: string;
    readonly reason: string;
}

/** What a check came to: the one document of `--format json`. */
export interface CheckReport {
    readonly findings: readonly ReportedFinding[];
    readonly undetermined: readonly ReportedQuestion[];
    readonly notEvaluated: readonly ReportedGap[];
    /** Input that cannot be used. */
    readonly errors: readonly FileProblem[];
    readonly evaluated: { readonly resources: number; readonly constraints: number };
}

/** A report of nothing but errors. */
export function failed(errors: readonly FileProblem[]): CheckReport {
    return { findings: [], undetermined: [], notEvaluated: [], errors, evaluated: { resources: 0, constraints: 0 } };
}
