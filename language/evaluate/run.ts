import type { EvaluationContext } from "./context";
import { LIMITS, tooManySteps } from "./limits";
import type { Result, Value } from "./value";

/** One evaluation of a statement or template: what its closures share. */
export interface Run {
    readonly context: EvaluationContext;
    /** What `*` means at the top. */
    readonly everything: Value;
    /** The bytes of the message. */
    readonly payload: () => Uint8Array;
    /** Whether whole Decimals stay Decimals: under 2015-10-08. */
    readonly keepsWhole: boolean;
    readonly version: string;
    readonly variables: Result[];
    /** The clock at the first look. */
    timestamp: number | undefined;
    /** Elements looked at so far. */
    steps: number;
    /** Whether nothing Undefined was left out of the output so far. */
    isComplete: boolean;
}

/** An expression, compiled: its value where `scope` is what paths start from. */
export type Evaluator = (scope: Result, run: Run) => Result;

export function countSteps(run: Run, steps: number): void {
    run.steps += steps;
    if (run.steps > LIMITS.steps) throw tooManySteps();
}
