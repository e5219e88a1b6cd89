import { isUnknown, member } from "../core/known";
import { inputOf } from "./inputs";
import type { ResourceFacts } from "./stack";

/**
 * A property that AWS fills in where a program gives none, as its program gives it: undefined where it does not. Where
 * the source does not tell what is given, such a one is as unknown before the update as `output`, which no program
 * gives; one that is given by something else hangs on it, where edges are told.
 */
export function givenOrFilledIn(resource: ResourceFacts, property: string, output: string): unknown {
    const value = inputOf(resource, property);
    if (!isUnknown(value) || resource.references === undefined || resource.written !== undefined) return value;
    const isMade = isUnknown(member(resource.values, output)) && (resource.references[property] ?? []).length === 0;
    return isMade ? undefined : value;
}
