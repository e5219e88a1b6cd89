import { redact, secretsOf } from "../../constraints/core/redact";
import type { SourceDocument } from "../../sources";
import type { Input } from "../readInputs";

/** A line of a file around a place, with every known secret taken out. */
export interface Excerpt {
    readonly line: number;
    readonly text: string;
    /** From 1, in `text`. */
    readonly column: number;
}

/** Longer lines are not shown: they are not made to be read, and may hold things that nobody here knows. */
const LONGEST = 160;

/** Shows lines of files that were judged. */
export class Excerpts {
    readonly #starts = new Map<string, readonly number[]>();
    readonly #secrets = new Map<string, readonly string[]>();
    readonly #files: ReadonlyMap<string, Input>;
    readonly #documents: ReadonlyMap<string, SourceDocument>;

    constructor(files: readonly Input[], documents: readonly SourceDocument[]) {
        this.#files = new Map(files.map((file) => [file.file, file]));
        this.#documents = new Map(documents.map((document) => [document.file, document]));
    }

    /** The line at a place; undefined where there is nothing worth showing, or something in it must not be shown. */
    at(file: string, line: number, column: number): Excerpt | undefined {
        const whole = this.#lineOf(file, line)?.replace(/\r$/, "");
        if (whole === undefined || whole.trim() === "" || whole.length > LONGEST) return undefined;
        const shown = redact(whole, this.#secretsOf(file));
        // A column behind a secret that was taken out would point at something else.
        return { line, text: shown, column: shown.startsWith(whole.slice(0, column - 1)) ? column : 1 };
    }

    #lineOf(file: string, line: number): string | undefined {
        const { text } = this.#files.get(file) ?? { text: "" };
        const starts = cached(this.#starts, file, () => startsOfLines(text));
        const start = starts[line - 1];
        return start === undefined ? undefined : text.slice(start, (starts[line] ?? text.length + 1) - 1);
    }

    /** The secrets of the whole file: those of another resource may stand in the same line. */
    #secretsOf(file: string): readonly string[] {
        return cached(this.#secrets, file, () => {
            const resources = this.#documents.get(file)?.resources ?? [];
            return [...new Set(resources.flatMap(({ facts }) => secretsOf(facts.values)))].sort(
                (a, b) => b.length - a.length,
            );
        });
    }
}

/** Where each line of a text starts: the lines themselves would take as much memory again. */
function startsOfLines(text: string): number[] {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
}

function cached<T>(known: Map<string, T>, key: string, make: () => T): T {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    known.set(key, made);
    return made;
}
