import { writeJson } from "./json/write";
import type { Result } from "./value";

/** A value by itself as JSON text; Undefined is the empty text, and bytes are their UTF-8 text. */
export function serialize(value: Result): string {
    if (value === undefined) return "";
    return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : writeJson(value);
}

/** The bytes that an action sends: JSON as UTF-8, or the payload as it came where it is not JSON. */
export function serializeBytes(value: Result): Uint8Array {
    return value instanceof Uint8Array ? value : Buffer.from(serialize(value), "utf8");
}
