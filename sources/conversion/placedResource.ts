import { formatPath, type Path } from "../../constraints/core/path";
import type { ResourceFacts } from "../../constraints/facts/stack";
import type { SourceResource } from "../sourceDocument";
import type { Located } from "../text/located";
import { type Speech, worded } from "../wording/wording";
import type { Origins } from "./origins";
import type { Spelling } from "./spelling";

/** Where a resource stands in its file. */
export interface Anchor {
    readonly file: string;
    readonly located: Located;
    /** From the root of the file to the values that paths start at. */
    readonly base: Path;
    /** The values there. */
    readonly source: unknown;
    readonly spelling: Spelling;
    readonly origins: Origins;
    /** What findings print of a path from the base. @default all of it */
    readonly shown?: (path: Path) => Path;
    /** How the source names what texts speak of. @default as Pulumi does */
    readonly speech?: Speech;
}

/** A resource that knows its way back to the file. */
export class PlacedResource implements SourceResource {
    constructor(
        readonly facts: ResourceFacts,
        readonly resource: string,
        readonly type: string,
        readonly anchor: Anchor,
    ) {}

    get file(): string {
        return this.anchor.file;
    }

    spell(path: Path): string {
        const source = this.#sourcePath(path);
        return formatPath(this.anchor.shown?.(source) ?? source);
    }

    word(text: string): string {
        const { speech } = this.anchor;
        return speech === undefined ? text : wordedOnce(text, speech);
    }

    remark(path: Path): string | undefined {
        const { origins } = this.anchor;
        const [first, ...more] = origins.descentAt(this.facts.values, path)?.defaults ?? [];
        if (first === undefined) return undefined;
        return more.length === 0
            ? `The value is the default of the parameter ${first}, which a deployment may replace.`
            : `The value is made of the defaults of the parameters ${[first, ...more].join(", ")}, which a deployment may replace.`;
    }

    locate(path: Path): { readonly line: number; readonly column: number } {
        return this.anchor.located.locate([...this.anchor.base, ...this.#sourcePath(path)]);
    }

    #sourcePath(path: Path): Path {
        const { origins, source, spelling } = this.anchor;
        return origins.sourcePath(this.facts.values, path, source, spelling);
    }
}

const WORDED = new WeakMap<Speech, Map<string, string>>();

/** So many texts are kept. */
const MOST_KEPT = 5_000;

/** Most texts are those of many findings: each is worded once, and stands once in memory. */
function wordedOnce(text: string, speech: Speech): string {
    const known = WORDED.get(speech) ?? new Map<string, string>();
    WORDED.set(speech, known);
    let made = known.get(text);
    if (made === undefined) {
        made = worded(text, speech);
        if (known.size < MOST_KEPT) known.set(text, made);
    }
    return made;
}

/** An id that no resource of another file has. */
export function idIn(file: string, resource: string): string {
    return `${file}#${resource}`;
}
