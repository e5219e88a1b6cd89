import assert from "node:assert/strict";
import fc from "fast-check";
import { readLocatedJson } from "../../../sources/text/locatedJson";

function read(text: string) {
    const result = readLocatedJson(text);
    assert.ok(result.ok, JSON.stringify(result));
    return result.json;
}

function problemOf(text: string): string {
    const result = readLocatedJson(text);
    assert.ok(!result.ok, text);
    const { line, column, message } = result.problem;
    return `${line}:${column} ${message}`;
}

describe("JSON with places", () => {
    it("is read as JSON.parse reads it", () => {
        fc.assert(
            fc.property(fc.json(), fc.constantFrom(undefined, 2, "\t"), (text, indent) => {
                const value = JSON.parse(text);
                assert.deepEqual(read(JSON.stringify(value, null, indent)).value, value);
            }),
        );
    });

    it("is refused where JSON.parse refuses it", () => {
        fc.assert(
            fc.property(
                fc.json(),
                fc.nat(),
                fc.constantFrom("", ",", '"', "}", "\\", "0", "\n"),
                (text, at, insert) => {
                    const from = at % (text.length + 1);
                    const damaged = text.slice(0, from) + insert + text.slice(from + 1);
                    let isJson = true;
                    try {
                        JSON.parse(damaged);
                    } catch {
                        isJson = false;
                    }
                    assert.equal(readLocatedJson(damaged).ok, isJson, damaged);
                },
            ),
        );
    });

    it("knows where values and names stand", () => {
        const { locate } = read('{\r\n  "a": [1,\n    {"b c": null}],\n  "d": {}\n}');
        assert.deepEqual(locate([]), { line: 1, column: 1 });
        assert.deepEqual(locate(["a"], true), { line: 2, column: 3 });
        assert.deepEqual(locate(["a"]), { line: 2, column: 8 });
        assert.deepEqual(locate(["a", 0]), { line: 2, column: 9 });
        assert.deepEqual(locate(["a", 1, "b c"], true), { line: 3, column: 6 });
        assert.deepEqual(locate(["a", 1, "b c"]), { line: 3, column: 13 });
    });

    it("points at what encloses a missing value", () => {
        const { locate } = read('{\n  "d": {}\n}');
        assert.deepEqual(locate(["d", "x", "y"]), { line: 2, column: 8 });
        assert.deepEqual(locate(["nothing"], true), { line: 1, column: 1 });
    });

    it("says where it is broken", () => {
        assert.equal(problemOf(""), "1:1 This is no JSON: expected a value, found the end of the file.");
        assert.equal(problemOf('{\n  "a": 1,\n}'), '3:1 This is no JSON: expected a name in double quotes, found "}".');
        assert.equal(problemOf("{ a: 1 }"), '1:3 This is no JSON: expected a name in double quotes or }, found "a".');
        assert.equal(problemOf('["a" "b"]'), '1:6 This is no JSON: expected a comma or ], found "\\"".');
        assert.equal(problemOf('{"a"}'), '1:5 This is no JSON: expected a colon, found "}".');
        assert.equal(problemOf("{} {}"), '1:4 This is no JSON: expected the end of the file, found "{".');
        assert.match(problemOf('"a\nb"'), /^1:3 .*closing double quote/);
        assert.match(problemOf('"\\x"'), /^1:2 .*escape/);
    });

    it("is refused, not followed, when it is nested without end", () => {
        assert.match(problemOf("[".repeat(100_000)), /^1:202 .*200 levels of nesting/);
    });

    it("tells names that are given twice, and skips a byte order mark", () => {
        const { repeated, value } = read('\uFEFF{ "a": 1,\n"a": 2 }');
        assert.deepEqual(value, { a: 2 });
        assert.deepEqual(repeated, [{ message: '"a" is given twice.', line: 2, column: 1 }]);
    });

    it("keeps a member called __proto__ a member", () => {
        const { value } = read('{ "__proto__": { "a": 1 } }');
        assert.deepEqual(Object.keys(value as object), ["__proto__"]);
        assert.equal((value as { a?: number }).a, undefined);
    });
});
