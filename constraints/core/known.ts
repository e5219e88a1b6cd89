/**
 * Marks a value that is not known yet: an output at preview, a parameter of a template, a placeholder.
 * It is a registered symbol, so that two copies of this package agree on it.
 */
export const UNKNOWN: unique symbol = Symbol.for("pulumi-iot-kafka/unknown") as never;
export type Unknown = typeof UNKNOWN;

/** A value, or the mark that it is not known yet. */
export type Known<T> = T | Unknown;

export function isUnknown(value: unknown): value is Unknown {
    return value === UNKNOWN;
}

/** A plain object whose leaves may be unknown. */
export type Facts = { readonly [name: string]: unknown };

/** True for a plain object that can be read by name: no list, no null. */
export function isRecord(value: unknown): value is Facts {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `record[name]` for own members only, so that a property called `constructor` is not found by accident. */
export function member(record: unknown, name: string): unknown {
    return isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** True when the value, or anything inside it, is not known yet. */
export function hasUnknown(value: unknown, depth = 0): boolean {
    if (isUnknown(value)) return true;
    if (typeof value !== "object" || value === null || depth > 32) return false;
    for (const name of Object.keys(value)) if (hasUnknown((value as Facts)[name], depth + 1)) return true;
    return false;
}
