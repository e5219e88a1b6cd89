import { JsonPlaces } from "./jsonPlaces";
import { namesIn, shapeOf } from "./jsonShape";
import { type Located, MAXIMUM_DEPTH, type TextProblem } from "./located";
import { Lines } from "./position";

/** A JSON text with the places of its parts, or what is wrong with it. */
export type ReadJson =
    | { readonly ok: true; readonly json: Located }
    | { readonly ok: false; readonly problem: TextProblem };

/** Reads a JSON text. A mistake in it is returned, never thrown. */
export function readLocatedJson(given: string): ReadJson {
    const text = withoutMark(given);
    const { depth, deepest, names } = shapeOf(text);
    if (depth > MAXIMUM_DEPTH) return { ok: false, problem: findProblem(text) ?? tooDeep(text, deepest) };
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        return { ok: false, problem: findProblem(text) ?? { line: 1, column: 1, message: "This is no JSON." } };
    }
    const places = new JsonPlaces(text);
    const repeated = namesIn(value) === names ? [] : findRepeated(text);
    return { ok: true, json: { value, locate: (path, inName) => places.locate(path, inName), repeated } };
}

/** A text without the mark that some editors put before it. */
export function withoutMark(text: string): string {
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function tooDeep(text: string, offset: number): TextProblem {
    return { ...new Lines(text).positionAt(offset), message: `This is nested deeper than ${MAXIMUM_DEPTH} levels.` };
}

/** The first mistake in a text that is no JSON. */
function findProblem(text: string): TextProblem | undefined {
    try {
        new Checker(text).check();
        return undefined;
    } catch (error) {
        if (error instanceof NotJson) return error.problem;
        throw error;
    }
}

/** The names that an object of a JSON text has twice. */
function findRepeated(text: string): readonly TextProblem[] {
    const checker = new Checker(text);
    checker.check();
    return checker.repeated;
}

class NotJson extends Error {
    constructor(readonly problem: TextProblem) {
        super(problem.message);
    }
}

const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Goes through a text by the grammar of JSON, more slowly than JSON.parse, and says what it did not expect and where. */
class Checker {
    readonly repeated: TextProblem[] = [];
    readonly #lines: Lines;
    #at = 0;

    constructor(readonly text: string) {
        this.#lines = new Lines(text);
    }

    check(): void {
        this.#value(0);
        if (this.#peek() !== "") this.#fail("the end of the file");
    }

    #value(depth: number): void {
        const start = this.#peek();
        if (depth > MAXIMUM_DEPTH) this.#fail(`at most ${MAXIMUM_DEPTH} levels of nesting`);
        if (start === "{") this.#object(depth);
        else if (start === "[") this.#list(depth);
        else if (start === '"') this.#string();
        else if (this.#match(WORD) === undefined) this.#fail("a value");
    }

    #object(depth: number): void {
        this.#at++;
        const names = new Set<string>();
        for (let isFirst = true; this.#goesOn("}", isFirst); isFirst = false) {
            if (this.#peek() !== '"') this.#fail(isFirst ? "a name in double quotes or }" : "a name in double quotes");
            const offset = this.#at;
            const name = this.#string();
            if (names.has(name)) this.repeated.push(this.#problem(`${JSON.stringify(name)} is given twice.`, offset));
            names.add(name);
            if (this.#peek() !== ":") this.#fail("a colon");
            this.#at++;
            this.#value(depth + 1);
        }
    }

    #list(depth: number): void {
        this.#at++;
        for (let isFirst = true; this.#goesOn("]", isFirst); isFirst = false) this.#value(depth + 1);
    }

    /** Steps over the comma before the next part, or over the end. */
    #goesOn(end: string, isFirst: boolean): boolean {
        const next = this.#peek();
        if (next === end) {
            this.#at++;
            return false;
        }
        if (isFirst) return true;
        if (next !== ",") this.#fail(`a comma or ${end}`);
        this.#at++;
        return true;
    }

    #string(): string {
        const start = this.#at++;
        for (;;) {
            const character = this.text[this.#at];
            if (character === undefined || character < " ") this.#fail("a closing double quote on the same line");
            if (character === "\\" && !this.#match(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y)) {
                this.#fail('an escape such as \\n, \\" or \\u0041');
            }
            if (character !== "\\") this.#at++;
            if (character === '"') return JSON.parse(this.text.slice(start, this.#at)) as string;
        }
    }

    /** The next character after white space, "" at the end. */
    #peek(): string {
        this.#match(/[ \t\r\n]*/y);
        return this.text[this.#at] ?? "";
    }

    #match(pattern: RegExp): string | undefined {
        pattern.lastIndex = this.#at;
        const found = pattern.exec(this.text)?.[0];
        this.#at += found?.length ?? 0;
        return found;
    }

    #fail(expected: string): never {
        const found = this.text[this.#at];
        const what = found === undefined ? "the end of the file" : JSON.stringify(found);
        throw new NotJson(this.#problem(`This is no JSON: expected ${expected}, found ${what}.`, this.#at));
    }

    #problem(message: string, offset: number): TextProblem {
        return { message, ...this.#lines.positionAt(offset) };
    }
}
