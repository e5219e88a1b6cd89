import assert from "node:assert/strict";
import { callsOf, childrenOf, format, sameTree, walk } from "../../language";
import { expression, statement, template } from "./read";

describe("walk", () => {
    it("gives every node, outermost first, in the order of the text", () => {
        const tree = statement(
            "SET @a = b SELECT c AS d, f(e, {'g': h}) FROM 'i' WHERE CASE j WHEN k THEN l ELSE m END = n",
        );
        const names = [...walk(tree)].flatMap((node) => (node.kind === "path" ? node.segments : []));
        assert.deepEqual(names, ["b", "c", "e", "h", "j", "k", "l", "m", "n"]);
        assert.deepEqual(
            [...walk(tree)].slice(0, 5).map(({ kind }) => kind),
            ["statement", "assignment", "path", "select", "selectItem"],
        );
    });

    it("goes into nested SELECTs, casts, members, templates and EXISTS", () => {
        const tree = statement(
            "SELECT (SELECT a FROM b WHERE c).d, cast(e AS Int), ${g} WHERE EXISTS (SELECT h.* FROM i)",
        );
        const names = [...walk(tree)].flatMap((node) => (node.kind === "path" ? node.segments : []));
        assert.deepEqual(names, ["a", "b", "c", "e", "g", "h", "i"]);
    });

    it("stands a list of a hundred thousand elements", () => {
        const tree = expression(`[${"1,".repeat(100_000)}1]`);
        assert.equal([...walk(tree)].length, 100_002);
        assert.equal(childrenOf(tree).length, 100_001);
    });

    it("is not hurt by a name or text that looks like a node's member", () => {
        assert.equal([...walk(template("kind ${kind.offset.end}"))].length, 3);
    });
});

describe("callsOf", () => {
    it("finds calls of a function, nested ones too, whatever the case of their names", () => {
        const tree = template("${TOPIC(get(a, topic(1)))}-${Topic()}-${topics()}-${topic.x}");
        assert.deepEqual(callsOf(tree, "tOpIc").map(format), ["TOPIC(get(a, topic(1)))", "topic(1)", "Topic()"]);
    });
});

describe("sameTree", () => {
    it("heeds neither places, parentheses, white space nor the kind of quotes", () => {
        for (const [one, other] of [
            ["a+b*c", " a + (b * c)"],
            ["'x'", '"x"'],
            ["f( a )", "f(a)"],
            ["NOT (a IN b)", "a NOT IN b"],
        ] as const) {
            assert.ok(sameTree(expression(one), expression(other)), `${one} and ${other}`);
        }
    });

    it("heeds everything else", () => {
        for (const [one, other] of [
            ["a", "b"],
            ["a.b", "a"],
            ["'1'", "1"],
            ["1", "1.0"],
            ["a - b", "b - a"],
            ["a - (b - c)", "a - b - c"],
            ["f(a)", "f(a, a)"],
            ["F(a)", "f(a)"],
            ["[a]", "[]"],
            ["*", "a.*"],
            ["CASE a WHEN b THEN c END", "CASE a WHEN b THEN c ELSE d END"],
        ] as const) {
            assert.ok(!sameTree(expression(one), expression(other)), `${one} and ${other}`);
        }
        assert.ok(!sameTree(statement("SELECT a"), statement("SELECT VALUE a")));
        assert.ok(!sameTree(statement("SELECT a"), statement("SELECT a AS a")));
    });
});

describe("format", () => {
    it("writes quotes that need no doubling where there are such", () => {
        for (const [text, printed] of [
            ['"a"', "'a'"],
            ["'it''s'", `"it's"`],
            [`"it's ""this"""`, `'it''s "this"'`],
        ] as const) {
            assert.equal(format(expression(text)), printed);
        }
    });

    it("writes the parentheses that are needed, and no others", () => {
        for (const text of [
            "(a OR b) AND c",
            "a - (b - c)",
            "-(-a)",
            "(NOT a) = b",
            "-(a + b)",
            "(a.b).c",
            "NOT a NOT IN b",
        ]) {
            assert.equal(format(expression(text)), text);
        }
        assert.equal(format(expression("((a) * (b)) + (f((c)))")), "a * b + f(c)");
    });

    it("does not let a sign after VALUE become a subtraction", () => {
        const tree = statement("SELECT VALUE (-a + b)");
        assert.equal(format(tree), "SELECT VALUE (-a + b)");
        assert.ok(sameTree(statement(format(tree)), tree));
        assert.equal(statement("SELECT VALUE -a").select.value, false);
    });
});
