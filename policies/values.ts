import { type Facts, UNKNOWN } from "../constraints/core/known";
import { HIDDEN_SECRET, UNKNOWN_MARKS } from "../sources/pulumi/marks";

/** Deeper nesting than any resource has; what lies below is taken as not known. */
const DEEPEST = 40;

/**
 * The properties of a resource as plain facts. A property that is not known yet throws when it is read, and one that
 * does must not end the policy: each is read by itself, and its place is marked as unknown.
 */
export function plainValues(properties: object): Facts {
    const sent = sentIn(properties);
    return Object.fromEntries(Object.keys(sent).map((name) => [name, plainValue(sent, name)]));
}

/**
 * What the engine sent, without what throws: an error for each unknown value takes longer than all else that is done to
 * read a resource. Where that cannot be had, the same is read with the errors.
 */
function sentIn(properties: object): object {
    const sent: unknown = (properties as Record<string, unknown>).__getSpecialProxyTarget;
    if (typeof sent !== "object" || sent === null) return properties;
    // Of a remediation there is another layer below, which unpacks secrets.
    return (sent as Record<string, unknown>).__isSpecialProxy === true ? properties : sent;
}

/** One property, read so that an unknown one does no harm. */
export function plainValue(owner: object, name: string | number, depth = 0): unknown {
    let value: unknown;
    try {
        value = (owner as Record<string | number, unknown>)[name];
    } catch {
        return UNKNOWN;
    }
    if (typeof value === "string" && (value === HIDDEN_SECRET || UNKNOWN_MARKS.has(value))) return UNKNOWN;
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
