import { toText } from "../conversions";
import type { Result } from "../value";

/** encode(*, 'base64'), or of a value that was made a text; other schemes do not exist. */
export function encodeBytes(bytes: Uint8Array, scheme: Result): Result {
    return scheme === "base64" ? Buffer.from(bytes).toString("base64") : undefined;
}

export function encode(value: Result, scheme: Result): Result {
    if (value instanceof Uint8Array) return encodeBytes(value, scheme);
    const text = toText(value);
    return text === undefined ? undefined : encodeBytes(Buffer.from(text, "utf8"), scheme);
}
