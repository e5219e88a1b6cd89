import { type Document, type Node, parseDocument } from "yaml";
import type { Located, TextProblem } from "./located";
import { withoutMark } from "./locatedJson";
import { Lines } from "./position";
import { tooDeepInYaml } from "./yamlDepth";
import { offsetInYaml } from "./yamlPlaces";
import { readYamlValue, YamlRefusal } from "./yamlValue";

/** A YAML text with the places of its parts, or what is wrong with it. */
export type ReadYaml =
    | { readonly ok: true; readonly yaml: Located }
    | { readonly ok: false; readonly problem: TextProblem };

const TOO_DEEP = "This is nested too deep to be read.";

/**
 * Reads a YAML text with the short forms of CloudFormation (`!Ref`, `!Sub`) as their long ones. A mistake in it is
 * returned, never thrown. Names that are given twice are told; the last counts, as in JSON.
 */
export function readLocatedYaml(given: string): ReadYaml {
    const text = withoutMark(given);
    const lines = new Lines(text);
    const refused = (offset: number, message: string): ReadYaml => {
        return { ok: false, problem: { ...lines.positionAt(offset), message } };
    };
    const deep = tooDeepInYaml(text);
    if (deep !== undefined) return refused(deep, TOO_DEEP);
    const document = parse(text);
    if (document === undefined) return refused(0, TOO_DEEP);
    const [error] = document.errors;
    if (error !== undefined) return refused(error.pos[0], sentenceOf(error));
    try {
        const root = document.contents as Node | null;
        const { value, repeated } = readYamlValue(root, document);
        return {
            ok: true,
            yaml: {
                value,
                locate: (path, inName) => lines.positionAt(offsetInYaml(root, document, path, inName)),
                repeated: repeated.map(({ offset, message }) => ({ message, ...lines.positionAt(offset) })),
            },
        };
    } catch (problem) {
        if (problem instanceof YamlRefusal) return refused(problem.offset, problem.message);
        throw problem;
    }
}

function parse(text: string): Document | undefined {
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
    return `This is no YAML: ${first.charAt(0).toLowerCase()}${first.slice(1).replace(/[.:]?\s*$/, "")}.`;
}
