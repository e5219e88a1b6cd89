import { isRecord, member } from "../../constraints/core/known";
import { type Path, valueAt } from "../../constraints/core/path";
import type { OutputUse } from "../../constraints/facts/stack";
import type { Spelling } from "./spelling";

/** No facts are nested deeper. */
const DEEPEST = 64;

/** Where an object or a list of the facts comes from. */
interface Origin {
    /** From the root of the source's resource. */
    readonly at: Path;
    /** Members that do not stand where their names say. */
    readonly elsewhere?: ReadonlyMap<string | number, Path>;
}

/** What is known of a value beyond itself: which output it is, or the default of which parameter. */
export interface Descent {
    /** The id of the resource that it is an output of. */
    readonly of?: string;
    /** The name of the output, as the facts have it; undefined where the source does not tell. */
    readonly output?: string;
    /** The parameters whose defaults it is made of. */
    readonly defaults?: readonly string[];
}

/** The way back from facts to their source: noted for objects and lists as they are made. */
export class Origins {
    readonly #of = new Map<object, Origin>();
    readonly #descents = new Map<object, Map<string | number, Descent>>();

    note<T extends object>(made: T, at: Path, elsewhere?: ReadonlyMap<string | number, Path>): T {
        this.#of.set(made, { at, elsewhere });
        return made;
    }

    /** Where an object or a list of the facts comes from. */
    placeOf(made: unknown): Path | undefined {
        return this.#at(made);
    }

    /** Notes that a member of an object, and what is in it, stands elsewhere: at these names below the object. */
    redirect(holder: object, name: string, below: Path): void {
        const origin = this.#of.get(holder) ?? { at: [] };
        const place = [...origin.at, ...below];
        this.#of.set(holder, { ...origin, elsewhere: new Map([...(origin.elsewhere ?? []), [name, place]]) });
    }

    /** Notes what a member of an object or list of the facts comes from. */
    descend(holder: object, name: string | number, descent: Descent | undefined): void {
        if (descent === undefined) return;
        const known = this.#descents.get(holder);
        if (known) known.set(name, descent);
        else this.#descents.set(holder, new Map([[name, descent]]));
    }

    /** What a value at a path of the facts, or one that it stands in, comes from. */
    descentAt(facts: unknown, path: Path): Descent | undefined {
        let value = facts;
        for (const segment of path) {
            if (!isObject(value)) return undefined;
            const found = this.#descents.get(value)?.get(segment);
            if (found) return found;
            value = Object.hasOwn(value, segment) ? value[segment] : undefined;
        }
        return undefined;
    }

    /** Every output that the facts are made of, with its path. */
    outputsIn(facts: unknown): OutputUse[] {
        const found: OutputUse[] = [];
        if (this.#descents.size > 0) this.#collect(facts, [], found);
        return found;
    }

    #collect(value: unknown, path: Path, found: OutputUse[]): void {
        if (!isObject(value) || path.length > DEEPEST) return;
        for (const [name, { of, output }] of this.#descents.get(value) ?? []) {
            if (of === undefined) continue;
            found.push({ path: [...path, name], of, ...(output === undefined ? {} : { output }) });
        }
        const names = Array.isArray(value) ? value.keys() : Object.keys(value);
        for (const name of names) this.#collect(value[name], [...path, name], found);
    }

    /** Where a path of the facts stands in `source`; what is missing there is spelled as the source would. */
    sourcePath(facts: unknown, path: Path, source: unknown, spelling: Spelling): Path {
        let value = facts;
        let at: Path = this.#at(value) ?? [];
        for (const segment of path) {
            const origin = isObject(value) ? this.#of.get(value) : undefined;
            at = origin?.elsewhere?.get(segment) ?? [...at, nameIn(valueAt(source, at), segment, spelling)];
            value = isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
            at = this.#at(value) ?? at;
        }
        return at;
    }

    #at(value: unknown): Path | undefined {
        return isObject(value) ? this.#of.get(value)?.at : undefined;
    }
}

function isObject(value: unknown): value is Record<string | number, unknown> {
    return typeof value === "object" && value !== null;
}

/** How the source spells a name of the facts in one of its objects. */
function nameIn(source: unknown, segment: string | number, spelling: Spelling): string | number {
    if (typeof segment === "number" || !isRecord(source)) return segment;
    if (member(source, segment) !== undefined) return segment;
    return Object.keys(source).find((name) => spelling.toFact(name) === segment) ?? spelling.toSource(segment);
}
