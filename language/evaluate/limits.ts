import { EvaluationFailure } from "./failure";

/** AWS documents none of these but the last: they keep a hostile statement from using up time or memory. */
export const LIMITS = {
    /** Elements that nested SELECTs look at, and that functions put together, in one evaluation. */
    steps: 1_000_000,
    /** Characters of one text that a function makes. */
    text: 4 * 1024 * 1024,
    /** Bytes of the variables of a SET clause as JSON: each, and all together. */
    variables: 128 * 1024,
    /** Bytes of the array that transform makes. */
    transform: 128 * 1024,
} as const;

export function tooLarge(what: string): EvaluationFailure {
    return new EvaluationFailure("too-large", `${what} would be longer than ${LIMITS.text} characters`);
}

export function tooManySteps(): EvaluationFailure {
    const message = `more than ${LIMITS.steps} elements were looked at; nested SELECTs multiply`;
    return new EvaluationFailure("too-many-steps", message);
}
