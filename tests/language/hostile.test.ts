import assert from "node:assert/strict";
import { parseSql, parseTemplate } from "../../language";

/** Texts that make careless parsers try again and again, or use up their stack, each of about that many characters. */
const STATEMENTS: Readonly<Record<string, (size: number) => string>> = {
    "open parentheses": (size) => `SELECT ${"(".repeat(size)}`,
    "open lists": (size) => `SELECT ${"[".repeat(size)}`,
    "open objects": (size) => `SELECT ${'{"a":'.repeat(size / 5)}`,
    "open calls": (size) => `SELECT ${"f(".repeat(size / 2)}`,
    "CASE without an end": (size) => `SELECT ${"CASE a WHEN ".repeat(size / 12)}`,
    "nested SELECTs": (size) => `SELECT ${"(SELECT a FROM ".repeat(size / 15)}`,
    "nested SELECTs with EXISTS": (size) => `SELECT ${"EXISTS (SELECT ".repeat(size / 15)}`,
    "a text that never ends": (size) => `SELECT 'a${"''".repeat(size / 2)}`,
    "texts with a mistake behind them": (size) => `SELECT ${"'a' + ".repeat(size / 6)}!`,
    "parentheses with a mistake behind them": (size) => `SELECT ${"(a) + ".repeat(size / 6)}!`,
    "nested parentheses with a mistake inside": (size) =>
        `SELECT ${`${"(".repeat(60)}a${")".repeat(60)} + `.repeat(size / 124)}${"(".repeat(60)}!`,
    "calls that are none": (size) => `SELECT ${"f (a) f ".repeat(size / 8)}`,
    "minus signs": (size) => `SELECT ${"- ".repeat(size / 2)}a`,
    "NOT in a row": (size) => `SELECT ${"NOT ".repeat(size / 4)}a`,
    "a row of operators": (size) => `SELECT ${"a OR ".repeat(size / 5)}a`,
    "members of members": (size) => `SELECT a${".a".repeat(size / 2)}!`,
    "white space": (size) => `SELECT a${" ".repeat(size)}!`,
    "white space behind VALUE": (size) => `SELECT VALUE${" ".repeat(size)}*${" ".repeat(size)}!`,
    "white space after every token": (size) => `SELECT ${`a${" ".repeat(99)},${" ".repeat(99)}`.repeat(size / 200)}!`,
    "digits and a letter": (size) => `SELECT ${"1".repeat(size)}x`,
    "a long name": (size) => `SELECT ${"a".repeat(size)} ${"b".repeat(size)}`,
    "lines before a mistake": (size) => `SELECT a${"\n".repeat(size)}b`,
    "templates in a row": (size) => `SELECT ${"${a} + ".repeat(size / 7)}\${`,
};

const TEMPLATES: Readonly<Record<string, (size: number) => string>> = {
    "empty templates": (size) => "${}".repeat(size / 3),
    "templates in a row, the last without its end": (size) => `${"${a}".repeat(size / 4)}\${`,
    dollars: (size) => `${"$".repeat(size)}{`,
    "open templates": (size) => "${".repeat(size / 2),
    "doubled dollars": (size) => "$${".repeat(size / 3),
    "braces in texts": (size) => `\${${"'}' + ".repeat(size / 6)}`,
};

const SMALL = 20_000;
const GROWTH = 4;

describe("a hostile text", () => {
    for (const [title, make] of Object.entries(STATEMENTS)) {
        it(`of ${title} takes time in proportion`, () => check(make, parseSql));
    }
    for (const [title, make] of Object.entries(TEMPLATES)) {
        it(`of ${title} takes time in proportion`, () => check(make, parseTemplate));
    }
    it("of some hundred kilobytes is answered", () => {
        assert.ok(!parseSql(`SELECT '${"x".repeat(1_000_000)}`).ok);
        assert.ok(!parseTemplate(`\${f(${"a, ".repeat(100_000)}`).ok);
        assert.ok(parseSql(`SELECT '${"x".repeat(1_000_000)}'`).ok);
        assert.ok(parseSql(`SELECT ${"a, ".repeat(100_000)}b`).ok);
    });
});

function check(make: (size: number) => string, parse: (text: string) => unknown): void {
    const small = cost(make(SMALL), parse);
    const large = cost(make(SMALL * GROWTH), parse);
    // What grows with the square of the text would take sixteen times as long.
    assert.ok(large < 100 || large < small * GROWTH * 2.5, `${small} ms, and ${large} ms for ${GROWTH} times the text`);
}

/** The least processor time of two runs, in milliseconds. */
function cost(text: string, parse: (text: string) => unknown): number {
    const runs = [1, 2].map(() => {
        const start = process.cpuUsage();
        parse(text);
        return process.cpuUsage(start).user / 1000;
    });
    return Math.min(...runs);
}
