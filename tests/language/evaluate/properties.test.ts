import assert from "node:assert/strict";
import fc from "fast-check";
import { format, SQL_FUNCTIONS } from "../../../language";
import {
    compileSql,
    compileTemplate,
    explainSql,
    Message,
    serialize,
    serializeBytes,
} from "../../../language/evaluate";
import { statements, templates } from "../arbitraryTrees";
import { SAMPLES } from "./kinds";

const versions = fc.constantFrom("2015-10-08", "2016-03-23", "beta");
const keys = fc.oneof(
    fc.constantFrom("a", "b", "value", "0", "17", "__proto__", "constructor"),
    fc.string({ maxLength: 4 }),
);
const objects = fc.dictionary(keys, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 });
const messages = fc.oneof(
    objects.map((value) => JSON.stringify(value)),
    fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
    fc.constantFrom("", "80", "[1,[2]]", '{"a":1e999}', '{"a":-0.0,"b":12345678901234567890}', '{"a":'),
    fc.string({ unit: "binary", maxLength: 20 }),
);
const bytes = fc.uint8Array({ maxLength: 20 });

const CONTEXT = {
    topic: "a/b/c",
    timestamp: 1,
    random: () => 0.5,
    uuid: () => "u",
    secrets: { a: { SecretString: "{}" } },
};

/** Arguments of all kinds, extreme ones among them. */
const argument = fc.constantFrom(
    ...Object.values(SAMPLES),
    "0",
    "-1",
    "1E300",
    "-1E300",
    "1E-300",
    "9007199254740993",
    "''",
    "'base64'",
    "'true'",
    "'('",
    "'$1'",
    "'yyyy'",
    "'enrichArray'",
    "[]",
    "{}",
    "[[1]]",
    "[{'k': 2}]",
    "*",
    "a",
    "timestamp()",
    "1E999 * 1E999",
);
const calls = fc
    .tuple(
        fc.constantFrom(...SQL_FUNCTIONS.map(({ name }) => name).filter((name) => name !== "cast")),
        fc.array(argument, { maxLength: 6 }),
    )
    .map(([name, given]) => `${name}(${given.join(", ")})`);

function compiled(sql: string, version: string) {
    const result = compileSql(sql, { version });
    return result.ok ? result.value : undefined;
}

describe("an evaluation", () => {
    it("never throws, whatever the statement and the message are", () => {
        fc.assert(
            fc.property(statements, fc.oneof(messages, bytes), versions, (tree, payload, version) => {
                const statement = compiled(format(tree), version);
                const outcome = statement?.evaluate(new Message(payload), CONTEXT);
                if (outcome?.ok && outcome.matched) serializeBytes(outcome.output);
            }),
            { numRuns: 1500 },
        );
    });

    it("never throws, whatever the arguments of a function are, and its output is JSON", () => {
        fc.assert(
            fc.property(calls, messages, (call, payload) => {
                const outcome = compiled(`SELECT ${call} AS r FROM 'a'`, "2016-03-23")?.evaluate(
                    new Message(payload),
                    CONTEXT,
                );
                assert.ok(outcome !== undefined);
                if (outcome.ok && outcome.matched)
                    assert.doesNotThrow(() => JSON.parse(serialize(outcome.output)), call);
            }),
            { numRuns: 3000 },
        );
    });

    it("of a template never throws", () => {
        fc.assert(
            fc.property(templates, fc.oneof(messages, bytes), versions, (tree, payload, version) => {
                const template = compileTemplate(format(tree), { version });
                if (template.ok) template.value.evaluate(new Message(payload), CONTEXT);
            }),
            { numRuns: 800 },
        );
    });

    it("never changes the message", () => {
        fc.assert(
            fc.property(statements, messages, versions, (tree, payload, version) => {
                const statement = compiled(format(tree), version);
                if (statement === undefined) return;
                const everything = compiled("SELECT * FROM 'a'", version)!;
                const message = new Message(payload);
                const all = () => {
                    const outcome = everything.evaluate(message);
                    return outcome.ok && outcome.matched ? serialize(outcome.output) : "";
                };
                const before = all();
                statement.evaluate(message, CONTEXT);
                assert.equal(all(), before);
            }),
            { numRuns: 800 },
        );
    });

    it("gives the same again, and the same as its explanation", () => {
        fc.assert(
            fc.property(statements, messages, versions, (tree, payload, version) => {
                const text = format(tree);
                const statement = compiled(text, version);
                const explained = explainSql(text, { version });
                assert.equal(explained.ok, statement !== undefined);
                if (statement === undefined || !explained.ok) return;
                const first = statement.evaluate(new Message(payload), CONTEXT);
                assert.deepEqual(statement.evaluate(new Message(payload), CONTEXT), first);
                assert.deepEqual(explained.value.explain(new Message(payload), CONTEXT).outcome, first);
            }),
            { numRuns: 800 },
        );
    });

    it("keeps every message as it is, key by key", () => {
        fc.assert(
            fc.property(fc.array(fc.tuple(keys, fc.integer()), { maxLength: 6 }), (pairs) => {
                const unique = new Map(pairs);
                const members = [...unique].map(([key, value]) => `${JSON.stringify(key)}:${value}`);
                const payload = `{${members.join(",")}}`;
                const outcome = compiled("SELECT * FROM 'a'", "2016-03-23")!.evaluate(new Message(payload));
                assert.equal(outcome.ok && outcome.matched && serialize(outcome.output), payload);
            }),
            { numRuns: 500 },
        );
    });
});
