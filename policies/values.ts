import { type Facts, UNKNOWN } from "../constraints/core/known";

/** What the engine puts in the place of a secret that it cannot decrypt, where it analyses an exported state. */
const HIDDEN_SECRET = "[secret]";

/** What the engine puts in the place of a value that is not known yet: a text for each type of value. */
const UNKNOWNS: ReadonlySet<unknown> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

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
    if (value === HIDDEN_SECRET || UNKNOWNS.has(value)) return UNKNOWN;
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
