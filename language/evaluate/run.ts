import type { EvaluationContext } from "./context";
import { EvaluationFailure } from "./failure";
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
    /** How often functions were called that may be called only so often, by their names. */
    calls: Record<string, number> | undefined;
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

/** Counts a call of a function that may be called only so often in one statement. */
export function countCall(run: Run, name: string, most: number): void {
    run.calls ??= {};
    const count = (run.calls[name] ?? 0) + 1;
    run.calls[name] = count;
    if (count <= most) return;
    const times = most === 1 ? "once" : `${most} times`;
    const message = `${name} is called more than ${times} in one statement, which ends the rule without any action`;
    throw new EvaluationFailure("too-many-calls", message);
}
