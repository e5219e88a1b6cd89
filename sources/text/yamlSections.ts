/** A run of members of one mapping in a block-style text, that can be read by itself. */
export interface YamlSection {
    readonly from: number;
    readonly to: number;
}

/** A text whose large mapping is cut into sections; `rest` is the text without them. */
export interface CutYaml {
    /** The name of the mapping at the top of the document. */
    readonly name: string;
    readonly sections: readonly YamlSection[];
    readonly rest: string;
    /** Where they were, in the text. */
    readonly hole: YamlSection;
}

/** Smaller texts are read in one piece. In characters. */
const WORTH_CUTTING = 500_000;
const SECTION_LENGTH = 8_000;

/**
 * Cuts the resources of a large template into sections: read as a whole its tree needs some fifty times the memory of
 * its text. Undefined where the text is small, or where one part of it may speak of another.
 */
export function cutYaml(text: string): CutYaml | undefined {
    if (text.length < WORTH_CUTTING || /(^|[\s[{,:-])[&*][A-Za-z0-9_]/.test(text) || /^(---|\.\.\.|%)/m.test(text))
        return undefined;
    const head = /^Resources:[ \t]*\r?\n/m.exec(text);
    if (head === null) return undefined;
    const start = head.index + head[0].length;
    const indent = /^(?:[ \t]*(?:#[^\n]*)?\n)*( +)/.exec(text.slice(start, start + 10_000))?.[1]?.length;
    if (indent === undefined) return undefined;
    const sections: YamlSection[] = [];
    let [from, at] = [start, start];
    while (at < text.length) {
        const newline = text.indexOf("\n", at);
        const next = newline < 0 ? text.length : newline + 1;
        const depth = indentAt(text, at);
        if (depth !== undefined && depth < indent) break;
        if (depth === indent && at - from >= SECTION_LENGTH) {
            sections.push({ from, to: at });
            from = at;
        }
        at = next;
    }
    if (at > from) sections.push({ from, to: at });
    const rest = text.slice(0, start) + text.slice(at);
    return { name: "Resources", sections, rest, hole: { from: start, to: at } };
}

/** The column of the first character of a line; undefined for an empty line or a comment. */
function indentAt(text: string, from: number): number | undefined {
    let at = from;
    while (text.charCodeAt(at) === 0x20) at++;
    const code = text.charCodeAt(at);
    const isNothing = Number.isNaN(code) || code === 0x0a || code === 0x0d || code === 0x23;
    return isNothing ? undefined : at - from;
}
