import assert from "node:assert/strict";
import { failureOf, output, resultOf } from "./evaluate";

const list = (count: number) =>
    JSON.stringify({ l: Array.from({ length: count }, (_, index) => index), s: "a".repeat(count) });

describe("a limit", () => {
    it("holds nested SELECTs that multiply", () => {
        const sql =
            "SET @l = l SELECT (SELECT VALUE (SELECT VALUE (SELECT VALUE (SELECT VALUE * FROM @l) FROM @l) FROM @l) FROM @l) AS x FROM 'a'";
        assert.equal(failureOf(sql, { message: list(500) }).code, "too-many-steps");
    });

    it("holds texts that grow", () => {
        const sql = "SELECT replace(replace(s, 'a', s), 'a', s) AS x FROM 'a'";
        assert.equal(failureOf(sql, { message: list(3000) }).code, "too-large");
        const twice = "regexp_replace(regexp_replace(s, 'a', s), 'a', s)";
        assert.match(failureOf(`SELECT ${twice} AS x FROM 'a'`, { message: list(2500) }).code, /^too-/);
    });

    it("holds the documented sizes of variables", () => {
        const message = JSON.stringify({ s: "a".repeat(100 * 1024), t: "b".repeat(30 * 1024) });
        assert.equal(output("SET @a = s SELECT length(@a) AS n FROM 'a'", { message }), '{"n":102400}');
        const together = failureOf("SET @a = s, @b = t SELECT @a FROM 'a'", { message });
        assert.equal(together.code, "variable-too-large");
        const one = failureOf("SET @a = [s, t] SELECT @a FROM 'a'", { message });
        assert.match(one.message, /@a holds 133127 bytes/);
    });

    it("holds the documented size of what transform gives", () => {
        const message = JSON.stringify({ o: { s: "a".repeat(1000) }, l: Array.from({ length: 200 }, () => ({})) });
        assert.equal(failureOf("SELECT transform('enrichArray', o, l) AS x FROM 'a'", { message }).code, "too-large");
    });
});

describe("a hostile regular expression", () => {
    const long = JSON.stringify({ s: `${"a".repeat(50_000)}!` });

    for (const pattern of [
        "(a+)+$",
        "(a|aa)+$",
        "(a|a?)+$",
        "(.*)(.*)(.*)(.*)(.*)[0-9]",
        "([a-z]+)*$",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
    ]) {
        it(`does not freeze anything: ${pattern}`, () => {
            const value = resultOf(`regexp_matches(s, '${pattern}')`, { message: long });
            assert.match(value, /^(true|false)$/);
        });
    }

    it("of many parts over a long text is refused by name", () => {
        const alternatives = Array.from({ length: 500 }, (_, index) => `x${index}y.*`).join("|");
        const sql = `SELECT regexp_matches(s, '${alternatives}') AS x FROM 'a'`;
        assert.equal(failureOf(sql, { message: long }).code, "too-many-steps");
    });

    it("that looks to the end of a text for each match is stopped", () => {
        const sql = "SELECT regexp_replace(s, 'a(.*b)?', 'x') AS x FROM 'a'";
        assert.equal(failureOf(sql, { message: JSON.stringify({ s: "a".repeat(100_000) }) }).code, "too-many-steps");
    });

    it("is Undefined when it is none", () => {
        for (const pattern of ["(", "[", "a{2,1}", "*a", "a{", "a**"]) {
            assert.equal(resultOf(`regexp_matches('a', '${pattern}')`), "Undefined", pattern);
        }
    });

    it("is refused by name where Java could run it and nothing safe can", () => {
        for (const pattern of ["(?=a)", "(?<!a)b", "(a)\\1", "a++", "(?>a)b", "\\p{Alpha}"]) {
            const failure = failureOf(`SELECT regexp_matches(t, '${pattern}') AS x FROM 'a'`, { message: '{"t":"a"}' });
            assert.equal(failure.code, "regexp-unsupported", pattern);
        }
    });

    it("replaces with groups in Java's notation", () => {
        assert.equal(resultOf("regexp_replace('ab', '(a)(b)', '$2$1$0')"), '"baab"');
        assert.equal(resultOf("regexp_replace('ab', '(a)', '$12')"), '"a2b"');
        assert.equal(resultOf("regexp_replace('ab', 'a', '\\$1')"), '"$1b"');
        assert.equal(resultOf("regexp_replace('ab', '(x)?a', '[$1]')"), '"[]b"');
        assert.equal(resultOf("regexp_replace('ab', 'a', '$1')"), "Undefined");
        assert.equal(resultOf("regexp_replace('ab', 'a', '$')"), "Undefined");
        assert.equal(resultOf("regexp_replace('ab', '', '-')"), '"-a-b-"');
        assert.equal(resultOf("regexp_substr('ab', 'x')"), "Undefined");
    });
});
