import { type Bracket, CLOSERS, isWord, type Stop } from "../stop";
import type { MistakeDescription } from "./description";

const NAMES: Readonly<Record<Bracket, string>> = {
    parenthesis: "the parenthesis that opens here",
    list: "the list that opens here",
    object: "the object that opens here",
    template: "the template that opens here",
    CASE: "the CASE that starts here",
};

const CLOSING_SIGNS: readonly string[] = [")", "]", "}"];

/** Brackets, templates and CASE: what is open is told by where it opens. */
export const BRACKET_MISTAKES: readonly MistakeDescription[] = [
    {
        mistake: "empty-template",
        matches: ({ token, innermost, text, offset }) =>
            token.text === "}" &&
            innermost?.bracket === "template" &&
            text.slice(innermost.offset + 2, offset).trim() === "",
        says: "the template is empty",
        help: "Write an expression between ${ and }, such as ${topic(2)}.",
        at: opening,
    },
    {
        mistake: "nested-template",
        matches: ({ token, brackets }) => token.text === "${" && brackets.some(({ bracket }) => bracket === "template"),
        says: "a template stands within a template",
        help: "Write the inner expression without ${ and }.",
    },
    {
        mistake: "per-element-sequence",
        matches: ({ token }) => token.text === "@{",
        says: "@{…} works in the InfluxDB action only",
        help: "Write the name of the member without @{ and }.",
    },
    {
        mistake: "unclosed-bracket",
        matches: (stop) => stop.innermost !== undefined && (stop.token.kind === "end" || endsTooEarly(stop)),
        says: ({ innermost }) => `${NAMES[innermost!.bracket]} is never closed`,
        help: ({ innermost }) => {
            const closer = CLOSERS[innermost!.bracket];
            return closer === "END" ? "Close it with END." : `Close it with ${closer.slice(1, -1)}.`;
        },
        at: opening,
    },
    {
        mistake: "unopened-bracket",
        matches: ({ token, brackets }) =>
            CLOSING_SIGNS.includes(token.text) &&
            !brackets.some(({ bracket }) => CLOSERS[bracket] === `"${token.text}"`),
        says: "nothing is open that this bracket could close",
        help: ({ innermost }) =>
            innermost && innermost.bracket !== "CASE"
                ? `Write ${CLOSERS[innermost.bracket].slice(1, -1)}, which closes what is open here.`
                : "Remove it, or write the bracket that opens.",
    },
];

function opening({ innermost }: Stop): number {
    return innermost!.offset;
}

/** The innermost bracket could be closed here, but what stands here belongs outside of it. */
function endsTooEarly(stop: Stop): boolean {
    const { token, innermost, brackets, expected } = stop;
    if (!expected.has(CLOSERS[innermost!.bracket])) return false;
    if (isWord(stop, "FROM", "WHERE", "AS", "SELECT")) return true;
    if (token.text === ";") return innermost!.bracket !== "template";
    return CLOSING_SIGNS.includes(token.text) && brackets.some(({ bracket }) => CLOSERS[bracket] === `"${token.text}"`);
}
