import assert from "node:assert/strict";
import { Excerpts } from "../../../cli/check/excerpt";
import { readSource } from "../../../sources";

const TEXT = JSON.stringify(
    {
        sql: "SELECT * FROM 'a/b'",
        actions: [{ kafka: { clientProperties: { "sasl.scram.password": "hunter2hunter2", acks: "2" } } }],
    },
    null,
    2,
);

function excerptAt(text: string, needle: string) {
    const lines = text.split("\n");
    const line = lines.findIndex((one) => one.includes(needle)) + 1;
    const column = lines[line - 1]!.indexOf(needle) + 1;
    const excerpts = new Excerpts(
        [{ file: "rule.json", text, named: true }],
        [readSource({ file: "rule.json", text })],
    );
    return { column, excerpt: excerpts.at("rule.json", line, column)! };
}

describe("an excerpt of a file", () => {
    it("hides a secret, and points at where it stands", () => {
        const { column, excerpt } = excerptAt(TEXT, '"hunter2hunter2"');
        assert.doesNotMatch(excerpt.text, /hunter2/);
        assert.equal(excerpt.column, column);
    });

    it("points at the start of the line where a secret stands before the place", () => {
        const { excerpt } = excerptAt(JSON.stringify(JSON.parse(TEXT)), '"2"');
        assert.doesNotMatch(excerpt.text, /hunter2/);
        assert.equal(excerpt.column, 1);
    });
});
