import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { ROOT } from "../program";
import { folder, payload, simulated } from "./run";

const schema = JSON.parse(readFileSync(join(ROOT, "docs/schemas/simulate.json"), "utf8")) as object;
const isDocument = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

const base64 = (text: string | Uint8Array) => ["--payload-base64", Buffer.from(text as string).toString("base64")];

/** Without the folder of this run. */
function titled(args: readonly string[]): string {
    return args.join(" ").replace(/\/tmp\/\S*\/|\S*iot-kafka-simulate-\w+\//g, "");
}

describe("iot-kafka simulate --format json", () => {
    const files = folder();
    after(() => files.remove());
    const rule = files.file("rule.json", payload({ topic: "t", key: "${k}", headers: [{ key: "h", value: "v" }] }));
    const broken = files.file(
        "broken.json",
        payload({ topic: "a/b" }, { errorAction: { kafka: { topic: "errors", clientProperties: {} } } }),
    );
    const wrong = files.file("wrong.json", payload({ topic: "${tpic()}" }));
    const where = ["--sql", "SELECT * FROM 'a/+' WHERE x.y > 1", "--topic", "a/b"];
    const sent = ["--topic", "a/b", ...base64('{"k":"v"}')];

    for (const [code, args] of [
        [0, ["--rule", rule, ...sent]],
        [0, ["--rule", rule, ...sent, "--partitions", "3", "--explain"]],
        [0, ["--rule", rule, "--rule", rule, ...sent, "--explain"]],
        [0, ["--sql", "SELECT * FROM 'a/+'", "--topic", "a/b", ...base64(Uint8Array.of(0xff))]],
        [0, ["--sql", "SELECT VALUE 1 FROM 'a/+'", "--topic", "a/b", ...base64("x")]],
        [1, ["--rule", broken, ...sent, "--explain"]],
        [1, ["--rule", rule, ...sent, "--produce"]],
        [
            1,
            [
                "--sql",
                "SELECT get_thing_shadow('a','r') AS s FROM 'a/+'",
                "--topic",
                "a/b",
                ...base64("{}"),
                "--explain",
            ],
        ],
        [1, [...where, ...base64("{}"), "--explain"]],
        [1, ["--sql", "SELECT * FROM '#'", "--topic", "a/#", ...base64("{}")]],
        [2, ["--rule", rule, "--rule", wrong, ...sent]],
        [2, ["--rule", wrong, ...sent]],
        [2, ["--sql", "SELECT", ...sent]],
        [2, ["--rule", rule, "--topic", "a/b", "--message", "/nowhere/at-all"]],
        [64, ["--rule", rule]],
        [64, ["--rule", rule, ...sent, "--partitions", "none"]],
    ] as const) {
        it(`prints one document of the committed schema and ends with ${code}: ${titled(args)}`, async () => {
            const { code: ended, out } = await simulated(...args, "--format", "json");
            assert.equal(ended, code, out);
            assert.ok(isDocument(JSON.parse(out)), JSON.stringify(isDocument.errors));
        });
    }

    it("prints one such document on each line with --messages, and nothing else", async () => {
        const lines = files.file("lines.ndjson", '{"k":1}\n\n{}\nx\n');
        const { out } = await simulated("--rule", rule, "--topic", "a/b", "--messages", lines, "--format", "json");
        const documents = out.split("\n").map((line) => JSON.parse(line) as unknown);
        assert.equal(documents.length, 3);
        for (const one of documents) assert.ok(isDocument(one), JSON.stringify(isDocument.errors));
    });
});
