import { isUnknown, type Known, UNKNOWN } from "../core/known";

/** Yes, no, or not to be told before more is known. */
export type Answer = Known<boolean>;

/** Yes when one of them is, no when all are, as is none at all. */
export function anyOf(answers: readonly Answer[]): Answer {
    if (answers.includes(true)) return true;
    return answers.some(isUnknown) ? UNKNOWN : false;
}

/** No when one of them is, yes when all are, as is none at all. */
export function allOf(answers: readonly Answer[]): Answer {
    if (answers.includes(false)) return false;
    return answers.some(isUnknown) ? UNKNOWN : true;
}
