import assert from "node:assert/strict";
import { evaluate, output, resultOf } from "./evaluate";

const MESSAGE = '{"a":{"b":1,"c":{"d":2}},"list":[{"n":"x","v":1},{"v":2},5],"t":"true"}';

/** Names and places of what is selected. */
const SELECTED: readonly (readonly [select: string, expected: string, says: string])[] = [
    ["a.c.d", '{"d":2}', "a path is called by its last name"],
    ["upper(t)", '{"upper":"TRUE"}', "a call is called by its function"],
    ["Upper(t)", '{"Upper":"TRUE"}', "a function keeps the case it was written in"],
    ["get(list, 0).v", '{"v":1}', "a member of a call is called by its last name"],
    ["cast(t AS Boolean)", '{"cast":true}', "a cast is called cast"],
    ["1 + 1", '{"1 + 1":2}', "what has no name is called by its text"],
    ["a.b AS x.y, a.c.d AS x.z", '{"x":{"y":1,"z":2}}', "aliases with dots meet in one object"],
    ["a.b AS x, t AS x", '{"x":"true"}', "of two with the same name the later one stays"],
    ["a.*", '{"b":1,"c":{"d":2}}', "all members of an object are selected"],
    ["a.* AS x", '{"x":{"b":1,"c":{"d":2}}}', "all members of an object are put into another"],
    ["* AS x", `{"x":${MESSAGE}}`, "the message is put into an object"],
    [
        "*, 9 AS a.b",
        `{"a":{"b":9,"c":{"d":2}},${MESSAGE.slice(MESSAGE.indexOf('"list"'))}`,
        "an alias goes into a part",
    ],
    ["missing, t", '{"t":"true"}', "what is Undefined is left out"],
    ["{'x': missing, 'y': t}", `{"{'x': missing, 'y': t}":{"y":"true"}}`, "so is a member of an object"],
    ["[missing, t] AS x", '{"x":["true"]}', "and an element of an array"],
    ["(SELECT v FROM list) AS x", '{"x":[{"v":1},{"v":2},{}]}', "elements without the member give an empty object"],
    ["(SELECT VALUE v FROM list) AS x", '{"x":[1,2]}', "elements without a value are left out"],
    ["(SELECT * FROM list WHERE n = 'x') AS x", '{"x":[{"n":"x","v":1}]}', "a WHERE that is Undefined leaves out"],
    ["(SELECT *, 1 AS w FROM list) AS x", '{"x":[{"n":"x","v":1,"w":1},{"v":2,"w":1},{"w":1}]}', "members are added"],
    ["(SELECT b FROM a) AS x", '{"x":[{"b":1}]}', "one object is looked at as a list of one"],
    ["(SELECT t FROM list) AS x", '{"x":[{},{},{}]}', "the message is not seen from within"],
    ["(SELECT VALUE (SELECT VALUE d FROM c) FROM a) AS x", '{"x":[[2]]}', "SELECT may be nested in SELECT"],
    ["(SELECT a FROM t) AS x", "{}", "a nested SELECT from a text is Undefined"],
    [
        "CASE a.b WHEN '1' THEN 'text' WHEN 1 THEN 'number' WHEN 1 THEN 'again' END AS x",
        '{"x":"number"}',
        "CASE takes the first",
    ],
    ["CASE a.b WHEN missing THEN 1 END AS x", "{}", "CASE without a match and ELSE is Undefined"],
    ["CASE missing WHEN missing THEN 1 ELSE 2 END AS x", "{}", "CASE of Undefined is Undefined"],
    ["CASE NULL WHEN NULL THEN 1 END AS x", '{"x":1}', "CASE of Null may match"],
];

describe("SELECT", () => {
    for (const [select, expected, says] of SELECTED) {
        it(`gives what is selected its name and place: ${says}`, () => {
            assert.equal(output(`SELECT ${select} FROM 'a'`, { message: MESSAGE }), expected);
        });
    }

    it("VALUE gives what it selects, and the empty text for Undefined", () => {
        assert.equal(output("SELECT VALUE a.b FROM 'a'", { message: MESSAGE }), "1");
        assert.equal(output("SELECT VALUE missing FROM 'a'", { message: MESSAGE }), "");
        assert.equal(output("SELECT VALUE t FROM 'a'", { message: MESSAGE, version: "2015-10-08" }), '"true"');
    });

    it("tells whether something without a value was left out", () => {
        const isComplete = (sql: string) => {
            const outcome = evaluate(sql, { message: MESSAGE });
            return outcome.ok && outcome.isComplete;
        };
        assert.equal(isComplete("SELECT a FROM 'a'"), true);
        assert.equal(isComplete("SELECT a, missing FROM 'a'"), false);
        assert.equal(isComplete("SELECT VALUE missing FROM 'a'"), false);
        assert.equal(isComplete("SELECT [missing] AS x FROM 'a'"), false);
        assert.equal(isComplete("SELECT isUndefined(missing) AS x FROM 'a'"), true);
    });
});

describe("WHERE", () => {
    for (const [where, matches] of [
        ["true", true],
        ["false", false],
        ["missing", false],
        ["NULL", false],
        ["missing = 1", false],
        ["'true'", false],
        ["a.b = 1", true],
        ["a.b = 1 AND t", true],
        ["1 IN [a.b]", true],
        ["EXISTS (SELECT v FROM list WHERE v > 1)", true],
    ] as const) {
        it(`lets the message ${matches ? "pass" : "not pass"}: ${where}`, () => {
            const outcome = evaluate(`SELECT * FROM 'a' WHERE ${where}`, { message: MESSAGE });
            assert.ok(outcome.ok);
            assert.equal(outcome.matched, matches);
        });
    }

    it("is evaluated before SELECT, which may then fail", () => {
        const sql = "SELECT get_thing_shadow('a', 'role') FROM 'a' WHERE a.b = 2";
        assert.deepEqual(evaluate(sql, { message: MESSAGE }), { ok: true, matched: false, isComplete: true });
    });

    it("does not see what SELECT names", () => {
        assert.equal(resultOf("NULL"), "null");
        const outcome = evaluate("SELECT a.b AS x FROM 'a' WHERE x = 1", { message: MESSAGE });
        assert.equal(outcome.ok && outcome.matched, false);
    });
});

describe("SET", () => {
    it("gives variables to SELECT, WHERE, nested SELECT and each other", () => {
        const sql =
            "SET @a = a, @b = @a.b + 1 SELECT @b, @a.c.d, (SELECT VALUE v FROM list WHERE v = @b) AS x FROM 'a' WHERE @b = 2";
        assert.equal(output(sql, { message: MESSAGE }), '{"b":2,"d":2,"x":[2]}');
    });

    it("keeps what was drawn once for all uses", () => {
        let drawn = 0;
        const context = { uuid: () => `u${++drawn}` };
        assert.equal(
            output("SET @id = newuuid() SELECT @id AS a, @id AS b FROM 'a'", { context }),
            '{"a":"u1","b":"u1"}',
        );
    });
});
