import { type Facts, isRecord, isUnknown, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";

/** The kinds of leaves that arguments have. */
export interface Leaves {
    text: unknown;
    flag: unknown;
    /** A list of texts. */
    texts: unknown;
    headers: unknown;
    tags: unknown;
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
    /** A text made of several; one that is not given, or turns out to be undefined, is undefined in `build`. */
    compose(texts: readonly (L["text"] | undefined)[], build: (...texts: (string | undefined)[]) => string): L["text"];
    text(value: string): L["text"];
    flag(value: boolean): L["flag"];
    /** Stands for what is missing or not known. */
    readonly unknown: L["text"] & L["texts"];
}

/** Plain arguments with UNKNOWN leaves, for judging. What is composed with an unknown part is unknown. */
export function plainArguments(args: Facts): Arguments<Leaves> {
    return {
        leaf: (_kind, path) => valueAt(args, path),
        leafOr: (_kind, path, preset) => valueAt(args, path) ?? preset,
        isObject: (path) => isRecord(valueAt(args, path)),
        compose: (texts, build) => {
            if (texts.some((text) => text !== undefined && typeof text !== "string")) return UNKNOWN;
            return build(...(texts as (string | undefined)[]));
        },
        text: (value) => value,
        flag: (value) => value,
        unknown: UNKNOWN,
    };
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
