import { isRecord, member } from "../../constraints/core/known";
import { type Path, valueAt } from "../../constraints/core/path";
import type { Spelling } from "./spelling";

/** Where an object or a list of the facts comes from. */
interface Origin {
    /** From the root of the source's resource. */
    readonly at: Path;
    /** Members that do not stand where their names say. */
    readonly elsewhere?: ReadonlyMap<string | number, Path>;
}

/** The way back from facts to their source: noted for objects and lists as they are made. */
export class Origins {
    readonly #of = new Map<object, Origin>();

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
