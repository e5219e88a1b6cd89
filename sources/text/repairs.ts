import { JsonPlaces } from "./jsonPlaces";
import { shapeOf } from "./jsonShape";
import { type Located, MAXIMUM_DEPTH, type TextProblem } from "./located";
import { withoutMark } from "./locatedJson";
import { Lines } from "./position";

/** A text that is JSON after the repairs that the founding page's example needs. */
export interface Repaired {
    readonly json: Located;
    /** What was repaired. */
    readonly notes: readonly TextProblem[];
}

/**
 * AWS's page on the Kafka action prints an example that is not quite JSON: lines break inside its strings, and its last
 * brace is missing. Exactly these two are repaired; undefined where that does not make JSON of the text. Places are
 * those of the text as it is.
 */
export function repairJson(given: string): Repaired | undefined {
    const text = withoutMark(given);
    if (shapeOf(text).depth > MAXIMUM_DEPTH) return undefined;
    const { repaired, firstBreak, breaks, open } = escapeLineBreaks(text);
    if (breaks === 0 && open !== 1) return undefined;
    let value: unknown;
    try {
        value = JSON.parse(open === 1 ? `${repaired}}` : repaired);
    } catch {
        return undefined;
    }
    const lines = new Lines(text);
    const places = new JsonPlaces(text);
    const notes: TextProblem[] = [];
    if (breaks > 0) {
        const strings = breaks === 1 ? "A line break inside a string was" : `${breaks} line breaks inside strings were`;
        notes.push({ ...lines.positionAt(firstBreak), message: `${strings} taken as a part of it.` });
    }
    if (open === 1)
        notes.push({ ...lines.positionAt(text.trimEnd().length), message: "The missing last } was supplied." });
    return { json: { value, locate: (path, inName) => places.locate(path, inName), repeated: [] }, notes };
}

interface Escaped {
    readonly repaired: string;
    readonly firstBreak: number;
    readonly breaks: number;
    /** How many objects and lists are open at the end. */
    readonly open: number;
}

function escapeLineBreaks(text: string): Escaped {
    const parts: string[] = [];
    let [copied, firstBreak, breaks, open] = [0, 0, 0, 0];
    let inString = false;
    for (let at = 0; at < text.length; at++) {
        const character = text[at]!;
        if (character === '"') inString = !inString;
        else if (inString && character === "\\") at++;
        else if (inString && (character === "\n" || character === "\r")) {
            parts.push(text.slice(copied, at), character === "\n" ? "\\n" : "\\r");
            copied = at + 1;
            if (breaks === 0) firstBreak = at;
            if (character === "\n") breaks++;
        } else if (!inString && (character === "{" || character === "[")) open++;
        else if (!inString && (character === "}" || character === "]")) open--;
    }
    parts.push(text.slice(copied));
    return { repaired: parts.join(""), firstBreak, breaks, open };
}
