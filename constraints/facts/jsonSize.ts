/**
 * How many bytes a value takes as UTF-8 JSON without white space. Values that are not known yet count nothing, so that
 * the size is the least that it can be.
 */
export function jsonSize(value: unknown, depth = 0): number {
    if (typeof value === "string") return Buffer.byteLength(JSON.stringify(value));
    if (typeof value === "boolean" || typeof value === "number" || value === null) return String(value).length;
    if (typeof value !== "object" || depth > 32) return 0;
    if (Array.isArray(value)) {
        return 2 + Math.max(0, value.length - 1) + sum(value.map((inner) => jsonSize(inner, depth + 1)));
    }
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
    const sizes = members.map(([name, inner]) => jsonSize(name) + 1 + jsonSize(inner, depth + 1));
    return 2 + Math.max(0, members.length - 1) + sum(sizes);
}

function sum(sizes: readonly number[]): number {
    return sizes.reduce((total, size) => total + size, 0);
}
