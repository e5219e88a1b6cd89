/** What stands at a place where parsing stopped. */
export interface Token {
    readonly kind: "word" | "variable" | "number" | "text" | "unclosedText" | "sign" | "end";
    readonly text: string;
}

const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const VARIABLE = /@[A-Za-z0-9_]+/y;
const NUMBER = /[0-9][A-Za-z0-9_]*(?:\.[0-9][A-Za-z0-9_]*)?/y;

/** Signs of several characters: those of the language, and those that people bring from other languages. */
const SIGNS = ["${", "@{", "--", "/*", "//", "<>", "<=", ">=", "==", "!=", "=>", "=<", "&&", "||", "**", "::", ":="];

/** The token that starts at an offset. */
export function tokenAt(text: string, offset: number): Token {
    if (offset >= text.length) return { kind: "end", text: "" };
    const first = text[offset]!;
    if (first === "'" || first === '"') return quotedAt(text, offset, first);
    const word = matchAt(WORD, text, offset);
    if (word !== undefined) return { kind: "word", text: word };
    const number = matchAt(NUMBER, text, offset);
    if (number !== undefined) return { kind: "number", text: number };
    const variable = matchAt(VARIABLE, text, offset);
    if (variable !== undefined) return { kind: "variable", text: variable };
    const sign = SIGNS.find((candidate) => text.startsWith(candidate, offset));
    return { kind: "sign", text: sign ?? String.fromCodePoint(text.codePointAt(offset)!) };
}

/** A token as a message shows it: shortened, control characters escaped. */
export function showToken({ kind, text }: Token): string {
    if (kind === "end") return "the end";
    const short = text.length > 24 ? `${text.slice(0, 20)}…` : text;
    const escaped = JSON.stringify(short);
    return kind === "text" || kind === "unclosedText"
        ? `the text ${escaped.slice(1, -1).replaceAll('\\"', '"')}`
        : escaped;
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
}

function quotedAt(text: string, offset: number, quote: string): Token {
    let close = text.indexOf(quote, offset + 1);
    while (close >= 0 && text[close + 1] === quote) close = text.indexOf(quote, close + 2);
    return close < 0
        ? { kind: "unclosedText", text: text.slice(offset) }
        : { kind: "text", text: text.slice(offset, close + 1) };
}
