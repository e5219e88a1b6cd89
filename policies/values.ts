import { type Facts, UNKNOWN } from "../constraints/core/known";

/** What the engine puts in the place of a secret that it cannot decrypt, where it analyses an exported state. */
const HIDDEN_SECRET = "[secret]";

/** Deeper nesting than any resource has; what lies below is taken as not known. */
const DEEPEST = 40;

/**
 * The properties of a resource as plain facts. A property that is not known yet throws when it is read, and one that
 * does must not end the policy: each is read by itself, and its place is marked as unknown.
 */
export function plainValues(properties: object): Facts {
    return Object.fromEntries(Object.keys(properties).map((name) => [name, plainValue(properties, name, 0)]));
}

/** One property, read so that an unknown one does no harm. */
export function plainValue(owner: object, name: string | number, depth = 0): unknown {
    let value: unknown;
    try {
        value = (owner as Record<string | number, unknown>)[name];
    } catch {
        return UNKNOWN;
    }
    if (value === HIDDEN_SECRET) return UNKNOWN;
    if (typeof value !== "object" || value === null) return value;
    if (depth >= DEEPEST) return UNKNOWN;
    if (Array.isArray(value))
        return Array.from({ length: value.length }, (_, index) => plainValue(value, index, depth + 1));
    if (!isPlain(value)) return UNKNOWN;
    return Object.fromEntries(Object.keys(value).map((inner) => [inner, plainValue(value, inner, depth + 1)]));
}

/** An asset or archive is a file to be uploaded; there is nothing in it to judge. */
function isPlain(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype;
}
