import { type Facts, isRecord, isUnknown, UNKNOWN } from "../../constraints/core/known";
import { formatPath, type Path } from "../../constraints/core/path";
import { type Descent, Origins } from "./origins";
import { hasShape, type Shape, wrongShape } from "./shapes";
import type { Spelling } from "./spelling";

/** A value of a source once everything that stands for another value is replaced. */
export interface Resolved {
    /** Undefined where the source says that there is none. */
    readonly value: unknown;
    /** Where it stands: not always where it was looked for. */
    readonly at: Path;
    /** What is known of it beyond its value. */
    readonly descent?: Descent;
}

/** What differs from source to source. */
export interface Dialect {
    readonly spelling: Spelling;
    /** Names of the source whose members are named by the user, such as client properties. */
    readonly free: ReadonlySet<string>;
    /** Names of the source that hold a list with one entry where the facts have that entry. */
    readonly single: ReadonlySet<string>;
    /** True where a source gives numbers and switches as such in the place of texts, and means texts. */
    readonly hasLooseTexts: boolean;
    /** True where an empty list or text says that there is none. */
    readonly dropsEmpty: boolean;
    /** Replaces what stands for another value: a reference, a mark, a wrapped secret. */
    resolve(value: unknown, at: Path): Resolved;
}

/** How one value is converted. */
export interface Manner {
    /** Names are kept as they are, here and below. */
    readonly free?: boolean;
    /** Numbers and switches become texts, where the dialect has them loose. */
    readonly texts?: boolean;
}

/** A mistake in the form of a source. */
export interface Complaint {
    readonly at: Path;
    /** A sentence. */
    readonly message: string;
}

/** Brings the values of one resource into the form of facts, and keeps the way back. */
export class Conversion {
    /** What the value that was converted last comes from. */
    descent: Descent | undefined;
    /** What stands where something of another shape belongs. */
    readonly complaints: Complaint[] = [];

    constructor(
        readonly dialect: Dialect,
        readonly origins = new Origins(),
    ) {}

    /** Notes a value that is there, but of another shape. */
    expect(shape: Shape, value: unknown, at: Path): void {
        if (value === undefined || value === null || isUnknown(value) || hasShape(shape, value)) return;
        this.complaints.push({ at, message: wrongShape(formatPath(at), value, shape) });
    }

    /** A value as facts; undefined where there is none. */
    convert(given: unknown, place: Path, manner: Manner = {}): unknown {
        const { value, at, descent } = this.dialect.resolve(given, place);
        const made = this.#made(value, at, manner);
        this.descent = descent;
        return made;
    }

    #made(value: unknown, at: Path, manner: Manner): unknown {
        if (value === null || value === undefined) return undefined;
        if (Array.isArray(value)) return this.#list(value, at, manner);
        if (isRecord(value)) return this.#object(value, at, manner);
        return this.#leaf(value, manner);
    }

    /** An object as facts, with an entry for each of its members that is there. */
    #object(source: Facts, at: Path, manner: Manner): Facts {
        const { spelling, free, single } = this.dialect;
        const made: Record<string, unknown> = {};
        for (const name of Object.keys(source)) {
            const inner = source[name];
            if (inner === null || inner === undefined) continue;
            const isFree = manner.free === true || free.has(name);
            const fact = manner.free === true ? name : spelling.toFact(name);
            const innerManner = isFree === (manner.free === true) ? manner : { ...manner, free: isFree };
            const isPlain = typeof inner !== "object" && typeof inner !== "string";
            let value = isPlain ? this.#leaf(inner, manner) : this.convert(inner, [...at, name], innerManner);
            if (Array.isArray(value) && manner.free !== true && single.has(name)) value = value[0];
            const isEmpty = value === "" || (Array.isArray(value) && value.length === 0);
            if (value === undefined || (isEmpty && this.dialect.dropsEmpty && manner.free !== true)) continue;
            define(made, fact, value);
            if (!isPlain) this.origins.descend(made, fact, this.descent);
        }
        return this.origins.note(made, at);
    }

    #list(source: readonly unknown[], at: Path, manner: Manner): readonly unknown[] {
        const made: unknown[] = [];
        let elsewhere: Map<number, Path> | undefined;
        for (const [index, inner] of source.entries()) {
            const value = this.convert(inner, [...at, index], manner);
            if (value === undefined) elsewhere ??= new Map();
            else {
                elsewhere?.set(made.length, [...at, index]);
                made.push(value);
                this.origins.descend(made, made.length - 1, this.descent);
            }
        }
        return this.origins.note(made, at, elsewhere);
    }

    #leaf(value: unknown, { texts = false }: Manner): unknown {
        const isLoose = texts && this.dialect.hasLooseTexts;
        if (isLoose && (typeof value === "number" || typeof value === "boolean")) return String(value);
        return typeof value === "symbol" ? UNKNOWN : value;
    }
}

/** Sets a member, also one called `__proto__`. */
export function define(record: Record<string, unknown>, name: string, value: unknown): void {
    if (name === "__proto__")
        Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
    else record[name] = value;
}
