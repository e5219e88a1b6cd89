import { nearest } from "../nearest";
import { isAfter, isWord, type Stop } from "../stop";
import type { MistakeDescription } from "./description";

const TOPIC_FILTER = "a topic filter in single quotes";

/** Words that the grammar calls "an operator", as it does all that may follow an expression. */
const OPERATOR_WORDS = ["AND", "OR", "IN", "NOT"];

/** What SQL has elsewhere, by the word with which it starts. */
const ELSEWHERE = ["GROUP", "ORDER", "HAVING", "LIMIT", "JOIN", "INNER", "LEFT", "OUTER", "UNION", "WITH", "OFFSET"];

/** The clauses of a statement: their order, their key words, and what must stand in them. */
export const CLAUSE_MISTAKES: readonly MistakeDescription[] = [
    {
        mistake: "trailing-comma",
        matches: (stop) => stop.before.endsWith(",") && endsItems(stop),
        says: "nothing follows the comma before this",
        help: "Remove the comma, or write what was to follow it.",
    },
    {
        mistake: "topic-filter",
        matches: ({ token, expected }) => expected.has(TOPIC_FILTER) && token.kind === "text",
        says: "the topic filter is in double quotes",
        help: "Write the topic filter in single quotes: FROM 'devices/+/telemetry'.",
    },
    {
        mistake: "topic-filter",
        matches: ({ expected }) => expected.has(TOPIC_FILTER),
        help: "Write the topic filter in single quotes: FROM 'devices/+/telemetry'.",
    },
    {
        mistake: "topic-filter",
        matches: (stop) =>
            stop.before.endsWith("'") && endsClause(stop) && (stop.token.text === "," || isWord(stop, "AS")),
        help: "FROM has one topic filter without an alias; write + and # in it, or several rules.",
    },
    {
        mistake: "nested-select",
        matches: ({ expected }) => expected.has("a list to select from"),
        help: "A nested SELECT reads from a list of the message: (SELECT VALUE v FROM readings).",
    },
    {
        mistake: "nested-select",
        matches: ({ expected }) => expected.has("a nested SELECT in parentheses"),
        help: "Write EXISTS (SELECT * FROM readings WHERE v > 1).",
    },
    {
        mistake: "nested-select",
        matches: (stop) => isWord(stop, "SELECT") && stop.expected.has("an expression"),
        help: "Write a nested SELECT in parentheses: (SELECT VALUE v FROM readings).",
    },
    {
        mistake: "semicolon",
        matches: ({ token }) => token.text === ";",
        says: "a semicolon stands here, and neither a statement nor an expression ends with one",
        help: "Remove the semicolon; a rule has one statement.",
    },
    {
        mistake: "second-statement",
        matches: (stop) => isWord(stop, "SELECT") && stop.before !== "" && !stop.expected.has("SELECT"),
        says: "a second SELECT starts here, and a rule has one statement",
        help: "Write a rule for each statement, or a nested SELECT in parentheses.",
    },
    {
        mistake: "set-clause",
        matches: (stop) => isWord(stop, "SET") && stop.before !== "",
        says: "a SET clause stands here",
        help: "Write one SET clause before SELECT, its assignments separated by commas: SET @a = 1, @b = 2 SELECT …",
    },
    {
        mistake: "set-variable",
        matches: ({ expected }) => expected.has("a variable that starts with @"),
        help: "Name a variable with @, letters, digits and underscores: SET @name = topic(2).",
    },
    {
        mistake: "unsupported-clause",
        matches: (stop) => isWord(stop, ...ELSEWHERE) && (stop.expected.has("the end") || stop.expected.has("SELECT")),
        says: "AWS IoT SQL has no such clause",
        help: "A statement sees one message at a time: [SET …] SELECT … [FROM '…'] [WHERE …].",
    },
    {
        mistake: "unsupported-clause",
        matches: (stop) => isAfter(stop, "DISTINCT") && stop.expected.has("FROM"),
        says: "AWS IoT SQL has no DISTINCT",
        help: "A statement sees one message at a time; remove DISTINCT.",
    },
    {
        mistake: "misspelt-word",
        matches: (stop) => wordMeant(stop) !== undefined,
        help: (stop) => `Did you mean ${wordMeant(stop)}?`,
    },
    {
        mistake: "select-missing",
        matches: ({ expected }) => expected.has("SELECT"),
        help: "Start the statement with SELECT: SELECT * FROM 'devices/+/telemetry'.",
    },
    {
        mistake: "other",
        matches: (stop) => isWord(stop, "FROM") && isAfter(stop, "SELECT", "VALUE"),
        help: "Write what to select: * for the whole message, or expressions separated by commas.",
    },
];

const KEY_WORDS = ["AND", "AS", "CASE", "ELSE", "END", "EXISTS", "FALSE", "FROM", "IN", "NOT", "NULL", "OR"].concat([
    "SELECT",
    "SET",
    "THEN",
    "TRUE",
    "WHEN",
    "WHERE",
]);

/** The key word that a misspelt word at a place was meant to be, among those that could stand there. */
function wordMeant({ token, expected }: Stop): string | undefined {
    if (token.kind !== "word" || KEY_WORDS.includes(token.text.toUpperCase())) return undefined;
    const keyWords = [...expected].filter((word) => /^[A-Z]+$/.test(word) && word !== "VALUE");
    return nearest(token.text, expected.has("an operator") ? [...keyWords, ...OPERATOR_WORDS] : keyWords);
}

/** True behind the topic filter, where no operator could follow. */
function endsClause({ expected }: Stop): boolean {
    return expected.has("WHERE") && !expected.has('","') && !expected.has("an operator");
}

function endsItems(stop: Stop): boolean {
    return (
        stop.token.kind === "end" ||
        [")", "]", "}", ","].includes(stop.token.text) ||
        isWord(stop, "FROM", "WHERE", "SELECT", "AS")
    );
}
