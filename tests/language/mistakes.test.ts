import assert from "node:assert/strict";
import type { Mistake, SyntaxProblem } from "../../language";
import { problemOf, templateProblemOf } from "./read";

type Case = readonly [text: string, place: string, mistake: Mistake, message: string, help: RegExp];

const AFTER_ITEM = 'expected an operator, ",", AS, FROM, WHERE or the end';

const STATEMENTS: readonly Case[] = [
    ["", "1:1", "empty-statement", "the statement is empty", /SELECT \* FROM '/],
    ["  \n ", "2:2", "empty-statement", "the statement is empty", /SELECT \* FROM '/],
    ["SELEKT * FRM topic", "1:1", "misspelt-word", 'expected SELECT or SET, found "SELEKT"', /^Did you mean SELECT\?$/],
    [
        "SELECT * FRM 'a'",
        "1:10",
        "misspelt-word",
        'expected ",", AS, FROM, WHERE or the end, found "FRM"',
        /mean FROM\?/,
    ],
    ["SELECT a\nFORM 'a'", "2:1", "misspelt-word", `${AFTER_ITEM}, found "FORM"`, /mean FROM\?/],
    ["SELECT * FROM 'a' WEHRE b", "1:19", "misspelt-word", 'expected WHERE or the end, found "WEHRE"', /mean WHERE\?/],
    ["SELECT * WHERE a ADN b", "1:18", "misspelt-word", 'expected an operator or the end, found "ADN"', /mean AND\?/],
    ["* FROM 'a'", "1:1", "select-missing", 'expected SELECT or SET, found "*"', /^Start the statement with SELECT/],
    ["FROM 'a'", "1:1", "select-missing", 'expected SELECT or SET, found "FROM"', /SELECT/],
    [
        "SELECT * FROM topic/a",
        "1:15",
        "topic-filter",
        'expected a topic filter in single quotes, found "topic"',
        /FROM '/,
    ],
    ["SELECT * FROM", "1:14", "topic-filter", "expected a topic filter in single quotes, found the end", /FROM '/],
    ['SELECT *\nFROM "a/b"', "2:6", "topic-filter", "the topic filter is in double quotes", /in single quotes: FROM '/],
    [
        "SELECT * FROM `a`",
        "1:15",
        "topic-filter",
        'expected a topic filter in single quotes, found "`"',
        /in single quotes/,
    ],
    ["SELECT * FROM 'a/b", "1:15", "unclosed-text", "the text in quotes that starts here is never closed", /Close it/],
    [
        "SELECT * WHERE a = \"b'",
        "1:20",
        "unclosed-text",
        "the text in quotes that starts here is never closed",
        /Close/,
    ],
    ["SELECT 'it's' FROM 'a'", "1:12", "quote-in-text", "the text in quotes ends right before this", /twice: 'it''s'/],
    ["SELECT ‘a’ FROM 'a'", "1:8", "character", "a typographic quote is no quote of AWS IoT SQL", /straight quotes/],
    ["SELECT\u00a0a", "1:7", "character", "an invisible character that is no white space of AWS IoT SQL", /Remove it/],
    ["SELECT `a`", "1:8", "character", "a back-tick is no quote of AWS IoT SQL", /straight quotes/],
    [
        "SELECT * -- all\nFROM 'a'",
        "1:10",
        "comment",
        "a comment starts here, and AWS IoT SQL has none",
        /Remove the comment/,
    ],
    ["SELECT * /* all */ FROM 'a'", "1:10", "comment", "a comment starts here, and AWS IoT SQL has none", /Remove/],
    ["// all\nSELECT *", "1:1", "comment", "a comment starts here, and AWS IoT SQL has none", /Remove the comment/],
    [
        "SELECT a FROM 'a' WHERE a == 1",
        "1:27",
        "operator",
        'expected an operator or the end, found "=="',
        /one equal sign/,
    ],
    ["SELECT a FROM 'a' WHERE a != 1", "1:27", "operator", 'expected an operator or the end, found "!="', /<>/],
    ["SELECT * WHERE a && b", "1:18", "operator", 'expected an operator or the end, found "&&"', /AND/],
    ["SELECT a || b", "1:10", "operator", `${AFTER_ITEM}, found "||"`, /\+ or concat/],
    ["SELECT * WHERE !a", "1:16", "operator", 'expected an expression, found "!"', /NOT/],
    ["SELECT * WHERE a LIKE 'x%'", "1:18", "operator", 'expected an operator or the end, found "LIKE"', /startswith/],
    ["SELECT * WHERE a IS NULL", "1:18", "operator", 'expected an operator or the end, found "IS"', /isNull/],
    [
        "SELECT * WHERE a BETWEEN 1 AND 2",
        "1:18",
        "operator",
        'expected an operator or the end, found "BETWEEN"',
        />= 1/,
    ],
    [
        "SELECT * WHERE a IN ('x', 'y')",
        "1:25",
        "operator",
        'expected an operator or ")", found ","',
        /\['red', 'green'\]/,
    ],
    ["SELECT a b FROM 'a'", "1:10", "missing-comma", `${AFTER_ITEM}, found "b"`, /comma/],
    [
        "SELECT f(a 'b') FROM 'a'",
        "1:12",
        "missing-comma",
        `expected an operator, ")" or ",", found the text 'b'`,
        /comma/,
    ],
    ["SELECT a, FROM 'a'", "1:11", "trailing-comma", "nothing follows the comma before this", /Remove the comma/],
    ["SELECT [1, 2,] AS l", "1:14", "trailing-comma", "nothing follows the comma before this", /Remove the comma/],
    ["SELECT a,, b", "1:10", "trailing-comma", "nothing follows the comma before this", /Remove the comma/],
    ["SELECT FROM 'a'", "1:8", "other", 'expected an expression, found "FROM"', /what to select/],
    [
        "SELECT f(a, g(b) FROM 'a'",
        "1:9",
        "unclosed-bracket",
        "the parenthesis that opens here is never closed",
        /with \)/,
    ],
    ["SELECT a\nWHERE b IN [1, 2", "2:12", "unclosed-bracket", "the list that opens here is never closed", /with \]/],
    [
        "SELECT {'a': (1} FROM 'a'",
        "1:14",
        "unclosed-bracket",
        "the parenthesis that opens here is never closed",
        /with \)/,
    ],
    ["SELECT CASE a WHEN 1 THEN 2 AS b", "1:8", "unclosed-bracket", "the CASE that starts here is never closed", /END/],
    ["SELECT ${a FROM 'a'", "1:8", "unclosed-bracket", "the template that opens here is never closed", /with \}/],
    ["SELECT a) FROM 'a'", "1:9", "unopened-bracket", "nothing is open that this bracket could close", /Remove it/],
    ["SELECT f(a] FROM 'a'", "1:11", "unopened-bracket", "nothing is open that this bracket could close", /^Write \)/],
    ["SELECT ${a + ${b}} FROM 'a'", "1:14", "nested-template", "a template stands within a template", /without \$\{/],
    ["SELECT @{a} FROM 'a'", "1:8", "per-element-sequence", "@{…} works in the InfluxDB action only", /without @\{/],
    [
        "SELECT * FROM 'a';",
        "1:18",
        "semicolon",
        "a semicolon stands here, and neither a statement nor an expression ends with one",
        /Remove/,
    ],
    [
        "SELECT * FROM 'a' SELECT b",
        "1:19",
        "second-statement",
        "a second SELECT starts here, and a rule has one statement",
        /rule/,
    ],
    ["SELECT * SET @a = 1", "1:10", "set-clause", "a SET clause stands here", /before SELECT/],
    ["SET @a = 1 SET @b = 2 SELECT *", "1:12", "set-clause", "a SET clause stands here", /separated by commas/],
    ["SET a = 1 SELECT a", "1:5", "set-variable", 'expected a variable that starts with @, found "a"', /SET @name/],
    ["SELECT * ORDER BY a", "1:10", "unsupported-clause", "AWS IoT SQL has no such clause", /one message at a time/],
    ["SELECT DISTINCT a FROM 'a'", "1:17", "unsupported-clause", "AWS IoT SQL has no DISTINCT", /DISTINCT/],
    [
        "SELECT (SELECT * FROM 'r') AS r",
        "1:23",
        "nested-select",
        "expected a list to select from, found the text 'r'",
        /list/,
    ],
    ["SELECT * WHERE a IN SELECT b", "1:21", "nested-select", 'expected an expression, found "SELECT"', /parentheses/],
    ["SELECT CASE a END AS c", "1:15", "case", 'expected an operator or WHEN, found "END"', /at least one WHEN/],
    ["SELECT CASE WHEN a > 1 THEN 2 END", "1:13", "case", 'expected an expression, found "WHEN"', /compares one value/],
    ["SELECT readings[0]", "1:16", "name", `${AFTER_ITEM}, found "["`, /get\(list, 0\)/],
    ["SELECT readings.0", "1:17", "name", 'expected a name or "*", found "0"', /get\(object, "name"\)/],
    ["SELECT device-2nd", "1:15", "name", 'expected an expression, found "2nd"', /letters, digits and underscores/],
    ["SELECT größe", "1:10", "name", `${AFTER_ITEM}, found "ö"`, /letters, digits and underscores/],
    ['SELECT "a".b', "1:11", "name", "a member of a text", /no name/],
    ['SELECT a AS "b"', "1:13", "alias", "the alias is in quotes", /without quotes/],
    ["SELECT a AS device-id", "1:19", "alias", 'expected ",", ".", FROM, WHERE or the end, found "-"', /An alias has/],
    ["SELECT a AS from FROM 'a'", "1:13", "alias", 'expected an alias, found "from"', /no key word/],
    [
        "SELECT {a: 1} AS o",
        "1:9",
        "object-key",
        'expected a key in quotes or "}", found "a"',
        /keys of an object in quotes/,
    ],
    [
        "SELECT EXISTS a",
        "1:15",
        "nested-select",
        'expected a nested SELECT in parentheses, found "a"',
        /EXISTS \(SELECT/,
    ],
    ["SELECT a FROM 'x', 'y'", "1:18", "topic-filter", 'expected WHERE or the end, found ","', /one topic filter/],
    ["SELECT a FROM 'x' AS y", "1:19", "topic-filter", 'expected WHERE or the end, found "AS"', /one topic filter/],
    ["SET @a == 1 SELECT *", "1:8", "operator", 'expected "=", found "=="', /one equal sign/],
    ["SET @a = 1, SELECT *", "1:13", "trailing-comma", "nothing follows the comma before this", /Remove the comma/],
    ["SET @a = 1", "1:11", "select-missing", 'expected an operator, "," or SELECT, found the end', /Start/],
    ["SELECT @ FROM 'a'", "1:8", "set-variable", 'expected an expression, found "@"', /Name the variable/],
    ["SELECT $a", "1:8", "name", 'expected an expression, found "$"', /letters, digits and underscores/],
    ["SELECT .5", "1:8", "number", 'expected an expression, found "."', /0\.5/],
    ["SELECT 5. FROM 'a'", "1:9", "number", `${AFTER_ITEM}, found "."`, /0\.5/],
    ["SELECT cast(a, Int)", "1:14", "cast", 'expected an operator or AS, found ","', /cast\(value AS Int\)/],
    ["SELECT {'a' = 1}", "1:13", "object-key", 'expected ":", found "="', /colon/],
    ["SELECT a.* .b", "1:12", "other", `${AFTER_ITEM}, found "."`, /undefined/],
    ["SELECT 1 +", "1:11", "other", "expected an expression, found the end", /undefined/],
];

const TEMPLATES: readonly Case[] = [
    ["${}", "1:1", "empty-template", "the template is empty", /\$\{topic\(2\)\}/],
    ["a\nb-${ \n }", "2:3", "empty-template", "the template is empty", /an expression between/],
    ["${a", "1:1", "unclosed-bracket", "the template that opens here is never closed", /with \}/],
    ["x${f(a}", "1:5", "unclosed-bracket", "the parenthesis that opens here is never closed", /with \)/],
    ["${a} ${", "1:6", "unclosed-bracket", "the template that opens here is never closed", /with \}/],
    ["${'a}", "1:3", "unclosed-text", "the text in quotes that starts here is never closed", /Close it/],
    ["${a]}", "1:4", "unopened-bracket", "nothing is open that this bracket could close", /^Write \}/],
    ["${a ${b}}", "1:5", "nested-template", "a template stands within a template", /without/],
    ["${1 + }", "1:7", "other", 'expected an expression, found "}"', /undefined/],
    ["${SELECT a}", "1:3", "nested-select", 'expected an expression, found "SELECT"', /parentheses/],
    [
        "${a;}",
        "1:4",
        "semicolon",
        "a semicolon stands here, and neither a statement nor an expression ends with one",
        /Remove/,
    ],
    ["${{a}}", "1:4", "object-key", 'expected a key in quotes or "}", found "a"', /in quotes/],
    ["${a, b}", "1:4", "other", 'expected an operator or "}", found ","', /undefined/],
    ["${a b}", "1:5", "other", 'expected an operator or "}", found "b"', /undefined/],
    ["${a.b == 1}", "1:7", "operator", 'expected an operator or "}", found "=="', /one equal sign/],
];

