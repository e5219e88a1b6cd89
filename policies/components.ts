import { isDeepStrictEqual } from "node:util";
import type { Finding, OpenQuestion } from "../constraints/core/finding";
import { isRecord, isUnknown } from "../constraints/core/known";
import { formatPath, type Path, valueAt } from "../constraints/core/path";
import type { ResourceFacts } from "../constraints/facts/stack";

/**
 * True when a component shows the same finding or question of a constraint: a value is found once, where the user
 * wrote it.
 */
export function isOn<T extends Finding | OpenQuestion>(component: readonly T[], child: T): boolean {
    return component.some((one) => saying(one) === saying(child) && formatPath(one.path) === formatPath(child.path));
}

function saying(one: Finding | OpenQuestion): string {
    return "message" in one ? one.message : one.reason;
}

/**
 * True when a component makes its child with the very value that stands at a path of the child: nobody changed it. Of
 * an object in which something is missing, only what the component states is compared: the provider adds outputs.
 */
export function valueStandsOn(component: ResourceFacts, child: ResourceFacts, path: Path): boolean {
    const given = valueAt(component.values, path);
    const found = valueAt(child.values, path);
    if (isRecord(given)) return isRecord(found) && agrees(given, found, 0);
    return !isUnknown(given) && isDeepStrictEqual(given, found);
}

/** True unless a known part of what a component states is something else in its child. */
function agrees(given: unknown, found: unknown, depth: number): boolean {
    if (isUnknown(given) || isUnknown(found)) return true;
    if (!isRecord(given) || depth > 32) return isDeepStrictEqual(given, found) || hasUnknownEntry(given);
    return isRecord(found) && Object.keys(given).every((name) => agrees(given[name], found[name], depth + 1));
}

function hasUnknownEntry(value: unknown): boolean {
    return Array.isArray(value) && value.some(isUnknown);
}
