import { diagnose, problem } from "./diagnose";
import type { SyntaxProblem } from "./problem";
import { Recent } from "./recent";
import type { OpenBracket } from "./stop";
import type { Node, Statement, Template } from "./tree";
import { childrenOf } from "./walk";

/** A tree, or why there is none. */
export type ParseResult<T> =
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: SyntaxProblem };

/** Brackets, CASE and templates may be nested this deep; AWS documents no limit, people write three or four. */
export const MAXIMUM_NESTING = 64;

/**
 * Nodes may be nested this deep, so that whoever walks a tree by recursion has stack enough. A row of operators nests
 * too: `a + b + c` is `(a + b) + c`.
 */
export const MAXIMUM_DEPTH = 1000;

const statements = new Recent<ParseResult<Statement>>(256, 4096);
const templates = new Recent<ParseResult<Template>>(1024, 4096);

/** Parses a statement of AWS IoT SQL. Never throws; takes time in proportion to the text. Trees are shared: read only. */
export function parseSql(text: string): ParseResult<Statement> {
    return statements.of(text, (read) => parse<Statement>(read, "Statement"));
}

/** Parses a value with substitution templates in it. Never throws; a text without `${` costs nothing. */
export function parseTemplate(text: string): ParseResult<Template> {
    if (text.includes("${")) return templates.of(text, (read) => parse<Template>(read, "Template"));
    const place = { offset: 0, end: text.length };
    const parts = text === "" ? [] : [{ kind: "text", text, ...place } as const];
    return { ok: true, value: { kind: "template", parts, ...place } };
}

interface ParserOptions {
    readonly startRule: "Statement" | "Template";
    readonly brackets: OpenBracket[];
    readonly maximumNesting: number;
    /** 1 to fail without collecting what was expected. */
    readonly peg$silentFails: 0 | 1;
}

interface GeneratedParser {
    parse(text: string, options: ParserOptions): unknown;
}

/** What the generated parser throws. `expected` is null when an action of the grammar refused the text. */
interface ParserError {
    readonly message: string;
    readonly location: { readonly start: { readonly offset: number } };
    readonly expected: readonly ({ readonly type: string } & { description?: string; text?: string })[] | null;
}

let loaded: GeneratedParser | undefined;

/** Loaded when first needed, since most programs never parse anything; and kept, since `require` takes its time. */
function generatedParser(): GeneratedParser {
    loaded ??= require("./iotSql.generated.js") as GeneratedParser;
    return loaded;
}

function parse<T extends Node>(text: string, startRule: ParserOptions["startRule"]): ParseResult<T> {
    const { parse: run } = generatedParser();
    const options = { startRule, maximumNesting: MAXIMUM_NESTING };
    let value: T;
    try {
        value = run(text, { ...options, brackets: [], peg$silentFails: 1 }) as T;
    } catch {
        // Collecting what was expected takes half of the time, so it is left to the texts that need it.
        return {
            ok: false,
            error: explain(text, (brackets) => run(text, { ...options, brackets, peg$silentFails: 0 })),
        };
    }
    const deep = firstDeeperThan(MAXIMUM_DEPTH, value, text);
    return deep ? { ok: false, error: tooDeep(text, deep.offset) } : { ok: true, value };
}

function explain(text: string, parseAgain: (brackets: OpenBracket[]) => unknown): SyntaxProblem {
    const brackets: OpenBracket[] = [];
    try {
        parseAgain(brackets);
    } catch (thrown) {
        const { expected, location } = thrown as ParserError;
        if (expected === null) return tooDeep(text, brackets.at(-1)?.offset ?? 0);
        const words = expected.map(({ description, text: literal }) => description ?? JSON.stringify(literal));
        return diagnose(text, location.start.offset, words, brackets);
    }
    throw new Error("A text cannot be parsed once and be parsed another time");
}

function tooDeep(text: string, offset: number): SyntaxProblem {
    const message = `nested more than ${MAXIMUM_NESTING} brackets or ${MAXIMUM_DEPTH} operators deep`;
    const help = "Split the expression: SET variables, several rules, or a list with IN instead of many OR.";
    return problem(text, offset, { mistake: "too-deep", message, safeMessage: message, help });
}

/** The first node that is nested deeper. A level takes two characters of text at least, so a short text has none. */
function firstDeeperThan(limit: number, tree: Node, text: string): Node | undefined {
    if (text.length < 2 * limit) return undefined;
    let level: Node[] = [tree];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > limit) return level[0];
        const next: Node[] = [];
        for (const node of level) for (const child of childrenOf(node)) next.push(child);
        level = next;
    }
    return undefined;
}
