export { nearest } from "../../language/nearest";

/** A value as a message shows it: as JSON, shortened. Only for fields that hold no secret. */
export function show(value: unknown): string {
    const text = typeof value === "string" ? JSON.stringify(value) : describe(value);
    return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

/** What kind of value it is, in words. */
export function describe(value: unknown): string {
    if (value === undefined) return "nothing";
    if (value === null) return "null";
    if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
    if (typeof value === "object") return "an object";
    if (typeof value === "symbol") return "a value not known yet";
    return `the ${typeof value} ${String(value)}`;
}

/** What kind of value it is, without the value: for what may hold a secret. */
export function kindOf(value: unknown): string {
    if (value === undefined || value === null || Array.isArray(value) || typeof value === "symbol")
        return describe(value);
    if (typeof value === "object") return "an object";
    return typeof value === "string" ? "a text" : `a ${typeof value}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[]): string {
    if (words.length < 2) return words.join("");
    return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
