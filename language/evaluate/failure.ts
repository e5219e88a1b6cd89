/**
 * Why an evaluation gave no result. Stable; new ones may be added.
 *
 * - `no-fixture`: a function asks another service, and the context has no answer for these arguments.
 * - `no-secret`: the context has no secret of that name.
 * - `too-many-calls`: a function that AWS IoT allows once or twice in a statement was called more often, which ends the
 *   rule without any action.
 * - `external-function-failed`: the answer in the context is a failure, or the service would refuse the call.
 * - `regexp-unsupported`: a regular expression that AWS IoT would take, with look-around or back references, which
 *   nothing that is safe from hostile expressions can run.
 * - `pattern-unsupported`: a letter of a time pattern that is documented elsewhere but not understood here.
 * - `too-deep`, `too-large`, `too-many-steps`: a limit of this evaluator, not of AWS IoT.
 * - `variable-too-large`: variables of the SET clause hold more than the documented 128 KiB.
 */
export type EvaluationErrorCode =
    | "no-fixture"
    | "no-secret"
    | "too-many-calls"
    | "external-function-failed"
    | "regexp-unsupported"
    | "pattern-unsupported"
    | "too-deep"
    | "too-large"
    | "too-many-steps"
    | "variable-too-large";

/** Bad data never throws: a failed evaluation says so in its result. */
export interface EvaluationError {
    readonly code: EvaluationErrorCode;
    readonly message: string;
}

/** Carries a failure from within an expression to the evaluation as a whole, which answers with its error. */
export class EvaluationFailure extends Error {
    constructor(
        readonly code: EvaluationErrorCode,
        message: string,
    ) {
        super(message);
        this.name = "EvaluationFailure";
    }

    /** Whether AWS IoT itself would fail here, so that get_or_default gives its default. */
    get isOfAws(): boolean {
        return this.code === "external-function-failed";
    }
}

/** The error of a failure; what is no failure of an evaluation goes on its way. */
export function errorOf(thrown: unknown): EvaluationError {
    if (thrown instanceof EvaluationFailure) return { code: thrown.code, message: thrown.message };
    if (thrown instanceof RangeError) {
        // Limits keep values and trees far from what a stack can hold, unless the caller's own has used most of it.
        return { code: "too-deep", message: "a value is nested deeper than it can be walked" };
    }
    throw thrown;
}
