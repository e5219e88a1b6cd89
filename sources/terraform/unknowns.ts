import { isRecord, member, UNKNOWN } from "../../constraints/core/known";

/** Values with the mark for what is not known wherever `unknown` says so: members that are left out, too. */
export function withUnknowns(values: unknown, unknown: unknown, depth = 0): unknown {
    if (unknown === true) return UNKNOWN;
    if (typeof unknown !== "object" || unknown === null || depth > 100) return values;
    if (Array.isArray(unknown)) {
        if (!Array.isArray(values) && !unknown.some((one) => one === true)) return values;
        const list = Array.isArray(values) ? values : [];
        const length = Math.max(list.length, unknown.length);
        return Array.from({ length }, (_, index) => withUnknowns(list[index], unknown[index], depth + 1));
    }
    const entries = Object.entries(unknown).filter(([, inner]) => inner !== false);
    if (entries.length === 0) return values;
    const made: Record<string, unknown> = isRecord(values) ? { ...values } : {};
    for (const [name, inner] of entries) {
        const value = withUnknowns(member(values, name), inner, depth + 1);
        if (value !== undefined) made[name] = value;
    }
    return made;
}
