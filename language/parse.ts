import type { Statement, Template } from "./tree";

/** Why a text cannot be parsed, and where. */
export interface SyntaxProblem {
    /** What was found and what was expected. It may show a few characters of the text. */
    readonly message: string;
    /** The same without any character of the text, for texts that may hold a secret. */
    readonly safeMessage: string;
    /** First character concerned, in UTF-16 units. */
    readonly offset: number;
    /** Line of that character, from 1. */
    readonly line: number;
    /** Column of that character, from 1. */
    readonly column: number;
}

export type ParseResult<T> =
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: SyntaxProblem };

/** Brackets, CASE and templates may be nested this deep; AWS documents no limit, people write three or four. */
export const MAXIMUM_NESTING = 64;

interface Bracket {
    readonly bracket: string;
    readonly offset: number;
}

interface GeneratedParser {
    parse(text: string, options: { startRule: string; brackets: Bracket[]; maximumNesting: number }): unknown;
}

interface PeggyError {
    readonly message: string;
    readonly location?: { readonly start: { readonly offset: number; readonly line: number; readonly column: number } };
    readonly expected?: readonly { readonly type: string; readonly description?: string; readonly text?: string }[] | null;
    readonly found?: string | null;
}

/** Parses a statement of AWS IoT SQL. Never throws. */
export function parseSql(text: string): ParseResult<Statement> {
    return parse(text, "Statement") as ParseResult<Statement>;
}

/** Parses a value with substitution templates in it. Never throws. */
export function parseTemplate(text: string): ParseResult<Template> {
    if (!text.includes("${")) {
        const place = { offset: 0, end: text.length };
        const parts = text === "" ? [] : [{ kind: "text" as const, text, ...place }];
        return { ok: true, value: { kind: "template", parts, ...place } };
    }
    return parse(text, "Template") as ParseResult<Template>;
}

function parse(text: string, startRule: string): ParseResult<unknown> {
    const brackets: Bracket[] = [];
    try {
        const parser = require("./iotSql.generated.js") as GeneratedParser;
        return { ok: true, value: parser.parse(text, { startRule, brackets, maximumNesting: MAXIMUM_NESTING }) };
    } catch (error) {
        return { ok: false, error: problemOf(error as PeggyError) };
    }
}

function problemOf(error: PeggyError): SyntaxProblem {
    const start = error.location?.start ?? { offset: 0, line: 1, column: 1 };
    if (!error.expected) return { message: error.message, safeMessage: error.message, ...start };
    const words = [...new Set(error.expected.map(({ description, text }) => description ?? JSON.stringify(text)))].sort();
    const wanted = words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1)}` : (words[0] ?? "nothing");
    const found = error.found === null || error.found === undefined ? "the end" : JSON.stringify(error.found);
    return {
        message: `expected ${wanted}, found ${found}`,
        safeMessage: `expected ${wanted}`,
        offset: start.offset,
        line: start.line,
        column: start.column,
    };
}
