import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { call, iotKafka, outside, ROOT } from "./program";

describe("iot-kafka", () => {
    const folder = outside();
    after(() => folder.remove());

    it("tells its version and its commands, and loads nothing of Pulumi for that", async () => {
        const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
        const trace = join(folder.path, "loaded.cjs");
        const hook = `process.on("exit", () => console.error(Object.keys(require.cache).join("\\n")));`;
        folder.program("hook", { "hook.cjs": hook });
        const environment = { NODE_OPTIONS: `--require ${join(folder.path, "hook", "hook.cjs")}` };
        const told = await iotKafka(["--version"], { environment });
        assert.deepEqual([told.code, told.stdout], [0, `${version}\n`], trace);
        assert.match(told.stderr, /dist\/cli\/main\.js/);
        assert.doesNotMatch(told.stderr, /node_modules/);
        const help = await iotKafka(["--help"]);
        assert.equal(help.code, 0);
        assert.match(help.stdout, /^ {2}sandbox +preview, up or destroy/m);
        assert.match((await iotKafka(["sandbox", "--help"])).stdout, /--config KEY=VALUE/);
    });

    it("exits 64 with one sentence, and the nearest name, when it is called wrongly", async () => {
        for (const [args, sentence] of [
            [["sandbx"], "unknown command sandbx: did you mean sandbox?"],
            [["--vesion"], "unknown option --vesion: did you mean --version?"],
            [["sandbox"], "what shall the sandbox do: preview, up, destroy, bin?"],
            [["sandbox", "prewiev"], "unknown action prewiev: did you mean preview?"],
            [["sandbox", "preview", "a", "b"], "one folder at a time: a, b"],
            [["sandbox", "preview", "--formt", "json"], "unknown option --formt: did you mean --format?"],
            [["sandbox", "preview", "--format", "xml"], "unknown format xml: there are text, json"],
            [["sandbox", "preview", "--config"], "Option '-c, --config <value>' argument missing"],
            [
                ["sandbox", "preview", "--config", "topic"],
                "--config topic… is not KEY=VALUE, as in --config aws:region=eu-west-1",
            ],
            [["check"], "name at least one file, folder or glob, or - for standard input"],
            [["check", "a", "--fail-on", "x"], "unknown level x: there are mandatory, advisory"],
            [["explain", "--formt", "json"], "unknown option --formt: did you mean --format?"],
            [
                ["simulate", "--sql", "SELECT * FROM 'a'"],
                "--topic is missing: the MQTT topic that the message is published to",
            ],
        ] as const) {
            const { code, stdout, stderr } = await iotKafka(args);
            assert.deepEqual({ code, stdout, stderr }, { code: 64, stdout: "", stderr: `iot-kafka: ${sentence}\n` });
        }
        assert.equal((await iotKafka([])).code, 64);
    });

    it("prints one document for JSON when it is called wrongly, too", async () => {
        const { code, stdout, stderr } = await iotKafka(["sandbox", "fly", "--format", "json"]);
        const document = JSON.parse(stdout) as { exitCode: number; errors: readonly { message: string }[] };
        assert.deepEqual([code, stderr, document.exitCode, document.errors.length], [64, "", 64, 1]);
    });

    it("ends quietly when whoever reads it has read enough", async () => {
        const program = `node ${join(ROOT, "bin", "iot-kafka.js")} explain | head -n 2`;
        const { stdout, stderr } = await call("bash", ["-c", program]);
        assert.equal(stdout.trimEnd().split("\n").length, 2);
        assert.equal(stderr, "");
    });

    it("does not repeat what may be a secret", async () => {
        const { code, stderr } = await iotKafka(["sandbox", "preview", "--config", "a:b:c=hunter2"]);
        assert.equal(code, 64);
        assert.doesNotMatch(stderr, /hunter2/);
    });

    it("exits 2 with one sentence when a folder holds no Node Pulumi program, in JSON as well", async () => {
        const python = folder.program("python", { "Pulumi.yaml": "name: plant\nruntime: python\n" });
        const broken = folder.program("broken", { "Pulumi.yaml": "name: [\n" });
        for (const [path, sentence] of [
            [join(folder.path, "nowhere"), /nowhere does not exist\.$/],
            [join(python, "package.json"), /package\.json is a file, not a folder\.$/],
            [folder.path, /is no Pulumi program: it has no Pulumi\.yaml\.$/],
            [python, /has the runtime "python": the sandbox runs programs with "runtime: nodejs" only\.$/],
            [broken, /broken\/Pulumi\.yaml:2:1 is no YAML: .*\.$/],
        ] as const) {
            const text = await iotKafka(["sandbox", "preview", path]);
            assert.deepEqual([text.code, text.stdout], [2, ""]);
            assert.match(text.stderr.trimEnd(), sentence);
            assert.equal(text.stderr.trimEnd().split("\n").length, 1);
        }
        const { code, stdout } = await iotKafka(["sandbox", "preview", python, "--format", "json"]);
        const document = JSON.parse(stdout) as { exitCode: number; errors: readonly { message: string }[] };
        assert.deepEqual([code, document.exitCode, document.errors.length], [2, 2, 1]);
    });
});
