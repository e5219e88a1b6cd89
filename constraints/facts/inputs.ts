import { isUnknown, member } from "../core/known";
import type { ResourceFacts } from "./stack";

/**
 * A property as its program gives it: undefined where it is absent. Some properties that are left out become outputs
 * that nobody knows before the update. Where the source does not tell what is given, such a one has no entry among the
 * edges, if these have one for each property that is given, even for one that hangs on nothing.
 */
export function inputOf(resource: ResourceFacts, property: string): unknown {
    const value = member(resource.values, property) ?? undefined;
    return isUnknown(value) && isOutput(resource, property) ? undefined : value;
}

/** True where a source tells that its program gives nothing at a path of members. */
export function isLeftOut({ written }: ResourceFacts, path: readonly string[]): boolean {
    return written !== undefined && !written.has(path.join("."));
}

/** A property as it stands in the facts: undefined where it is absent or empty. */
export function givenIn({ values }: ResourceFacts, property: string): unknown {
    const value = member(values, property);
    return value === null || value === "" ? undefined : value;
}

/** How a finding names a resource: by its `name` for AWS, else as its program or file does. */
export function titleOf(resource: ResourceFacts): string {
    const name = givenIn(resource, "name");
    return typeof name === "string" ? name : (resource.name ?? resource.id);
}

/** The entries of a property that takes a list: none where it is absent, undefined where they are not known. */
export function listInput(resource: ResourceFacts, property: string): readonly unknown[] | undefined {
    const value = inputOf(resource, property);
    if (isUnknown(value)) return undefined;
    return Array.isArray(value) ? value : [];
}

function isOutput(resource: ResourceFacts, property: string): boolean {
    const { references = {}, written } = resource;
    if (written !== undefined) return isLeftOut(resource, [property]);
    const tellsOfAll = Object.values(references).some((ids) => ids.length === 0);
    return tellsOfAll && !Object.hasOwn(references, property);
}
