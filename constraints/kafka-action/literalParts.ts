import { parseTemplate } from "../../language";

/** What of a text stands in it as it is, and whether there are templates beside that. */
export interface LiteralParts {
    readonly texts: readonly string[];
    readonly hasTemplates: boolean;
}

/** The literal parts of a text; none of one that cannot be parsed, which is reported by itself. */
export function literalParts(text: string): LiteralParts {
    if (!text.includes("${")) return { texts: text === "" ? [] : [text], hasTemplates: false };
    const parsed = parseTemplate(text);
    if (!parsed.ok) return { texts: [], hasTemplates: true };
    const { parts } = parsed.value;
    return {
        texts: parts.flatMap((part) => (part.kind === "text" ? [part.text] : [])),
        hasTemplates: parts.some(({ kind }) => kind !== "text"),
    };
}
