import type { Mistake, SyntaxProblem } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { iotGuide } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";

export const sqlSyntax = defineConstraint({
    id: "sql-syntax",
    subject: "topicRule",
    requirements: [
        "SQL-GRAM-01",
        "SQL-GRAM-03",
        "SQL-GRAM-09",
        "SQL-GRAM-10",
        "SQL-GRAM-11",
        "SQL-GRAM-18",
        "SQL-GRAM-21",
        "SQL-SET-01",
        "SQL-SET-02",
    ],
    level: "mandatory",
    severity: "critical",
    what: "The SQL statement can be parsed: [SET …] SELECT … [FROM '…'] [WHERE …].",
    why: "AWS IoT refuses the rule with SqlParseException.",
    fix: "Correct the statement: SELECT * FROM 'devices/+/telemetry' WHERE temperature > 50.",
    source: iotGuide("iot-sql-reference"),
    check: (rule) => {
        const { sql, statement } = rule;
        if (isUnknown(sql)) return undetermined(["sql"]);
        if (sql === undefined || statement === undefined || statement.ok) return undefined;
        const { message, help, line, column } = statement.error;
        return violation(["sql"], `The SQL cannot be parsed at line ${line}, column ${column}: ${message}`, {
            requirements: ["SQL-GRAM-21", ...rowsOf(sql, statement.error)],
            ...(help ? { fix: help } : {}),
        });
    },
    examples: {
        valid: [
            { title: "the plainest statement", stack: withSql("SELECT * FROM 'some/topic'") },
            {
                title: "line breaks, a condition and a nested query",
                stack: withSql(
                    "SELECT temperature AS t,\n  (SELECT VALUE v FROM readings WHERE v > 0) AS positive\nFROM 'a/+/b'\nWHERE t > 50 AND topic(2) <> 'x'",
                ),
            },
            { title: "key words in lower case", stack: withSql("select * from 'some/topic' where a = 1") },
            { title: "a SET clause", stack: withSql("SET @t = temperature * 2, @u = 1 SELECT @t AS t FROM 'a/b'") },
        ],
        invalid: [
            { title: "misspelt key words", stack: withSql("SELEKT * FRM topic") },
            { title: "a topic filter without quotes", stack: withSql("SELECT * FROM some/topic") },
            { title: "a topic filter in double quotes", stack: withSql('SELECT * FROM "some/topic"') },
            { title: "a comment", stack: withSql("SELECT * -- everything\nFROM 'some/topic'") },
            { title: "a comment as in C", stack: withSql("SELECT * /* everything */ FROM 'some/topic'") },
            { title: "a field name with a space", stack: withSql("SELECT room temperature FROM 'some/topic'") },
            { title: "a numeric member", stack: withSql("SELECT readings.0 FROM 'some/topic'") },
            { title: "CASE without WHEN", stack: withSql("SELECT CASE color END AS c FROM 'some/topic'") },
            { title: "SET after SELECT", stack: withSql("SELECT @t FROM 'some/topic' SET @t = 1") },
            { title: "a variable without @", stack: withSql("SET t = 1 SELECT t FROM 'some/topic'") },
            { title: "text after the end", stack: withSql("SELECT * FROM 'some/topic';") },
        ],
    },
});

/** The rows about mistakes that have one of their own. */
const ROWS: Partial<Record<Mistake, string>> = {
    case: "SQL-GRAM-18",
    comment: "SQL-GRAM-09",
    name: "SQL-GRAM-11",
    "second-statement": "SQL-GRAM-01",
    "select-missing": "SQL-GRAM-01",
    "set-clause": "SQL-SET-01",
    "set-variable": "SQL-SET-02",
    "topic-filter": "SQL-GRAM-03",
};

function rowsOf(sql: string, { mistake, offset }: SyntaxProblem): string[] {
    const row = ROWS[mistake];
    if (row !== undefined) return [row];
    const before = sql.slice(Math.max(0, offset - 200), offset);
    if (mistake === "misspelt-word" && before.trim() === "") return ["SQL-GRAM-01"];
    const isSecondName = /[A-Za-z0-9_]\s+$/.test(before) && /^[A-Za-z_]/.test(sql.slice(offset, offset + 1));
    return mistake === "missing-comma" && isSecondName ? ["SQL-GRAM-10"] : [];
}
