import { isAfter, isWord, type Stop, textBefore } from "../stop";
import type { MistakeDescription } from "./description";

/** Operators of other languages, and what stands for them here. */
const OPERATORS: Readonly<Record<string, string>> = {
    "==": "Write a comparison with one equal sign: a = b.",
    "!=": "Write <> for unequal: a <> b.",
    "!": "Write NOT, or <> for unequal.",
    "&&": "Write AND.",
    "||": "Write OR; texts are joined by + or concat().",
    "=>": "Write >= for greater or equal.",
    "=<": "Write <= for less or equal.",
    "**": "Write power(a, b).",
    "^": "Write power(a, b), or bitxor(a, b).",
    "&": "Write AND, or bitand(a, b).",
    "|": "Write OR, or bitor(a, b); texts are joined by + or concat().",
    "::": "Write cast(a AS Int).",
    "?": "Write CASE a > 1 WHEN TRUE THEN 'yes' ELSE 'no' END.",
};

const OPERATOR_WORDS: Readonly<Record<string, string>> = {
    LIKE: "Write startswith(a, 'x'), endswith(a, 'x') or regexp_matches(a, '^x.*').",
    BETWEEN: "Write a >= 1 AND a <= 9.",
    IS: "Write isNull(a) or isUndefined(a).",
    MOD: "Write a % b or mod(a, b).",
    DIV: "Write a / b; whole numbers give a whole number.",
};

const GET =
    'Names have letters, digits and underscores only; read any other with get(object, "name") or get(*, "name").';

/** Operators, names and lists within a clause. */
export const EXPRESSION_MISTAKES: readonly MistakeDescription[] = [
    {
        mistake: "operator",
        matches: ({ token }) => token.kind === "sign" && Object.hasOwn(OPERATORS, token.text),
        help: ({ token }) => OPERATORS[token.text]!,
    },
    {
        mistake: "operator",
        matches: ({ token, expected }) =>
            expected.has("an operator") && Object.hasOwn(OPERATOR_WORDS, token.text.toUpperCase()),
        help: ({ token }) => OPERATOR_WORDS[token.text.toUpperCase()]!,
    },
    {
        mistake: "case",
        matches: (stop) => isWord(stop, "WHEN") && isAfter(stop, "CASE"),
        help: "A CASE compares one value: CASE color WHEN 'red' THEN 1 END, or CASE a > 1 WHEN TRUE THEN 'high' ELSE 'low' END.",
    },
    {
        mistake: "case",
        matches: (stop) => stop.expected.has("WHEN") && isWord(stop, "END", "ELSE", "THEN"),
        help: "Give the CASE at least one WHEN … THEN …: CASE color WHEN 'green' THEN 1 ELSE 0 END.",
    },
    {
        mistake: "operator",
        matches: ({ token, innermost, text }) =>
            token.text === "," &&
            innermost?.bracket === "parenthesis" &&
            isAfter({ before: textBefore(text, innermost.offset) }, "IN"),
        help: "Write a list in brackets: color IN ['red', 'green'].",
    },
    {
        mistake: "name",
        matches: ({ token, expected }) => token.text === "[" && expected.has("an operator"),
        help: "Read an element of a list with get(list, 0).",
    },
    {
        mistake: "name",
        matches: (stop) => stop.before.endsWith(".") && stop.expected.has("a name"),
        help: GET,
    },
    {
        mistake: "name",
        matches: ({ token }) => token.kind === "number" && /^[0-9]+[A-Za-z_]/.test(token.text),
        help: GET,
    },
    {
        mistake: "alias",
        matches: ({ token, expected }) => expected.has("an alias") && token.kind === "text",
        says: "the alias is in quotes",
        help: "Write the alias without quotes: letters, digits, underscores, and dots for nested objects.",
    },
    {
        mistake: "alias",
        matches: ({ before, expected, token }) =>
            expected.has("an alias") || (token.kind === "sign" && /\bAS\s{1,99}[A-Za-z0-9_.]{1,99}$/i.test(before)),
        help: "An alias has letters, digits and underscores, is no key word, and has dots for nested objects.",
    },
    {
        mistake: "name",
        matches: ({ token, neighbour, expected }) =>
            /^[$#:~\\\u0080-\u{10ffff}]$/u.test(token.text) &&
            (/[A-Za-z0-9_]/.test(neighbour) || expected.has("an expression")),
        help: GET,
    },
    {
        mistake: "set-variable",
        matches: ({ token, expected }) => token.text === "@" && expected.has("an expression"),
        help: "Name the variable: @, then letters, digits and underscores.",
    },
    {
        mistake: "number",
        matches: ({ token, before, expected }) =>
            token.text === "." && (expected.has("an expression") || /(?:^|[^A-Za-z0-9_.])[0-9]{1,40}$/.test(before)),
        help: "Write digits on both sides of the decimal point: 0.5.",
    },
    {
        mistake: "cast",
        matches: ({ token, expected }) => [",", ")"].includes(token.text) && expected.has("AS"),
        help: "Write cast(value AS Int).",
    },
    {
        mistake: "object-key",
        matches: ({ expected }) => expected.has('":"'),
        help: "Write a colon between a key and its value: {'id': topic(2)}.",
    },
    {
        mistake: "object-key",
        matches: ({ expected }) => expected.has("a key in quotes"),
        help: "Write the keys of an object in quotes: {'id': topic(2)}.",
    },
    {
        mistake: "name",
        matches: ({ token, before }) => token.text === "." && /['"]$/.test(before),
        says: "a member of a text",
        help: "A text in quotes is no name: write names without quotes.",
    },
    {
        mistake: "missing-comma",
        matches: startsAnItem,
        help: "Put a comma between two items, and AS before a name; a field whose name has blanks cannot be named.",
    },
];

function startsAnItem({ token, expected }: Stop): boolean {
    if (!expected.has('","')) return false;
    return token.kind === "sign" ? ["(", "{", "${"].includes(token.text) : token.kind !== "end";
}
