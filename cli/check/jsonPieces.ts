import { isRecord } from "../../constraints/core/known";

/** So many entries are written at a time. */
const BATCH = 500;

/** A list whose entries are made only when they are written. */
export class Entries<T> {
    constructor(
        readonly list: readonly T[],
        readonly make: (entry: T) => unknown,
    ) {}

    toJSON(): unknown[] {
        return this.list.map(this.make);
    }
}

/**
 * A value as `JSON.stringify(value, null, 2)` gives it, in pieces that end where a line does: as one text a report of a
 * hundred thousand findings would take more memory than all that was read for it.
 */
export function* jsonPieces(value: unknown, indent = "", before = "", after = ""): Generator<string> {
    if (!isLong(value)) {
        yield indent + before + indented(value, indent) + after;
        return;
    }
    const inner = `${indent}  `;
    if (value instanceof Entries || (Array.isArray(value) && value.length > BATCH)) {
        yield `${indent}${before}[`;
        yield* batches(value instanceof Entries ? value : new Entries(value, (entry) => entry), inner);
        yield `${indent}]${after}`;
    } else if (Array.isArray(value)) {
        yield `${indent}${before}[`;
        for (const [index, entry] of value.entries())
            yield* jsonPieces(entry, inner, "", index < value.length - 1 ? "," : "");
        yield `${indent}]${after}`;
    } else {
        yield `${indent}${before}{`;
        const members = Object.entries(value as object).filter(([, one]) => one !== undefined);
        for (const [index, [name, one]] of members.entries())
            yield* jsonPieces(one, inner, `${JSON.stringify(name)}: `, index < members.length - 1 ? "," : "");
        yield `${indent}}${after}`;
    }
}

function* batches<T>({ list, make }: Entries<T>, indent: string): Generator<string> {
    for (let from = 0; from < list.length; from += BATCH) {
        const batch = list.slice(from, from + BATCH).map((entry) => indent + indented(make(entry), indent));
        yield batch.join(",\n") + (from + BATCH < list.length ? "," : "");
    }
}

/** True for what holds a list that is not written at once. */
function isLong(value: unknown): boolean {
    if (value instanceof Entries) return value.list.length > 0;
    if (Array.isArray(value)) return value.length > BATCH || value.some(isLong);
    return isRecord(value) && Object.values(value).some(isLong);
}

function indented(value: unknown, indent: string): string {
    return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}
