import { EvaluationFailure } from "./failure";
import { writeJson } from "./json/write";
import { LIMITS } from "./limits";
import type { Result } from "./value";

/** The values of the SET clause, in its order. */
export type Variables = readonly Result[];

/** Holds the documented sizes, per variable and in total, as JSON without white space. */
export function checkVariables(names: readonly string[], variables: Variables): void {
    let total = 0;
    for (const [index, value] of variables.entries()) {
        const size = jsonSize(value);
        total += size;
        if (size > LIMITS.variables) throw tooLarge(`the variable @${names[index]} holds`, size);
    }
    if (total > LIMITS.variables) throw tooLarge("the variables hold", total);
}

function jsonSize(value: Result): number {
    if (value === undefined) return 0;
    if (typeof value !== "object" && typeof value !== "string") return 8;
    return Buffer.byteLength(writeJson(value), "utf8");
}

function tooLarge(what: string, size: number): EvaluationFailure {
    return new EvaluationFailure(
        "variable-too-large",
        `${what} ${size} bytes of JSON; ${LIMITS.variables} are allowed`,
    );
}
