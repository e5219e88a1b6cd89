import assert from "node:assert/strict";
import { format, type Node, walk } from "../../language";
import { expression, statement } from "./read";

describe("a statement", () => {
    it("has SELECT, FROM and WHERE", () => {
        const { set, select, from, where } = statement(
            "SELECT temperature FROM 'devices/+/telemetry' WHERE temperature > 50",
        );
        assert.deepEqual(set, []);
        assert.equal(select.value, false);
        assert.equal(from?.filter, "devices/+/telemetry");
        assert.equal(where?.kind, "binary");
    });

    it("needs neither FROM nor WHERE", () => {
        const tree = statement("SELECT *");
        assert.ok(!("from" in tree) && !("where" in tree));
        assert.ok(!("from" in statement("SELECT * WHERE a = 1")));
    });

    it("may be written over lines, with any white space between tokens", () => {
        const spread = "\n\tSELECT\r\n temperature\f,\vtopic ( 2 ) AS a . b\nFROM\n'a/#'\nWHERE\na\n=\n1 \n";
        assert.equal(format(statement(spread)), "SELECT temperature, topic(2) AS a.b FROM 'a/#' WHERE a = 1");
    });

    it("needs white space only where words meet", () => {
        assert.equal(
            format(statement("SELECT*,topic(2)AS t,'x'AS x FROM'a/b'WHERE(a=1)AND(b IN[1,2])")),
            "SELECT *, topic(2) AS t, 'x' AS x FROM 'a/b' WHERE a = 1 AND b IN [1, 2]",
        );
    });

    it("has key words in any case", () => {
        assert.equal(
            format(
                statement("select Value v from 'a' Where not exists (select * from r) and v In [null, TRUE, False]"),
            ),
            "SELECT VALUE v FROM 'a' WHERE NOT EXISTS (SELECT * FROM r) AND v IN [NULL, TRUE, FALSE]",
        );
    });

    it("keeps a topic filter as it is, a doubled quote read as one", () => {
        assert.equal(statement("SELECT * FROM '$aws/things/+/shadow/#'").from?.filter, "$aws/things/+/shadow/#");
        assert.equal(statement("SELECT * FROM 'it''s/\"here\"'").from?.filter, 'it\'s/"here"');
        assert.equal(statement("SELECT * FROM ''").from?.filter, "");
    });
});

describe("a SET clause", () => {
    it("assigns expressions to variables, which SELECT and WHERE read", () => {
        const tree = statement(
            "SET @t = temperature * 2, @device_1=topic(2) SELECT @t AS t, @device_1.a.b FROM 'a/b' WHERE @t > 1",
        );
        assert.deepEqual(
            tree.set.map(({ name, expression: value }) => [name, format(value)]),
            [
                ["t", "temperature * 2"],
                ["device_1", "topic(2)"],
            ],
        );
        const [, second] = tree.select.items;
        assert.ok(second?.expression.kind === "variable");
        assert.deepEqual([second.expression.name, second.expression.segments], ["device_1", ["a", "b"]]);
    });

    it("is read whatever the names are: limits and repetitions are not a matter of form", () => {
        assert.equal(statement(`SET @a = 1, @a = 2, @${"n".repeat(99)} = 3 SELECT @a FROM 'x'`).set.length, 3);
    });

    it("may hold *, which is judged elsewhere", () => {
        assert.equal(statement("SET @p = * SELECT @p FROM 'x'").set[0]?.expression.kind, "wildcard");
    });
});

describe("a SELECT list", () => {
    it("may start with * and go on", () => {
        const { items } = statement("SELECT *, topic(2) AS id FROM 'a/+'").select;
        assert.deepEqual(
            items.map(({ expression: { kind }, alias }) => [kind, alias?.segments]),
            [
                ["wildcard", undefined],
                ["call", ["id"]],
            ],
        );
    });

    it("may name * and all members of an object", () => {
        const { items } = statement("SELECT * AS everything, state.reported.* FROM 'a'").select;
        assert.deepEqual(items[0]?.alias?.segments, ["everything"]);
        const all = items[1]?.expression;
        assert.ok(all?.kind === "wildcard");
        assert.deepEqual(all.of?.segments, ["state", "reported"]);
    });

    it("has dotted aliases", () => {
        assert.deepEqual(statement("SELECT a AS bar.baz . from FROM 'x'").select.items[0]?.alias?.segments, [
            "bar",
            "baz",
            "from",
        ]);
    });

    it("may be a VALUE", () => {
        for (const text of ["SELECT VALUE v FROM 'a'", "SELECT VALUE * FROM 'a'", "SELECT VALUE [1, 2] FROM 'a'"]) {
            assert.equal(statement(text).select.value, true, text);
        }
        assert.equal(format(statement("SELECT VALUE value FROM 'a'")), "SELECT VALUE value FROM 'a'");
        assert.equal(statement("SELECT VALUE NOT ok FROM 'a'").select.value, true);
        assert.equal(statement("SELECT VALUE").select.value, false);
    });

    it("may have a member called value", () => {
        for (const rest of ["", " AS v", ", b", " * 2 AS v", " - 32", ".a", ".*", " IN [1]", " NOT IN [1]", " AND b"]) {
            for (const text of [`SELECT value${rest} FROM 'a'`, `SELECT (SELECT value${rest} FROM r) AS x FROM 'a'`]) {
                assert.ok(
                    [...walk(statement(text))].every((node: Node) => node.kind !== "select" || !node.value),
                    text,
                );
            }
        }
    });
});

