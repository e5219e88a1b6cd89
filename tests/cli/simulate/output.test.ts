import assert from "node:assert/strict";
import { document, folder, payload, simulated } from "./run";

const bytes = (...given: readonly number[]) => ["--payload-base64", Buffer.from(given).toString("base64")];
const text = (given: string) => ["--payload-base64", Buffer.from(given).toString("base64")];

describe("what iot-kafka simulate prints", () => {
    const files = folder();
    after(() => files.remove());
    const everything = ["--sql", "SELECT * FROM 'a/+'", "--topic", "a/b"];

    it("is a message that is no JSON as its bytes, and as its text where it is one", async () => {
        const binary = await document(...everything, ...bytes(0xff, 0, 1));
        assert.deepEqual([binary.code, binary.json.output, binary.json.outputBase64], [0, null, "/wAB"]);
        assert.match((await simulated(...everything, ...bytes(0xff, 0, 1))).out, /^ {2}output {8}\(base64\) \/wAB$/m);
        const words = await document(...everything, ...text("21.5 °C"));
        assert.deepEqual([words.json.output, words.json.outputBase64], ["21.5 °C", "MjEuNSDCsEM="]);
        assert.match((await simulated(...everything, ...text("21.5 °C"))).out, /^ {2}output {8}21\.5 °C$/m);
        assert.equal((await document(...everything, ...text("{}"))).json.outputBase64, undefined);
        const nothing = ["--sql", "SELECT VALUE x FROM 'a/+'", "--topic", "a/b", ...text("{}")];
        assert.match((await simulated(...nothing)).out, /output {8}nothing: what SELECT VALUE selects is Undefined/);
        assert.deepEqual((await document(...nothing)).json.output, null);
    });

    it("is no match, with the reason, for what the broker refuses", async () => {
        const deep = ["--sql", "SELECT * FROM '#'", "--topic", "a/b/c/d/e/f/g/h/i", ...text("{}")];
        const { code, json } = await document(...deep);
        assert.equal(code, 1);
        assert.deepEqual(json, {
            rule: null,
            matched: false,
            reason: "refused",
            undefined: [],
            actions: [],
            error: {
                code: "topic-invalid",
                message: 'A message cannot be published to "a/b/c/d/e/f/g/h/i": it has 8 slashes, of at most 7.',
            },
        });
        const { out } = await simulated(...deep);
        assert.match(out, /not matched: the message broker takes no such message\n {2}topic-invalid: A message cannot/);
    });

    it("is one document with --explain too, which holds the explanation and repeats no secret", async () => {
        const rule = payload(
            { topic: "t", key: "${get_secret('s', 'SecretString', 'r')}", headers: [{ key: "h", value: "${x.y}" }] },
            { sql: "SELECT [1] AS list, nothing.here AS x FROM 'a/+'" },
        );
        const file = files.file("rule.json", rule);
        const secrets = files.file("secrets.json", { s: { SecretString: "canarypassword" } });
        const args = ["--rule", file, "--topic", "a/b", "--secrets", secrets, "--explain", ...text("{}")];
        const { out, err, code } = await simulated(...args, "--format", "json");
        assert.deepEqual([code, err], [0, ""]);
        const { explanation, ...rest } = JSON.parse(out);
        assert.equal(rest.actions[0].record.key, "canarypassword");
        assert.doesNotMatch(JSON.stringify(explanation), /canary/);
        const [own, other] = explanation.statement;
        assert.deepEqual(own, {
            version: "2016-03-23",
            refused: [],
            clauses: [
                {
                    clause: "SELECT",
                    expression: {
                        source: "[1]",
                        offset: 7,
                        end: 10,
                        kind: "Array",
                        value: "[1]",
                        parts: [{ source: "1", offset: 8, end: 9, kind: "Int", value: "1", parts: [] }],
                    },
                },
                {
                    clause: "SELECT",
                    expression: {
                        source: "nothing.here",
                        offset: 20,
                        end: 32,
                        kind: "Undefined",
                        reason: "the message has no member nothing",
                        parts: [],
                    },
                },
            ],
            error: null,
        });
        assert.deepEqual([other.version, other.clauses], ["2015-10-08", []]);
        assert.deepEqual(other.refused, [
            "a list in brackets needs SQL version 2016-03-23 or later; this is 2015-10-08. Set the version to 2016-03-23.",
        ]);
        assert.deepEqual(
            explanation.templates.map((one: { place: string; expressions: object[] }) => [
                one.place,
                one.expressions.length,
            ]),
            [
                ["actions[0].kafka.key", 1],
                ["actions[0].kafka.headers[0].value", 1],
            ],
        );
        const told = await simulated(...args);
        assert.match(told.out, /under 2015-10-08:\n {2}is refused: a list in brackets needs/);
        assert.match(told.out, /actions\[0\]\.kafka\.key: .*\n {2}get_secret\(.*hidden: it may show a secret/);
    });

    it("says of a mistake in SQL what it is and what to write instead, as sentences", async () => {
        const { code, err } = await simulated("--sql", "SELECT uper(x) FROM 'a", "--topic", "a", ...text("{}"));
        assert.equal(code, 2);
        assert.match(err, /^--sql:1:21: SQL, line 1, column 21: .*[a-z)'"]\. [A-Z].*\.$/);
    });
});