describe("a mistake in a statement", () => {
    for (const given of STATEMENTS) it(titleOf(given), () => check(given, problemOf(given[0])));
});

describe("a mistake in a template", () => {
    for (const given of TEMPLATES) it(titleOf(given), () => check(given, templateProblemOf(given[0])));
});

describe("what a message shows", () => {
    it("is shortened, and control characters are escaped", () => {
        const { message } = problemOf(`SELECT a '${"x".repeat(99)}\n'`);
        assert.equal(message, `${AFTER_ITEM}, found the text '${"x".repeat(19)}…`);
        assert.match(problemOf("SELECT a \u0007").message, /found "\\u0007"$/);
    });

    it("is nothing of the text in safeMessage and help, not even a key word", () => {
        for (const [text] of STATEMENTS) {
            const { message, safeMessage } = problemOf(text);
            assert.ok(message.startsWith(safeMessage), text);
            assert.doesNotMatch(safeMessage, /found (?!the end)/);
        }
        const { message, safeMessage, help } = templateProblemOf("${hunter2 hunter2}");
        assert.match(message, /hunter2/);
        assert.doesNotMatch(safeMessage + String(help), /hunter2/);
    });
});

describe("nesting", () => {
    const nested = (depth: number) => `SELECT ${"(".repeat(depth)}a${")".repeat(depth)}`;

    it("is read to a depth of 64 brackets, and refused where the next one opens", () => {
        const { mistake, offset, message } = problemOf(nested(65));
        assert.deepEqual([mistake, offset], ["too-deep", "SELECT ".length + 64]);
        assert.match(message, /more than 64 brackets/);
        assert.equal(problemOf(`${nested(64)} b`).mistake, "missing-comma");
        assert.equal(templateProblemOf(`\${${"[".repeat(64)}`).mistake, "too-deep");
        assert.equal(problemOf(`SELECT ${"CASE a WHEN ".repeat(65)}`).mistake, "too-deep");
    });

    it("is read for a thousand operators in a row, and refused for more", () => {
        const row = (count: number) => `SELECT ${"a + ".repeat(count)}a`;
        assert.equal(problemOf(`${row(990)} !`).mistake, "operator");
        assert.equal(problemOf(row(1001)).mistake, "too-deep");
        assert.equal(problemOf(`SELECT ${"NOT ".repeat(1001)}a`).mistake, "too-deep");
    });
});

function titleOf([text, place, mistake]: Case): string {
    return `is ${mistake} at ${place}: ${JSON.stringify(text)}`;
}

function check([, place, mistake, message, help]: Case, found: SyntaxProblem): void {
    assert.deepEqual([`${found.line}:${found.column}`, found.mistake, found.message], [place, mistake, message]);
    assert.match(String(found.help), help);
}
