import { type Input, Output, output } from "@pulumi/pulumi";
import { type Facts, isRecord, UNKNOWN } from "../constraints/core/known";
import type { Path } from "../constraints/core/path";

/** Deeper than any argument goes; what lies below is left as it is. */
const DEEPEST = 16;

/** True for a value that will be known later. */
export function isLater(value: unknown): boolean {
    return Output.isInstance(value) || value instanceof Promise;
}

/** A list or a plain object, in which leaves are looked for; a resource or an asset is a leaf. */
function isBranch(value: unknown): value is object {
    if (typeof value !== "object" || value === null || isLater(value)) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return Array.isArray(value) || prototype === null || prototype === Object.prototype;
}

/** A copy of the arguments in which every leaf is what `change` makes of it. */
export function mapLeaves(value: unknown, change: (leaf: unknown, path: Path) => unknown, path: Path = []): unknown {
    if (!isBranch(value) || path.length >= DEEPEST) return change(value, path);
    if (Array.isArray(value)) return value.map((inner, index) => mapLeaves(inner, change, [...path, index]));
    return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, mapLeaves(inner, change, [...path, name])]),
    );
}

/** The arguments as they are known now: a leaf that is known later is unknown, until `resolved` has its value. */
export function factsOf(args: unknown, resolved: ReadonlyMap<string, unknown>): Facts {
    const facts = mapLeaves(args, (leaf, path) => {
        if (!isLater(leaf)) return leaf;
        const key = keyOf(path);
        return resolved.has(key) ? resolved.get(key) : UNKNOWN;
    });
    return isRecord(facts) ? facts : {};
}

/** The arguments with every leaf that is known later passed on only after `check` has seen its value. */
export function whenChecked<A>(args: A, check: (path: Path, value: unknown) => Promise<void>): A {
    return mapLeaves(args, (leaf, path) => {
        if (!isLater(leaf)) return leaf;
        const later: Output<unknown> = output(leaf as Input<string>);
        return later.apply(async (value) => {
            await check(path, value);
            return value;
        });
    }) as A;
}

export function keyOf(path: Path): string {
    return JSON.stringify(path);
}
