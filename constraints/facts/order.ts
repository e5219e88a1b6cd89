import { type Known, UNKNOWN } from "../core/known";
import type { ResourceFacts, Stack } from "./stack";

/**
 * Whether a resource waits for one of those with these ids. Not to be told where its source names no order, or where it
 * waits for something that is nothing to the constraints, which may wait for them in turn: a pause, a command.
 */
export function waitsFor(stack: Stack, resource: ResourceFacts, ids: readonly string[]): Known<boolean> {
    const before = stack.allDependencies(resource);
    if (before === undefined) return UNKNOWN;
    if (ids.some((id) => before.has(id))) return true;
    const direct = [...(resource.dependencies ?? []), ...Object.values(resource.references ?? {}).flat()];
    return direct.every((id) => stack.withId(id) !== undefined) ? false : UNKNOWN;
}
