import type { Facts } from "../core/known";

/**
 * How many bytes a value takes as UTF-8 JSON without white space. Values that are not known yet count nothing, so that
 * the size is the least that it can be.
 */
export function jsonSize(value: unknown, depth = 0): number {
    if (typeof value === "string") return textSize(value);
    if (typeof value === "boolean" || typeof value === "number" || value === null) return String(value).length;
    if (typeof value !== "object" || depth > 32) return 0;
    let count = 0;
    let size = 2;
    if (Array.isArray(value)) {
        count = value.length;
        for (const inner of value) size += jsonSize(inner, depth + 1);
    } else {
        for (const name of Object.keys(value)) {
            const inner = (value as Facts)[name];
            if (inner === undefined || inner === null) continue;
            count++;
            size += textSize(name) + 1 + jsonSize(inner, depth + 1);
        }
    }
    return size + Math.max(0, count - 1);
}

/** Most texts are plain ASCII, with nothing in them that JSON escapes. */
function textSize(text: string): number {
    return /^[ !#-[\]-~]*$/.test(text) ? text.length + 2 : Buffer.byteLength(JSON.stringify(text));
}
