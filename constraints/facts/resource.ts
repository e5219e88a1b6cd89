import type { Facts } from "../core/known";
import type { Path } from "../core/path";
import type { ResourceFacts, Stack } from "./stack";

/** Any resource that is judged, for constraints about every value in it. */
export class Resource {
    readonly at: Path = [];

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get values(): Facts {
        return this.resource.values;
    }

    /** Every text in the resource with its path. A list or object that contains itself is not followed for ever. */
    texts(): { path: Path; text: string }[] {
        return textsIn(this.values);
    }
}

/** Every text in a value with its path from there. */
export function textsIn(value: unknown): { path: Path; text: string }[] {
    const found: { path: Path; text: string }[] = [];
    collectTexts(value, [], found);
    return found;
}

function collectTexts(value: unknown, path: Path, found: { path: Path; text: string }[]): void {
    if (typeof value === "string") found.push({ path, text: value });
    if (typeof value !== "object" || value === null || path.length > 32) return;
    if (Array.isArray(value)) value.forEach((inner, index) => collectTexts(inner, [...path, index], found));
    else for (const [name, inner] of Object.entries(value)) collectTexts(inner, [...path, name], found);
}
