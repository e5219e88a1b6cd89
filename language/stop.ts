import { type Token, tokenAt } from "./token";

/** A bracket, template or CASE that was open where parsing stopped. */
export interface OpenBracket {
    readonly bracket: Bracket;
    /** Where it opens. */
    readonly offset: number;
}

export type Bracket = "parenthesis" | "list" | "object" | "template" | "CASE";

/** What closes each, as the grammar words what it expects. */
export const CLOSERS: Readonly<Record<Bracket, string>> = {
    parenthesis: '")"',
    list: '"]"',
    object: '"}"',
    template: '"}"',
    CASE: "END",
};

/** Where and why parsing stopped. */
export interface Stop {
    readonly text: string;
    readonly offset: number;
    readonly token: Token;
    /** The text before, without the white space behind it; at most its last 200 characters. */
    readonly before: string;
    /** The character right before; empty at the start. */
    readonly neighbour: string;
    /** What the grammar would have accepted, in its words. */
    readonly expected: ReadonlySet<string>;
    /** The brackets that were open, outermost first. */
    readonly brackets: readonly OpenBracket[];
    readonly innermost: OpenBracket | undefined;
}

export function stopAt(
    text: string,
    offset: number,
    expected: readonly string[],
    brackets: readonly OpenBracket[],
): Stop {
    return {
        text,
        offset,
        token: tokenAt(text, offset),
        before: textBefore(text, offset),
        neighbour: text.slice(Math.max(0, offset - 1), offset),
        expected: new Set(expected),
        brackets,
        innermost: brackets.at(-1),
    };
}

/** The last 200 characters before an offset, white space at their end aside. */
export function textBefore(text: string, offset: number): string {
    let end = offset;
    while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
    return text.slice(Math.max(0, end - 200), end);
}

/** True when the token is that word, in any case. */
export function isWord({ token }: Stop, ...words: string[]): boolean {
    return token.kind === "word" && words.includes(token.text.toUpperCase());
}

/** True when the text before ends with that word, in any case. */
export function isAfter({ before }: Pick<Stop, "before">, ...words: string[]): boolean {
    const last = /(?:^|[^A-Za-z0-9_])([A-Za-z_]{1,12})$/.exec(before.slice(-14))?.[1];
    return last !== undefined && words.includes(last.toUpperCase());
}
