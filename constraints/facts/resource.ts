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

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get values(): Facts {
        return this.resource.values;
    }
}

/**
 * Every text in a value, or every one that is `wanted`, with its path; `at` is the path of the value itself. A list or
 * object that contains itself is not followed for ever.
 */
export function textsIn(value: unknown, at: Path = [], wanted?: (text: string) => boolean): PlacedText[] {
    const found: PlacedText[] = [];
    collectTexts(value, [...at], 0, wanted, found);
    return found;
}

/** `path` grows and shrinks on the way, and is copied for a text that is wanted: few are. */
function collectTexts(
    value: unknown,
    path: (string | number)[],
    depth: number,
    wanted: ((text: string) => boolean) | undefined,
    found: PlacedText[],
): void {
    if (typeof value === "string") {
        if (wanted === undefined || wanted(value)) found.push({ path: path.slice(), text: value });
        return;
    }
    if (typeof value !== "object" || value === null || depth > 32) return;
    const list = Array.isArray(value) ? (value as readonly unknown[]) : undefined;
    const keys = list ? list.keys() : Object.keys(value);
    for (const key of keys) {
        path.push(key);
        collectTexts((value as Facts)[key], path, depth + 1, wanted, found);
        path.pop();
    }
}
