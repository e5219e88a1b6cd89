import type { Path } from "../../constraints/core/path";
import { Lines, type Position } from "./position";

interface Part {
    readonly nameOffset: number;
    readonly node: Node;
}

/** A value of the text; its parts are looked up when one of them is asked for. */
interface Node {
    readonly offset: number;
    parts?: ReadonlyMap<string | number, Part>;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Where the values of a JSON text stand. The text must be JSON, but may have line breaks in its strings, and may end
 * too early. Only what is asked for is looked through, each level of it once, so that many questions about a large
 * text take about as long as one.
 */
export class JsonPlaces {
    readonly #lines: Lines;
    readonly #root: Node;

    constructor(readonly text: string) {
        this.#lines = new Lines(text);
        this.#root = { offset: this.#skipSpace(0) };
    }

    /** Where the value at a path stands, or, `inName`, the name before it; where that is missing, what encloses it. */
    locate(path: Path, inName = false): Position {
        let node = this.#root;
        for (const [index, segment] of path.entries()) {
            node.parts ??= this.#partsOf(node);
            const part = node.parts.get(segment);
            if (part === undefined) break;
            if (inName && index === path.length - 1) return this.#lines.positionAt(part.nameOffset);
            node = part.node;
        }
        return this.#lines.positionAt(node.offset);
    }

    #partsOf({ offset }: Node): ReadonlyMap<string | number, Part> {
        const opening = this.text.charCodeAt(offset);
        const isObject = opening === OPEN_OBJECT;
        const parts = new Map<string | number, Part>();
        if (!isObject && opening !== OPEN_LIST) return parts;
        for (let at = this.#skipSpace(offset + 1); at < this.text.length; ) {
            const code = this.text.charCodeAt(at);
            if (code === CLOSE_OBJECT || code === CLOSE_LIST) break;
            if (code === COMMA) {
                at = this.#skipSpace(at + 1);
                continue;
            }
            const nameOffset = at;
            let name: string | number = parts.size;
            if (isObject) {
                const end = this.#skipString(at);
                name = unquoted(this.text.slice(at, end));
                at = this.#skipSpace(end);
                at = this.#skipSpace(this.text.charCodeAt(at) === COLON ? at + 1 : at);
            }
            parts.set(name, { nameOffset, node: { offset: at } });
            at = this.#skipSpace(this.#skipValue(at));
        }
        return parts;
    }

    #skipSpace(from: number): number {
        let at = from;
        for (let code = this.text.charCodeAt(at); code <= 0x20; code = this.text.charCodeAt(++at));
        return at;
    }

    /** The offset after the string that starts at `from`. */
    #skipString(from: number): number {
        const { text } = this;
        for (let at = from + 1; ; ) {
            const end = text.indexOf('"', at);
            if (end < 0) return text.length;
            let escapes = 0;
            while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
            if (escapes % 2 === 0) return end + 1;
            at = end + 1;
        }
    }

    /** The offset after the value that starts at `from`. */
    #skipValue(from: number): number {
        const { text } = this;
        let depth = 0;
        for (let at = from; at < text.length; ) {
            const code = text.charCodeAt(at);
            if (code === QUOTE) {
                at = this.#skipString(at);
                if (depth === 0) return at;
                continue;
            }
            if (code === OPEN_OBJECT || code === OPEN_LIST) depth++;
            else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
                if (depth === 0) return at;
                if (--depth === 0) return at + 1;
            } else if (depth === 0 && (code === COMMA || code <= 0x20)) return Math.max(at, from + 1);
            at++;
        }
        return text.length;
    }
}

/** A quoted name as JSON reads it. */
function unquoted(quoted: string): string {
    if (!quoted.includes("\\")) return quoted.slice(1, -1);
    try {
        return JSON.parse(quoted.replaceAll("\n", "\\n").replaceAll("\r", "\\r")) as string;
    } catch {
        return quoted.slice(1, -1);
    }
}
