import type { MistakeDescription } from "./description";

/** Quotes and comments: what swallows the text behind it, so it is looked for first. */
export const TEXT_MISTAKES: readonly MistakeDescription[] = [
    {
        mistake: "empty-statement",
        matches: ({ token, before, expected }) => token.kind === "end" && before === "" && expected.has("SELECT"),
        says: "the statement is empty",
        help: "Write a statement: SELECT * FROM 'devices/+/telemetry'.",
    },
    {
        mistake: "comment",
        matches: ({ token }) => ["--", "/*", "//"].includes(token.text),
        says: "a comment starts here, and AWS IoT SQL has none",
        help: "Remove the comment; write a subtraction of a negative number as a - (-b).",
    },
    {
        mistake: "quote-in-text",
        matches: ({ token, neighbour }) =>
            (neighbour === "'" || neighbour === '"') && ["word", "number", "unclosedText"].includes(token.kind),
        says: "the text in quotes ends right before this",
        help: "If that quote belongs to the text, write it twice: 'it''s'. If not, look for a missing quote further ahead.",
    },
    {
        mistake: "unclosed-text",
        matches: ({ token }) => token.kind === "unclosedText",
        says: "the text in quotes that starts here is never closed",
        help: "Close it with the quote that opens it; a quote within it is written twice.",
    },
    {
        mistake: "character",
        matches: ({ token }) => /^[\u2018-\u201f\u00b4\u00ab\u00bb]$/.test(token.text),
        says: "a typographic quote is no quote of AWS IoT SQL",
        help: "Write straight quotes: 'text'.",
    },
    {
        mistake: "character",
        matches: ({ token }) => /^[\u00a0\u2000-\u200d\u2028\u2029\u202f\u3000\ufeff]$/.test(token.text),
        says: "an invisible character that is no white space of AWS IoT SQL",
        help: "Remove it, or write a blank; it was probably copied from a document.",
    },
    {
        mistake: "topic-filter",
        matches: ({ token, expected }) => token.text.startsWith("`") && expected.has("a topic filter in single quotes"),
        help: "Write the topic filter in single quotes: FROM 'devices/+/telemetry'.",
    },
    {
        mistake: "character",
        matches: ({ token }) => token.text === "`",
        says: "a back-tick is no quote of AWS IoT SQL",
        help: 'Write texts in straight quotes, and names without quotes; get(object, "name") reads any other name.',
    },
];