describe("an expression", () => {
    it("may be a literal, its digits and text kept", () => {
        for (const [text, kind] of [
            ["1", "number"],
            ["1234567890123456789012345678901234", "number"],
            ["1.50", "number"],
            ["2E-10", "number"],
            ["'a'", "string"],
            ['"a"', "string"],
            ["true", "boolean"],
            ["NULL", "null"],
        ] as const) {
            assert.equal(expression(text).kind, kind, text);
        }
        const number = expression("0012.500e+07");
        assert.ok(number.kind === "number");
        assert.equal(number.text, "0012.500e+07");
    });

    it("has texts in both kinds of quotes, a doubled quote read as one", () => {
        for (const [text, value] of [
            ["'it''s'", "it's"],
            ['"it\'s"', "it's"],
            ['"say ""no"""', 'say "no"'],
            ["'say \"no\"'", 'say "no"'],
            ["''", ""],
            ["''''", "'"],
            ["'a\nb } ${c} -- /* \\'", "a\nb } ${c} -- /* \\"],
        ] as const) {
            const node = expression(text);
            assert.ok(node.kind === "string");
            assert.equal(node.value, value);
            assert.equal(node.quote, text[0]);
        }
    });

    it("has lists and objects, empty ones and nested ones, repeated keys kept", () => {
        assert.equal(format(expression("[ ]")), "[]");
        assert.equal(format(expression("{}")), "{}");
        assert.equal(
            format(expression(`[1,[a.b,'c'],{"k":{'k':*},'k' : [{}]}]`)),
            "[1, [a.b, 'c'], {'k': {'k': *}, 'k': [{}]}]",
        );
    });

    it("reads key words as members behind a dot, not in front of it", () => {
        const path = expression("a.select.from.end");
        assert.ok(path.kind === "path");
        assert.deepEqual(path.segments, ["a", "select", "from", "end"]);
    });

    it("has names that start like key words", () => {
        for (const name of [
            "selected",
            "fromage",
            "andy",
            "nothing",
            "index",
            "in_",
            "cases",
            "nulls",
            "trues",
            "castle",
            "set",
            "as1",
        ]) {
            assert.equal(expression(name).kind, "path", name);
        }
    });

    it("has digits in names, but not in front", () => {
        assert.equal(format(expression("data1.x2")), "data1.x2");
    });

    it("calls functions with any arguments, whatever their names and counts", () => {
        const call = expression("Get_Or_Default( aws_lambda('arn', *), [], f() )");
        assert.ok(call.kind === "call");
        assert.equal(call.name, "Get_Or_Default");
        assert.deepEqual(
            call.arguments.map(({ kind }) => kind),
            ["call", "array", "call"],
        );
    });

    it("reads members of what a call, a list, an object or a parenthesis gives", () => {
        for (const text of [
            "get(a, 0).b.c",
            "[1].x",
            "{'a': 1}.a",
            "(a.b).c",
            "(SELECT * FROM r).v",
            "cast(a AS Int).b",
        ]) {
            const node = expression(text);
            assert.equal(node.kind, "member", text);
            assert.equal(format(node), text);
        }
    });

    it("casts, with any type word; a member may be called cast", () => {
        const cast = expression("CAST ( a + 1 as Decimal )");
        assert.ok(cast.kind === "cast");
        assert.equal(cast.type, "Decimal");
        assert.equal(format(cast), "cast(a + 1 AS Decimal)");
        assert.equal(expression("cast + 1").kind, "binary");
    });

    it("has CASE with one WHEN or more, nested ones too", () => {
        const node = expression("CASE color WHEN 'green' THEN 1 WHEN x THEN CASE y WHEN 2 THEN 3 END ELSE NULL END");
        assert.ok(node.kind === "case");
        assert.equal(node.branches.length, 2);
        assert.equal(node.otherwise?.kind, "null");
        const inner = node.branches[1]?.then;
        assert.ok(inner?.kind === "case" && !("otherwise" in inner));
    });

    it("has nested SELECTs over lists, with a condition and further SELECTs", () => {
        const node = expression(
            "(SELECT VALUE v, (SELECT * FROM parts) AS p FROM a.readings WHERE v > 0 AND w IN [1])",
        );
        assert.ok(node.kind === "subselect");
        assert.equal(node.select.value, true);
        assert.equal(format(node.from), "a.readings");
        assert.equal(node.where?.kind, "binary");
        for (const source of ["get(a, 0).b", "@list.x", "[1, 2]", "decode(a, 'base64')", "(a)", "(SELECT * FROM b)"]) {
            assert.equal(expression(`(SELECT * FROM ${source})`).kind, "subselect", source);
        }
    });

    it("has IN, NOT IN and EXISTS", () => {
        assert.equal(format(statement("SELECT * WHERE a IN ['b', null]")), "SELECT * WHERE a IN ['b', NULL]");
        assert.equal(format(statement("SELECT * WHERE 3 in arr")), "SELECT * WHERE 3 IN arr");
        const { where } = statement("SELECT * WHERE a NOT  IN arr");
        assert.ok(where?.kind === "unary" && where.operand.kind === "binary");
        assert.equal(where.operand.operator, "IN");
        assert.equal(
            format(statement("SELECT * WHERE EXISTS(SELECT * FROM arr WHERE t < 10)")),
            "SELECT * WHERE EXISTS (SELECT * FROM arr WHERE t < 10)",
        );
    });

    it("has templates, each an expression of its own", () => {
        const node = expression("${topic(2)} + 'x'");
        assert.ok(node.kind === "binary" && node.left.kind === "template");
        assert.equal(format(node), "${topic(2)} + 'x'");
        assert.equal(format(statement("SELECT * WHERE ${a} = ${b}")), "SELECT * WHERE ${a} = ${b}");
    });
});
