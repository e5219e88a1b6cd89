import { nearest } from "../core/show";

/** The key words that may follow a name, and are therefore what a misspelt word behind one was meant to be. */
const KEY_WORDS = ["FROM", "WHERE", "AS", "AND", "OR", "NOT", "IN", "THEN", "WHEN", "ELSE", "END"];

/** A mistake that a parser meets as something unexpected: the row that describes it, and what to do. */
interface Cause {
    readonly requirement: string;
    readonly fix?: string;
    matches(place: Place): boolean;
}

/** Where parsing stopped. */
interface Place {
    readonly before: string;
    readonly after: string;
    /** The word that starts there, in capitals; empty where none does. */
    readonly word: string;
}

const CAUSES: readonly Cause[] = [
    {
        requirement: "SQL-GRAM-09",
        fix: "Remove the comment: IoT SQL has none.",
        matches: ({ after }) => after.startsWith("--") || after.startsWith("/*"),
    },
    {
        requirement: "SQL-GRAM-03",
        fix: "Write the topic filter in single quotes: FROM 'devices/+/telemetry'.",
        matches: ({ before }) => /\bFROM\s*$/i.test(before) && !/\(\s*SELECT\b[^()]*$/i.test(before),
    },
    {
        requirement: "SQL-SET-01",
        fix: "Write one SET clause before SELECT, its assignments separated by commas.",
        matches: ({ word, before }) => word === "SET" && before.trim() !== "",
    },
    {
        requirement: "SQL-SET-02",
        fix: "Start the variable's name with @, followed by letters, digits and underscores.",
        matches: ({ before, after }) =>
            /^\s*SET\b/i.test(before) && /(?:\bSET|,)$/i.test(before.trimEnd()) && /^[A-Za-z_@]/.test(after),
    },
    {
        requirement: "SQL-GRAM-01",
        fix: "Start the statement with SELECT: SELECT * FROM 'devices/+/telemetry'.",
        matches: ({ before, word }) => before.trim() === "" || (word === "FROM" && !/\bSELECT\b/i.test(before)),
    },
    {
        requirement: "SQL-GRAM-18",
        fix: "Give the CASE at least one WHEN … THEN …: CASE color WHEN 'green' THEN 1 ELSE 0 END.",
        matches: ({ before, word }) => (word === "END" || word === "ELSE") && hasCaseWithoutWhen(before),
    },
    {
        requirement: "SQL-GRAM-11",
        fix: 'Names have letters, digits and underscores only; read another with get(object, "name").',
        matches: ({ before, after }) =>
            (/[A-Za-z0-9_]$/.test(before) && /^[$#:?^~\\\u0080-\uffff]/.test(after)) ||
            (/[A-Za-z0-9_]\.$/.test(before) && /^\S/.test(after)) ||
            (/(?:^|[^A-Za-z0-9_.'"])\d+$/.test(before) && /^[A-Za-z_]/.test(after)) ||
            /^\d+[A-Za-z_]/.test(after),
    },
    {
        requirement: "SQL-GRAM-10",
        fix: "A field whose name has spaces cannot be named; it still passes through with *.",
        matches: ({ before, word }) =>
            /[A-Za-z0-9_]\s+$/.test(before) && word !== "" && nearest(word, KEY_WORDS) === undefined,
    },
];

/** The row that describes why parsing stopped at this place, and how to mend it; undefined for any other mistake. */
export function causeOf(sql: string, offset: number): { requirement: string; fix?: string } | undefined {
    const after = sql.slice(offset, offset + 200);
    const before = sql.slice(0, offset);
    const word = /^[A-Za-z_][A-Za-z0-9_]{0,63}/.exec(after)?.[0]?.toUpperCase() ?? "";
    const cause = CAUSES.find(({ matches }) => matches({ before, after, word }));
    return cause && { requirement: cause.requirement, ...(cause.fix ? { fix: cause.fix } : {}) };
}

function hasCaseWithoutWhen(before: string): boolean {
    const start = before.toUpperCase().lastIndexOf("CASE");
    return start >= 0 && !/\bWHEN\b/i.test(before.slice(start));
}
