import assert from "node:assert/strict";
import { SQL_FUNCTIONS } from "../../../language";
import { compileSql } from "../../../language/evaluate";
import { FUNCTIONS } from "../../../language/evaluate/functions";
import { problemsOf, resultOf } from "./evaluate";

const OLD = "2015-10-08";

describe("a statement that AWS IoT would refuse", () => {
    for (const [sql, problems, version] of [
        ["SELECT", ["syntax"]],
        ["SELECT foo(1) FROM 'a'", ["unknown-function"]],
        ["SELECT foo(1), bar(2) FROM 'a'", ["unknown-function", "unknown-function"]],
        ["SELECT cast(a AS float) FROM 'a'", ["unknown-type"]],
        ["SELECT @a FROM 'a'", ["unknown-variable"]],
        ["SET @a = @b, @b = 1 SELECT @a FROM 'a'", ["unknown-variable"]],
        ["SET @a = @a SELECT @a FROM 'a'", ["unknown-variable"]],
        ["SET @a = 1, @a = 2 SELECT @a FROM 'a'", ["variable-assigned-twice"]],
        ["SELECT VALUE a, b FROM 'a'", ["several-values"]],
        ["SELECT a FROM 'a'", ["unknown-version"], "2016-03-24"],
        ["SELECT [1] AS a FROM 'a'", ["needs-newer-version"], OLD],
        ["SELECT {'a': 1} AS a FROM 'a'", ["needs-newer-version"], OLD],
        ["SELECT (SELECT a FROM b) AS a FROM 'a'", ["needs-newer-version"], OLD],
        ["SELECT cast(a AS Decimal) FROM 'a'", ["needs-newer-version"], OLD],
        ["SELECT cast(a AS bool) FROM 'a'", ["needs-newer-version"], OLD],
    ] as const) {
        it(`does not compile: ${sql}`, () => assert.deepEqual(problemsOf(sql, version), problems));
    }

    for (const { name, since } of SQL_FUNCTIONS) {
        if (since !== "2016-03-23") continue;
        it(`does not compile under 2015-10-08: ${name} came later`, () => {
            assert.deepEqual(problemsOf(`SELECT ${name}('a', 'b') FROM 'a'`, OLD), ["needs-newer-version"]);
        });
    }

    it("says where, and what to do", () => {
        const compiled = compileSql("SELECT a,\n  uper(b) FROM 'a'");
        assert.ok(!compiled.ok);
        assert.deepEqual(compiled.problems, [
            {
                code: "unknown-function",
                message: "AWS IoT SQL has no function uper",
                help: "Did you mean upper?",
                offset: 12,
                line: 2,
                column: 3,
            },
        ]);
    });

    it("may have any of the versions that AWS IoT accepts", () => {
        for (const version of ["2015-10-08", "2016-03-23", "beta", "2016-03-23-beta"]) {
            assert.equal(compileSql("SELECT a FROM 'a'", { version }).ok, true, version);
        }
        assert.equal(compileSql("SELECT [a] AS b FROM 'a'").ok, true, "the newer version is the default");
    });
});

describe("every function of the table", () => {
    for (const { name, minimum, maximum } of SQL_FUNCTIONS) {
        if (name === "cast") continue;
        it(`is evaluated, in any case, and is Undefined for a wrong number of arguments: ${name}`, () => {
            const isOfTheLanguage = name === "get_or_default";
            assert.equal(FUNCTIONS.has(name.toLowerCase()), !isOfTheLanguage);
            if (minimum > 0) assert.equal(resultOf(`${name.toUpperCase()}()`), "Undefined");
            if (Number.isFinite(maximum)) {
                const many = Array.from({ length: maximum + 1 }, () => "1").join(", ");
                assert.equal(resultOf(`${name}(${many})`), "Undefined");
            }
        });
    }

    it("is in the table: there are no others", () => {
        const known = new Set(SQL_FUNCTIONS.map(({ name }) => name.toLowerCase()));
        assert.deepEqual(
            [...FUNCTIONS.keys()].filter((name) => !known.has(name)),
            [],
        );
    });
});
