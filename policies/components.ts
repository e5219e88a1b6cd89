import { isDeepStrictEqual } from "node:util";
import type { Finding, OpenQuestion } from "../constraints/core/finding";
import { isUnknown } from "../constraints/core/known";
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

/** True when a component makes its child with the very value that stands at a path of the child: nobody changed it. */
export function valueStandsOn(component: ResourceFacts, child: ResourceFacts, path: Path): boolean {
    const given = valueAt(component.values, path);
    return !isUnknown(given) && isDeepStrictEqual(given, valueAt(child.values, path));
}
