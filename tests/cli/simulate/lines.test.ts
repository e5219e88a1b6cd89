import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT } from "../program";
import { folder, payload, simulated } from "./run";

const STATEMENT = ["--sql", "SELECT n FROM 'a/+'", "--topic", "a/b", "--format", "json"];

describe("iot-kafka simulate with a message on each line", () => {
    const files = folder();
    after(() => files.remove());
    const outputs = (out: string) => out.split("\n").map((line) => (JSON.parse(line) as { output: unknown }).output);

    it("gives one line for each, skips lines with nothing in them, and notes on standard error how many", async () => {
        const file = files.file("blank.ndjson", '\n{"n":1}\r\n  \n{"n":9007199254740993}\n\r\n{"n":3}');
        const { code, out, err } = await simulated(...STATEMENT, "--messages", file);
        assert.equal(code, 0);
        const lines = out.split("\n");
        assert.equal(lines.length, 3);
        assert.match(lines[1]!, /"output":\{"n":9007199254740993\}/);
        assert.equal(err, `note: ${file}: lines without a message were skipped: 3`);
        const ended = files.file("ended.ndjson", '{"n":1}\n{"n":2}\n');
        assert.deepEqual(await simulated(...STATEMENT, "--messages", ended), {
            code: 0,
            out: (await simulated(...STATEMENT, "--messages", files.file("open.ndjson", '{"n":1}\n{"n":2}'))).out,
            err: "",
        });
        const none = await simulated(...STATEMENT, "--messages", files.file("none.ndjson", ""));
        assert.deepEqual(none, { code: 0, out: "", err: "" });
    });

    it("reads lines that are longer than a piece of the file, and lines across pieces", async () => {
        const long = "x".repeat(100_000);
        const messages = Array.from({ length: 60 }, (_, n) => JSON.stringify({ long, n }));
        const { code, out } = await simulated(
            ...STATEMENT,
            "--messages",
            files.file("long.ndjson", messages.join("\n")),
        );
        assert.equal(code, 0);
        assert.deepEqual(
            outputs(out),
            messages.map((_, n) => ({ n })),
        );
        const huge = files.file("huge.ndjson", `{"n":1}\n{"n":2,"x":"${"x".repeat(5_000_000)}"}\n{"n":3}\n`);
        const refused = await simulated(...STATEMENT, "--messages", huge);
        assert.equal(refused.code, 1, "the broker takes no such message, which is not normal");
        const lines = refused.out.split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
        assert.deepEqual(
            lines.map(({ matched, reason }) => [matched, reason]),
            [
                [true, undefined],
                [false, "refused"],
                [true, undefined],
            ],
        );
    });

    it("takes a message that does not match for normal, and one without its record not", async () => {
        const rule = files.file("rule.json", payload({ topic: "${t}" }, { sql: "SELECT * FROM 'a/+' WHERE n > 1" }));
        const args = ["--rule", rule, "--topic", "a/b", "--format", "json", "--messages"];
        assert.equal((await simulated(...args, files.file("one.ndjson", '{"n":1}\n{"n":2,"t":"x"}\n'))).code, 0);
        assert.equal((await simulated(...args, files.file("two.ndjson", '{"n":1}\n{"n":2}\n'))).code, 1);
    });

    it("explains each message in its line", async () => {
        const file = files.file("explain.ndjson", '{"n":1}\n{}\n');
        const { out } = await simulated(...STATEMENT, "--explain", "--messages", file);
        const reasons = out
            .split("\n")
            .map((line) => JSON.parse(line).explanation.statement[0].clauses[0].expression.reason as string);
        assert.deepEqual(reasons, [undefined, "the message has no member n"]);
    });

    it("reads a pipe that is slow, and stops when nobody reads on", async () => {
        const program = [join(ROOT, "bin", "iot-kafka.js"), "simulate", ...STATEMENT, "--messages", "-"];
        const slow = spawn(process.execPath, program, { stdio: ["pipe", "pipe", "inherit"] });
        let out = "";
        slow.stdout.setEncoding("utf8").on("data", (text: string) => {
            out += text;
        });
        slow.stdin.write('{"n":1}\n{"n"');
        setTimeout(() => slow.stdin.end(":2}\n"), 100);
        const [code] = (await once(slow, "close")) as [number];
        assert.deepEqual([code, outputs(out.trimEnd())], [0, [{ n: 1 }, { n: 2 }]]);

        const left = spawn(process.execPath, program, { stdio: ["pipe", "pipe", "ignore"] });
        left.stdin.on("error", () => undefined);
        left.stdout.once("data", () => left.stdout.destroy());
        const lines = `{"n":1,"x":"${"x".repeat(1000)}"}\n`.repeat(1000);
        const feed = () => {
            while (left.exitCode === null && left.stdin.write(lines));
        };
        left.stdin.on("drain", feed);
        feed();
        // Without an end of its input it ends only since its output is gone.
        const ended = await once(left, "exit");
        assert.ok(ended.length > 0);
    }).timeout(20_000);
});
