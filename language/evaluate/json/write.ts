import { isDecimal, printDecimal } from "../decimal";
import { entriesOf, type ObjectValue, type PlainObject, type Value } from "../value";

/** JSON without white space, every number with the digits it has. Bytes are written as base64. */
export function writeJson(value: Value): string {
    return isPlain(value) ? JSON.stringify(value) : write(value);
}

/** True where JSON.stringify writes the same as `write`. */
function isPlain(value: Value): boolean {
    if (typeof value !== "object") return typeof value !== "bigint";
    if (value === null) return true;
    if (Array.isArray(value)) {
        for (const element of value as readonly Value[]) if (!isPlain(element)) return false;
        return true;
    }
    // Decimals, Maps and bytes have prototypes of their own.
    if (Object.getPrototypeOf(value) !== Object.prototype) return false;
    const object = value as PlainObject;
    for (const key in object) if (!isPlain(object[key]!)) return false;
    return true;
}

function write(value: Value): string {
    if (typeof value === "string" || value === null) return JSON.stringify(value);
    if (typeof value !== "object") return String(value);
    if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
    if (isDecimal(value)) return printDecimal(value);
    if (value instanceof Uint8Array) return `"${Buffer.from(value).toString("base64")}"`;
    const members: string[] = [];
    for (const [key, member] of entriesOf(value as ObjectValue)) {
        // Only what a caller gives as a fixture has such members.
        if (member !== undefined) members.push(`${JSON.stringify(key)}:${write(member)}`);
    }
    return `{${members.join(",")}}`;
}
