import { type Facts, isRecord, isUnknown, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";

/** The kinds of leaves that arguments have. */
export interface Leaves {
    text: unknown;
    flag: unknown;
    number: unknown;
    /** A list of texts. */
    texts: unknown;
    headers: unknown;
    tags: unknown;
    /** What is handed on as it is. */
    raw: unknown;
}

/**
 * The arguments of a component, whatever their leaves are: plain values with UNKNOWN marks where they are judged,
 * inputs of Pulumi where resources are made of them. One mapping serves both.
 */
export interface Arguments<L extends Leaves> {
    /** The argument at a path of plain objects; undefined where nothing is given. */
    leaf<K extends keyof Leaves>(kind: K, path: Path): L[K] | undefined;
    /** The same with a value that stands in for one that is not given, or turns out to be undefined. */
    leafOr<K extends keyof Leaves>(kind: K, path: Path, preset: L[K]): L[K];
    /** True for a plain object, false for a leaf. */
    isObject(path: Path): boolean;
    /** A text made of several values; one that is not given, or turns out to be undefined, is undefined in `build`. */
    compose(
        values: readonly (L["text"] | L["number"] | L["flag"] | undefined)[],
        build: (...texts: (string | undefined)[]) => string,
    ): L["text"];
    /** The names below a path of plain objects that something is given for. */
    names(path: Path): readonly string[];
    /** How many entries the list at a path has. */
    count(path: Path): L["number"];
    /** The same of a list that is written plainly; 0 where none is. */
    length(path: Path): number;
    text(value: string): L["text"];
    flag(value: boolean): L["flag"];
    number(value: number): L["number"];
    /** Stands for what is missing or not known. */
    readonly unknown: L["text"] & L["texts"] & L["number"];
}

/** Plain arguments with UNKNOWN leaves, for judging. What is composed with an unknown part is unknown. */
export function plainArguments(args: Facts): Arguments<Leaves> {
    return {
        leaf: (_kind, path) => valueAt(args, path),
        leafOr: (_kind, path, preset) => valueAt(args, path) ?? preset,
        isObject: (path) => isRecord(valueAt(args, path)),
        compose: (values, build) => {
            if (values.some((value) => value !== undefined && !isScalar(value))) return UNKNOWN;
            return build(...values.map((value) => (value === undefined ? undefined : String(value))));
        },
        names: (path) => namesAt(args, path),
        count: (path) => {
            const list = valueAt(args, path);
            return Array.isArray(list) ? list.length : UNKNOWN;
        },
        length: (path) => lengthAt(args, path),
        text: (value) => value,
        flag: (value) => value,
        number: (value) => value,
        unknown: UNKNOWN,
    };
}

function isScalar(value: unknown): boolean {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** The names in a plain object that something is given for; none where no object is. */
export function namesAt(values: unknown, path: Path): readonly string[] {
    const value = valueAt(values, path);
    if (!isRecord(value)) return [];
    return Object.keys(value).filter((name) => value[name] !== undefined && value[name] !== null);
}

/** How many entries the plain list at a path has; 0 where none is. */
export function lengthAt(values: unknown, path: Path): number {
    const list = valueAt(values, path);
    return Array.isArray(list) ? list.length : 0;
}

/** What stands at a path; unknown where an object on the way is, undefined where nothing is given. */
export function valueAt(values: unknown, path: Path): unknown {
    let value = values;
    for (const segment of path) {
        if (isUnknown(value)) return UNKNOWN;
        value = Array.isArray(value) ? value[Number(segment)] : member(value, String(segment));
    }
    return value ?? undefined;
}
