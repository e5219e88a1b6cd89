import type { Facts } from "../core/known";
import type { Path } from "../core/path";
import type { ResourceFacts, Stack } from "./stack";

/** A text and where it stands. */
export interface PlacedText {
    readonly path: Path;
    readonly text: string;
}

/** Any resource that is judged, for constraints about every value in it. */
export class Resource {
    readonly at: Path = [];
    #texts: readonly PlacedText[] | undefined;

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get values(): Facts {
        return this.resource.values;
    }

    /** Every text in the resource with its path. A list or object that contains itself is not followed for ever. */
    texts(): readonly PlacedText[] {
        this.#texts ??= textsIn(this.values);
        return this.#texts;
    }
}

/** Every text in a value with its path from there. */
export function textsIn(value: unknown): PlacedText[] {
    const found: PlacedText[] = [];
    collectTexts(value, [], found);
    return found;
}

function collectTexts(value: unknown, path: Path, found: PlacedText[]): void {
    if (typeof value === "string") found.push({ path, text: value });
    if (typeof value !== "object" || value === null || path.length > 32) return;
    if (Array.isArray(value)) value.forEach((inner, index) => collectTexts(inner, [...path, index], found));
    else for (const [name, inner] of Object.entries(value)) collectTexts(inner, [...path, name], found);
}
