import { isRecord, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";

/** What a policy document is for: rights of a role, who may assume it, or who may use a resource such as a key. */
export type PolicyUse = "identity" | "trust" | "resource";

/** What makes a document malformed. Nothing of it is printed but the names of elements. */
export interface DocumentProblem {
    readonly path: Path;
    /** The rest of a sentence about the document: `has no Statement`. */
    readonly found: string;
}

/** An element of a policy; IAM does not mind the case of its name. */
export function element(record: unknown, name: string): { readonly name: string; readonly value: unknown } {
    if (!isRecord(record) || Object.hasOwn(record, name)) return { name, value: member(record, name) ?? undefined };
    const wanted = name.toLowerCase();
    const found = Object.keys(record).find((one) => one.toLowerCase() === wanted) ?? name;
    return { name: found, value: member(record, found) ?? undefined };
}

/** One value or a list of them, as a list; unknown where it is. */
export function listed(value: unknown): Known<readonly unknown[]> {
    if (isUnknown(value)) return UNKNOWN;
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
}
