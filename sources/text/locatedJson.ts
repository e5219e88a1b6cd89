/** A place in a text: line and column from 1. */
export interface Position {
    readonly line: number;
    readonly column: number;
}

export interface JsonProblem extends Position {
    /** A sentence. */
    readonly message: string;
}

/** A JSON text with the places of its parts. */
export interface LocatedJson {
    readonly value: unknown;
    /** Where the value at a path stands, or, `inName`, the name before it; where that is missing, what encloses it. */
    locate(path: readonly (string | number)[], inName?: boolean): Position;
    /** Names that an object has twice, of which JSON readers silently drop the first. */
    readonly repeated: readonly JsonProblem[];
}

interface Node {
    readonly value: unknown;
    readonly offset: number;
    /** By name or position. */
    readonly parts?: ReadonlyMap<string | number, { readonly nameOffset: number; readonly node: Node }>;
}

/** Deeper nesting is refused rather than followed until the stack is full. */
const MAXIMUM_DEPTH = 200;

/** Reads a JSON text. A mistake in it is returned, never thrown. */
export function readLocatedJson(text: string): { ok: true; json: LocatedJson } | { ok: false; problem: JsonProblem } {
    const reader = new Reader(text);
    try {
        const root = reader.document();
        const locate = (path: readonly (string | number)[], inName = false) =>
            positionAt(text, offsetOf(root, path, inName));
        return { ok: true, json: { value: root.value, locate, repeated: reader.repeated } };
    } catch (error) {
        if (error instanceof NotJson) return { ok: false, problem: error.problem };
        throw error;
    }
}

class NotJson extends Error {
    constructor(readonly problem: JsonProblem) {
        super(problem.message);
    }
}

class Reader {
    readonly repeated: JsonProblem[] = [];
    #at: number;

    constructor(readonly text: string) {
        this.#at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    document(): Node {
        const root = this.#value(0);
        if (this.#peek() !== "") this.#fail("the end of the file");
        return root;
    }

    #value(depth: number): Node {
        const start = this.#peek();
        const offset = this.#at;
        if (depth > MAXIMUM_DEPTH) this.#fail(`at most ${MAXIMUM_DEPTH} levels of nesting`);
        if (start === "{") return this.#object(depth);
        if (start === "[") return this.#list(depth);
        if (start === '"') return { value: this.#string(), offset };
        const word = this.#match(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
        if (word === undefined) this.#fail("a value");
        return { value: JSON.parse(word), offset };
    }

    #object(depth: number): Node {
        const offset = this.#at++;
        const parts = new Map<string, { nameOffset: number; node: Node }>();
        for (let isFirst = true; this.#goesOn("}", isFirst); isFirst = false) {
            if (this.#peek() !== '"') this.#fail(isFirst ? "a name in double quotes or }" : "a name in double quotes");
            const nameOffset = this.#at;
            const name = this.#string();
            if (parts.has(name))
                this.repeated.push(this.#problem(`${JSON.stringify(name)} is given twice.`, nameOffset));
            if (this.#peek() !== ":") this.#fail("a colon");
            this.#at++;
            parts.set(name, { nameOffset, node: this.#value(depth + 1) });
        }
        return { value: Object.fromEntries([...parts].map(([name, { node }]) => [name, node.value])), offset, parts };
    }

    #list(depth: number): Node {
        const offset = this.#at++;
        const nodes: Node[] = [];
        for (let isFirst = true; this.#goesOn("]", isFirst); isFirst = false) nodes.push(this.#value(depth + 1));
        const parts = new Map(nodes.map((node, index) => [index, { nameOffset: node.offset, node }]));
        return { value: nodes.map(({ value }) => value), offset, parts };
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
            if (character === '"') return JSON.parse(this.text.slice(start, this.#at));
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

    #problem(message: string, offset: number): JsonProblem {
        return { message, ...positionAt(this.text, offset) };
    }
}

function offsetOf(root: Node, path: readonly (string | number)[], inName: boolean): number {
    let node = root;
    for (const [index, segment] of path.entries()) {
        const part = node.parts?.get(segment);
        if (!part) return node.offset;
        if (inName && index === path.length - 1) return part.nameOffset;
        node = part.node;
    }
    return node.offset;
}

function positionAt(text: string, offset: number): Position {
    const before = text.slice(text.startsWith("\uFEFF") ? 1 : 0, offset);
    return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}
