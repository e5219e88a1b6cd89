import assert from "node:assert/strict";
import {
    type EvaluationContext,
    type ExplainedExpression,
    explainSql,
    explainTemplate,
    Message,
} from "../../../language/evaluate";

function explain(sql: string, message = "{}", context: EvaluationContext = {}) {
    const compiled = explainSql(sql);
    assert.ok(compiled.ok, compiled.ok ? "" : JSON.stringify(compiled.problems));
    return compiled.value.explain(new Message(message), context);
}

/** Each expression on a line: its text, and its value or why it has none. */
function lines(expression: ExplainedExpression, depth = 0): string[] {
    const { source, value, reason, isSecret, isFailure, parts } = expression;
    const result = isSecret ? "secret" : (value ?? `${isFailure ? "failed" : "Undefined"}, ${reason}`);
    return [`${"  ".repeat(depth)}${source}: ${result}`, ...parts.flatMap((part) => lines(part, depth + 1))];
}

const MESSAGE = '{"a":{"b":1},"t":"text","list":[{"v":1},{"w":2}]}';

/** What is Undefined, why, and what is reported as having no value. */
const REASONS: readonly (readonly [expression: string, reason: string, reported: readonly string[]])[] = [
    ["x", "the message has no member x", ["x"]],
    ["a.c", "a has no member c", ["a.c"]],
    ["a.b.c", "a.b is an Int, which has no members", ["a.b.c"]],
    ["upper(a.c)", "a.c is Undefined", ["a.c"]],
    ["x + y", "x is Undefined", ["x", "y"]],
    ["a + 1", "+ has no result for an Object and an Int of that value", ["a + 1"]],
    ["1 / 0", "a division by zero has no result", ["1 / 0"]],
    ["-t", "- takes no String", ["-t"]],
    ["NOT t", "NOT takes no String", ["NOT t"]],
    ["cast(t AS Int)", "a String cannot be cast to Int", ["cast(t AS Int)"]],
    ["abs(t)", "abs has no result for a String of that value", ["abs(t)"]],
    ["round(1, 2)", "round takes 1 arguments, not 2", ["round(1, 2)"]],
    ["principal()", "nothing is known of it for this message", ["principal()"]],
    ["topic(5)", "the topic has no such level", ["topic(5)"]],
    ["CASE t WHEN x THEN 1 END", "no WHEN is equal, and there is no ELSE", ["CASE t WHEN x THEN 1 END"]],
    ["CASE x WHEN 1 THEN 1 END", "the value after CASE is Undefined", ["x"]],
    ["CASE t WHEN 'text' THEN x END", "no WHEN is equal, and there is no ELSE", ["x"]],
    ["(SELECT v FROM t)", "FROM is a String, neither an Array nor an Object", ["(SELECT v FROM t)"]],
    ["get(list, 0).w", "get(list, 0) has no member w", ["get(list, 0).w"]],
];

describe("an explanation", () => {
    for (const [expression, reason, reported] of REASONS) {
        it(`says why an expression has no value: ${expression}`, () => {
            const { clauses, undefined: missing } = explain(`SELECT ${expression} AS r FROM 'a'`, MESSAGE, {
                topic: "a/b",
            });
            assert.equal(clauses[0]!.expression.kind, "Undefined");
            assert.equal(clauses[0]!.expression.reason, reason);
            assert.deepEqual(missing, reported);
        });
    }

    it("shows every clause with the values of all that is in it", () => {
        const sql = "SET @n = a.b + 1 SELECT upper(t) AS u, (SELECT VALUE v FROM list) AS vs FROM 'a' WHERE @n > 1";
        const { clauses, outcome } = explain(sql, MESSAGE);
        assert.deepEqual(
            clauses.map(({ clause, expression }) => [clause, ...lines(expression)]),
            [
                ["SET @n", "a.b + 1: 2", "  a.b: 1", "  1: 1"],
                ["WHERE", "@n > 1: true", "  @n: 2", "  1: 1"],
                ["SELECT", 'upper(t): "TEXT"', '  t: "text"'],
                ["SELECT", "(SELECT VALUE v FROM list): [1]", "  v: 1", '  list: [{"v":1},{"w":2}]'],
            ],
        );
        assert.equal(outcome.ok && outcome.matched, true);
    });

    it("leaves out what was not reached", () => {
        const { clauses, outcome } = explain("SELECT t FROM 'a' WHERE a.b = 2", MESSAGE);
        assert.deepEqual(
            clauses.map(({ clause }) => clause),
            ["WHERE"],
        );
        assert.equal(outcome.ok && outcome.matched, false);
    });

    it("does not report what a function takes care of", () => {
        const sql =
            "SELECT isUndefined(x) AS a, get_or_default(x, 1) AS b, nanvl(y, 2) AS c, EXISTS (SELECT a FROM x) AS d, z FROM 'a'";
        assert.deepEqual(explain(sql).undefined, ["z"]);
    });

    it("reports what was left out of objects, arrays and templates", () => {
        assert.deepEqual(explain("SELECT {'k': x.y, 'l': [z, 1]} AS o FROM 'a'").undefined, ["x.y", "z"]);
        const template = explainTemplate("a-${x.y}-${topic(1)}");
        assert.ok(template.ok);
        const explained = template.value.explain(new Message("{}"), { topic: "t" });
        assert.deepEqual(explained.undefined, ["x.y"]);
        assert.deepEqual(explained.outcome, { ok: true, text: "a--t", isComplete: false });
    });

    it("tells what failed", () => {
        const { clauses, outcome } = explain("SELECT upper(get_thing_shadow('a', 'r')) AS x FROM 'a'");
        assert.equal(outcome.ok, false);
        const [first, second] = lines(clauses[0]!.expression);
        assert.match(first!, /^upper.*: failed, get_thing_shadow asks another service/);
        assert.match(second!, /^ {2}get_thing_shadow.*: failed, /);
    });

    it("withholds what may show a secret", () => {
        const context = { secrets: { s: { SecretString: "hush" } } };
        const sql =
            "SET @s = get_secret('s','SecretString','r'), @l = length(@s) SELECT upper(@s) AS a, @l AS b, t FROM 'a'";
        const { clauses } = explain(sql, MESSAGE, context);
        assert.doesNotMatch(JSON.stringify(clauses), /hush/i);
        assert.match(JSON.stringify(clauses), /"isSecret":true/);
        const template = explainTemplate("${@s}", { variables: ["s"], secretVariables: ["s"] });
        assert.ok(template.ok);
        assert.doesNotMatch(JSON.stringify(template.value.explain(new Message("{}"), {}, ["hush"]).clauses), /hush/);
    });

    it("is the same each time, also of one that was used before", () => {
        const compiled = explainSql("SELECT a.b AS x FROM 'a'");
        assert.ok(compiled.ok);
        const first = compiled.value.explain(new Message(MESSAGE));
        assert.equal(
            compiled.value.explain(new Message("{}")).clauses[0]!.expression.reason,
            "the message has no member a",
        );
        assert.deepEqual(compiled.value.explain(new Message(MESSAGE)), first);
    });
});
