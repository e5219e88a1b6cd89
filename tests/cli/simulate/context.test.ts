import assert from "node:assert/strict";
import { folder, simulated } from "./run";

describe("the files that tell a simulation more than the message", () => {
    const files = folder();
    after(() => files.remove());
    const run = (sql: string, ...args: readonly string[]) =>
        simulated("--sql", sql, "--topic", "a", "--payload-base64", "e30=", ...args);

    it("keep every digit of the answers and of the arguments of fixtures", async () => {
        const text = `{ "get_thing_shadow": { "[9007199254740993, \\"r\\"]": {"id": 18446744073709551615, "2": 1E-400, "1": 0.10} } }`;
        const fixtures = files.file("exact.json", text);
        const sql = "SELECT get_thing_shadow(9007199254740993, 'r') AS shadow FROM 'a'";
        const { code, out } = await run(sql, "--fixtures", fixtures, "--format", "json");
        assert.equal(code, 0);
        assert.ok(out.includes('{"shadow":{"id":18446744073709551615,"2":1E-400,"1":0.1}}'), out);
    });

    it("keep every digit of the JSON in a secret", async () => {
        const secrets = files.file("secrets.json", { s: { SecretString: '{"id":9007199254740993}' } });
        const sql = "SELECT get_secret('s', 'SecretString', 'id', 'r') AS id FROM 'a'";
        const { out } = await run(sql, "--secrets", secrets, "--format", "json");
        assert.ok(out.includes('{"id":9007199254740993}'), out);
    });

    for (const [option, text, sentence] of [
        ["--fixtures", "[]", ":1:1: The file is no JSON object."],
        ["--fixtures", '{"get_thing_shadow": 5}', ":1:22: The answers of get_thing_shadow are no object by the JSON"],
        [
            "--fixtures",
            '{"get_thing_shadwo": {}}',
            ':1:2: No fixture answers "get_thing_shadwo": did you mean get_thing_',
        ],
        [
            "--fixtures",
            '{"get_secret": {}}',
            ":1:2: No fixture answers get_secret: give its secrets by --secrets FILE.",
        ],
        ["--fixtures", '{"decode": {}, "decode": {}}', ':1:16: "decode" is given twice.'],
        ["--secrets", '{"s": {"SecretString": 5}}', ':1:7: The secret "s" has another form than'],
        ["--secrets", "{", ":1:2: This is no JSON"],
    ] as const) {
        it(`are refused with the place where they are wrong: ${option} ${text}`, async () => {
            const file = files.file("wrong.json", text);
            const { code, out, err } = await run("SELECT 1 AS x FROM 'a'", option, file);
            assert.deepEqual([code, out], [2, ""]);
            assert.ok(err.startsWith(`${file}${sentence}`), err);
        });
    }
});
