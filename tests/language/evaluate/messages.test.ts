import assert from "node:assert/strict";
import { compileSql, Message, serializeBytes } from "../../../language/evaluate";
import { evaluate, failureOf, output, resultOf } from "./evaluate";

const BYTES = Uint8Array.from([0, 255, 1, 128]);

describe("a message", () => {
    it("keeps the order of its keys, whole numbers among them", () => {
        const message = '{"b":1,"10":2,"2":{"z":1,"1":2},"a":3}';
        assert.equal(output("SELECT * FROM 'a'", { message }), message);
        assert.equal(output("SELECT *, 4 AS c FROM 'a'", { message }), `${message.slice(0, -1)},"c":4}`);
        assert.equal(resultOf(`get(get(*, "2"), "1")`, { message }), "2");
    });

    it("may have keys that mean something to JavaScript", () => {
        const message = '{"__proto__":{"a":1},"constructor":2,"toString":3}';
        assert.equal(output("SELECT * FROM 'a'", { message }), message);
        assert.equal(output("SELECT *, 4 AS c FROM 'a'", { message }), `${message.slice(0, -1)},"c":4}`);
        assert.equal(output("SELECT __proto__ AS __proto__ FROM 'a'", { message }), '{"__proto__":{"a":1}}');
        assert.equal(resultOf("toString", { message: "{}" }), "Undefined");
        assert.equal(resultOf("__proto__.a", { message: '{"\\u005f_proto__":{"a":1}}' }), "1");
        assert.equal(({} as Record<string, unknown>).a, undefined);
    });

    it("may be an array", () => {
        assert.equal(output("SELECT * FROM 'a'", { message: "[1,[2]]" }), "[1,[2]]");
        assert.equal(resultOf("get(*, 1)", { message: "[1,[2]]" }), "[2]");
        assert.equal(output("SELECT a FROM 'a'", { message: "[1]" }), "{}");
    });

    it("may be empty, and then only what is added comes out", () => {
        assert.equal(output("SELECT * FROM 'a'", { message: "" }), "{}");
        assert.equal(output("SELECT *, 1 AS b FROM 'a'", { message: "" }), '{"b":1}');
    });

    it("that is not JSON goes through as it came", () => {
        for (const payload of [BYTES, Buffer.from("hello"), Buffer.from("80"), Buffer.from('{"a":')]) {
            const outcome = evaluate("SELECT * FROM 'a'", { message: payload });
            assert.ok(outcome.ok && outcome.matched);
            assert.deepEqual([...serializeBytes(outcome.output)], [...payload]);
        }
    });

    it("that is not JSON has no members, but can be encoded and decoded", () => {
        const given = { message: BYTES };
        assert.equal(resultOf("a", given), "Undefined");
        assert.equal(resultOf("upper(*)", given), "Undefined");
        assert.equal(
            output("SELECT encode(*, 'base64') AS data, 1 AS ts FROM 'a'", given),
            '{"data":"AP8BgA==","ts":1}',
        );
        assert.equal(resultOf("encode(*, 'base32')", given), "Undefined");
        assert.equal(
            output("SELECT decode(encode(*, 'base64'), 'base64') AS text FROM 'a'", { message: "hi" }),
            '{"text":"hi"}',
        );
        assert.equal(evaluate("SELECT * FROM 'a' WHERE device_type = 'thermostat'", given).ok, true);
    });

    it("that is JSON is encoded as it came, white space included", () => {
        assert.equal(resultOf("encode(*, 'base64')", { message: '{ "a": 1.0 }' }), '"eyAiYSI6IDEuMCB9"');
    });

    it("in base64 is decoded to JSON, else to text, else to Null", () => {
        const decoded = (text: string) => resultOf(`decode('${Buffer.from(text).toString("base64")}', 'base64')`);
        assert.equal(decoded('{"a":[1]}'), '{"a":[1]}');
        assert.equal(decoded("12"), "12");
        assert.equal(decoded("it's text"), `"it's text"`);
        assert.equal(resultOf("decode('!', 'base64')"), "null");
        assert.equal(resultOf("decode(12, 'base64')"), "null");
        assert.equal(resultOf("decode(missing, 'base64')"), "Undefined");
        assert.equal(resultOf("decode('YQ==', 'base32')"), "Undefined");
    });

    it("that is nested too deep is refused by name", () => {
        const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
        assert.equal(output("SELECT * FROM 'a'", { message: deep(500) }), deep(500));
        assert.equal(failureOf("SELECT * FROM 'a'", { message: deep(501) }).code, "too-deep");
        assert.equal(failureOf("SELECT * FROM 'a'", { message: deep(100_000) }).code, "too-deep");
        assert.equal(failureOf("SELECT * FROM 'a'", { message: `{"a":1e400,"b":${deep(600)}}` }).code, "too-deep");
    });

    it("is the same for every statement that is evaluated over it", () => {
        const message = new Message('{"a":{"b":[1,2]},"c":5.0}');
        const run = (sql: string, version: string) => {
            const compiled = compileSql(sql, { version });
            assert.ok(compiled.ok);
            return compiled.value.evaluate(message);
        };
        const before = JSON.stringify(run("SELECT * FROM 'a'", "2016-03-23"));
        run("SELECT *, 1 AS a.x, concat(a.b, 3) AS a.b FROM 'a'", "2016-03-23");
        run("SELECT c, a AS d FROM 'a'", "2015-10-08");
        assert.equal(JSON.stringify(run("SELECT * FROM 'a'", "2016-03-23")), before);
    });
});
