import { type Document, type Node, parseDocument } from "yaml";
import type { Path } from "../../constraints/core/path";
import { offsetInYaml } from "./yamlPlaces";
import { readYamlValue, type YamlProblem, YamlRefusal } from "./yamlValue";

export const TOO_DEEP = "This is nested too deep to be read.";

/** A text, or a part of one, read: its values, and where they stand. */
export class YamlPiece {
    readonly value: unknown;
    /** Names that are given twice. */
    readonly repeated: readonly YamlProblem[];
    readonly #document: Document;

    /** @throws YamlRefusal where the text is no YAML, or more of it than is read */
    constructor(
        text: string,
        /** Where the part starts in the whole. */
        readonly start = 0,
    ) {
        this.#document = parse(text, start);
        const { value, repeated } = readYamlValue(this.#root, this.#document);
        this.value = value;
        this.repeated = repeated.map(({ offset, message }) => ({ offset: offset + start, message }));
    }

    /** Where a value, or the name before it, stands in the whole. */
    offsetOf(path: Path, inName = false): number {
        return offsetInYaml(this.#root, this.#document, path, inName) + this.start;
    }

    get #root(): Node | null {
        return this.#document.contents as Node | null;
    }
}

function parse(text: string, start: number): Document {
    const document = parsed(text);
    if (document === undefined) throw new YamlRefusal(start, TOO_DEEP);
    const [error] = document.errors;
    if (error !== undefined) throw new YamlRefusal(error.pos[0] + start, sentenceOf(error));
    return document;
}

function parsed(text: string): Document | undefined {
    try {
        return parseDocument(text, {
            schema: "core",
            // Found by ourselves: the library compares every pair of names.
            uniqueKeys: false,
            prettyErrors: false,
            logLevel: "error",
        });
    } catch (error) {
        if (error instanceof RangeError) return undefined;
        throw error;
    }
}

function sentenceOf({ code, message }: { readonly code: string; readonly message: string }): string {
    if (message.includes("call stack")) return TOO_DEEP;
    if (code === "MULTIPLE_DOCS") return "This is a second document; only files of one are read.";
    const [first = ""] = message.split("\n");
    const sentence = `${first.charAt(0).toLowerCase()}${first.slice(1, 250).replace(/[.:]?\s*$/, "")}`;
    return `This is no YAML: ${sentence}.`;
}
