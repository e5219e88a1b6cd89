import { text } from "../../provider/value";
import { prefixSuffix } from "../identifiers";
import { Refusal } from "../refusal";
import type { Attempt } from "../table";

/** The resource's name: as given, or made of the given prefix. */
export function nameOf({ inputs }: Attempt, property = "name"): string {
    return text(inputs, property) ?? (text(inputs, `${property}Prefix`) ?? "terraform-") + prefixSuffix();
}

/** The first refusal among several checks, which are made in order. */
export function first(...checks: readonly (() => Refusal | undefined)[]): Refusal | undefined {
    for (const check of checks) {
        const refusal = check();
        if (refusal) {
            return refusal;
        }
    }
    return undefined;
}

/** Whether another resource of this type and Region has the same value, asked at create only. */
export function isTaken({ moment, account, scope, inputs }: Attempt, type: string, property: string): boolean {
    const value = inputs[property];
    return (
        moment === "create" &&
        value !== undefined &&
        account.all(type, scope.region || undefined).some(({ facts }) => facts[property] === value)
    );
}

/** AWS's words for a value that does not fit a pattern. */
export function patternRefusal(code: string, value: string, member: string, pattern: RegExp): Refusal {
    return new Refusal(
        code,
        `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ` +
            `Member must satisfy regular expression pattern: ${pattern.source}`,
    );
}

/** AWS's words for a value that is too long. */
export function lengthRefusal(code: string, value: string, member: string, limit: number): Refusal {
    return new Refusal(
        code,
        `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ` +
            `Member must have length less than or equal to ${limit}`,
    );
}
