import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { UsageProblem } from "../../../cli/command";
import { explain } from "../../../cli/commands/explain";
import { CATALOGUE } from "../../../constraints";
import { LEDGER } from "../../../constraints/ledger";

const root = resolve(__dirname, "..", "..", "..");

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await explain.run(args, {
        out: (line) => out.push(line),
        err: (line) => err.push(line),
        colour: false,
    });
    return { code, out: out.join("\n"), err: err.join("\n") };
}

async function json(...args: string[]) {
    const { code, out, err } = await run(...args, "--format", "json");
    assert.equal(err, "");
    const document = JSON.parse(out);
    assert.deepEqual(Object.keys(document), ["constraints", "requirements", "errors"]);
    return { code, ...document };
}

describe("iot-kafka explain", () => {
    it("knows the name under which components report arguments of a wrong form", async () => {
        const { code, out } = await run("argument-form");
        assert.equal(code, 0);
        assert.match(out, /^argument-form: mandatory/);
    });

    it("explains a constraint", async () => {
        const { code, out, err } = await run("acks-value");
        assert.equal(code, 0);
        assert.equal(err, "");
        assert.match(out, /^acks-value: mandatory, severity high\n/);
        for (const part of ["What must hold", "Why", "How to fix it", "Violates", "Complies", "Options", "Source"]) {
            assert.ok(out.includes(`\n  ${part}\n`), part);
        }
        assert.match(out, /kafkas\[0\]\.clientProperties\.acks = "2"/);
        assert.match(out, /allowed \(array, \["0","1"\]\)/);
        assert.match(out, /KAFKA-ACKS-05: By default/);
        assert.match(out, /https:\/\/docs\.aws\.amazon\.com\//);
    });

    it("explains a requirement by what settles it", async () => {
        const { code, out } = await run("KAFKA-ACKS-05", "KAFKA-ACKS-02", "IAM-PASS-01");
        assert.equal(code, 0);
        assert.match(out, /^KAFKA-ACKS-05: .*\n\n {2}enforced by acks-value$/m);
        assert.match(out, /^KAFKA-ACKS-02: .*\n\n {2}impossible: the default/m);
        assert.match(out, /^IAM-PASS-01: .*\n\n {2}not enforced: The rights of/m);
    });

    it("gives constraints and requirements as JSON, each once and in the order asked for", async () => {
        const { code, constraints, requirements, errors } = await json(
            "sql-version",
            "KAFKA-ACKS-05",
            "acks-value",
            "IAM-PASS-01",
            "sql-version",
        );
        assert.equal(code, 0);
        assert.deepEqual(errors, []);
        assert.deepEqual(
            constraints.map(({ id }: { id: string }) => id),
            ["sql-version", "acks-value"],
        );
        const [, acks] = constraints;
        const { level, severity, source, options, examples, enabled } = acks;
        assert.deepEqual([level, severity, enabled], ["mandatory", "high", true]);
        assert.deepEqual(Object.keys(source), ["page", "url", "retrieved"]);
        assert.deepEqual(options.allowed.value, ["0", "1"]);
        assert.equal(options.allowed.type, "array");
        assert.equal(examples.invalid[0].value, '"2"');
        assert.ok(examples.valid.every(({ title }: { title: string }) => title.length > 0));
        for (const member of ["what", "why", "fix"]) assert.match(acks[member], /\.$/);
        const reason = "The rights of whoever deploys are outside the stack that is judged.";
        assert.deepEqual(requirements, [
            { ...requirements[0], id: "KAFKA-ACKS-05", settled: "enforced", by: "acks-value", reason: null },
            { ...requirements[1], id: "IAM-PASS-01", settled: "not enforced", by: "", reason },
        ]);
    });

    it("lists everything where no ID is given", async () => {
        const { code, out } = await run();
        assert.equal(code, 0);
        for (const { id } of [...CATALOGUE, ...LEDGER]) assert.ok(out.includes(`${id} `), id);
        const { constraints, requirements } = await json();
        assert.equal(constraints.length, CATALOGUE.length);
        assert.equal(requirements.length, LEDGER.length);
        for (const { id, examples } of constraints) {
            for (const { message } of examples.invalid) assert.ok(message, `${id} says nothing of an example`);
        }
    });

    it("answers an unknown ID with the nearest, beside what it knows", async () => {
        const { code, out, err } = await run("acks-vlaue", "KAFKA-ACKS-2", "acks-value");
        assert.equal(code, 64);
        assert.match(out, /^acks-value: /);
        assert.match(err, /"acks-vlaue" is no constraint or requirement\. Did you mean "acks-value"\?/);
        assert.match(err, /Did you mean "KAFKA-ACKS-02"\?/);
        const asJson = await json("acks-vlaue", "something-entirely-different");
        assert.equal(asJson.code, 64);
        assert.deepEqual(
            asJson.errors.map(({ name, nearest }: { name: string; nearest: string | null }) => [name, nearest]),
            [
                ["acks-vlaue", "acks-value"],
                ["something-entirely-different", null],
            ],
        );
    });

    it("refuses a wrong call, with JSON in one document", async () => {
        for (const args of [
            ["--formt", "json"],
            ["--format", "xml"],
            ["--config"],
            ["--config", "a", "--config", "b"],
        ]) {
            await assert.rejects(run(...args), UsageProblem, args.join(" "));
        }
        const { code, errors } = await json("--confg", "x");
        assert.equal(code, 64);
        assert.match(errors[0].message, /--confg.*--config/);
    });

    it("loads nothing of Pulumi or AWS", () => {
        const script = `
            require("./cli/commands/explain");
            const loaded = Object.keys(require.cache).filter((file) => /node_modules.(@pulumi|@grpc|@aws)/.test(file));
            console.log(JSON.stringify({ loaded }));`;
        const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], {
            cwd: root,
            encoding: "utf8",
        });
        assert.equal(stderr, "");
        assert.deepEqual(JSON.parse(stdout), { loaded: [] });
    });
});

describe("iot-kafka explain --config", () => {
    let folder: string;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "explain-"));
    });
    after(() => rmSync(folder, { recursive: true }));

    function file(name: string, text: string): string {
        const path = join(folder, name);
        writeFileSync(path, text);
        return path;
    }

    it("shows the levels and options that are configured", async () => {
        const config = file(
            "good.json",
            '{ "acks-value": { "enforcementLevel": "advisory", "allowed": ["all"] }, "sql-version": "disabled" }',
        );
        const { code, constraints } = await json("acks-value", "sql-version", "rule-name", "--config", config);
        assert.equal(code, 0);
        const [acks, version, name] = constraints;
        assert.equal(acks.level, "advisory");
        assert.deepEqual(acks.options.allowed.value, ["all"]);
        assert.deepEqual(acks.options.allowed.default, ["0", "1"]);
        assert.deepEqual([version.level, version.enabled], ["disabled", false]);
        assert.deepEqual([name.level, name.enabled], ["mandatory", true]);
        const { out } = await run("acks-value", `--config=${config}`);
        assert.match(out, /^acks-value: advisory, severity high\n/);
        assert.match(out, /allowed \(array, \["all"\]\)/);
    });

    it("takes the level of all", async () => {
        const { constraints } = await json("--config", file("all.json", '{ "all": "advisory" }'));
        assert.deepEqual([...new Set(constraints.map(({ level }: { level: string }) => level))], ["advisory"]);
    });

    it("tells all mistakes of a configuration at once, each with its place", async () => {
        const config = file(
            "bad.json",
            [
                "{",
                '  "akcs-value": "disabled",',
                '  "acks-value": { "alowed": ["0"], "allowed": "0" },',
                '  "sql-version": "of",',
                '  "rule-name": { "suppress": [{ "match": "*", "until": "tomorrow" }] },',
                '  "rule-name": "advisory"',
                "}",
            ].join("\n"),
        );
        const { code, out, err } = await run("acks-value", "--config", config);
        assert.equal(code, 2);
        assert.equal(out, "");
        assert.deepEqual(
            err.split("\n").map((line) => line.replace(config, "bad.json").replace(/\. Known are .*/, ".")),
            [
                'bad.json:2:3: "akcs-value" is no constraint. Did you mean "acks-value"?',
                'bad.json:3:19: "alowed" is no option of acks-value. Did you mean "allowed"?',
                'bad.json:3:47: acks-value.allowed is the text "0", not a list.',
                'bad.json:4:18: The level of sql-version is "of", not advisory, mandatory, remediate or disabled.',
                'bad.json:6:3: "rule-name" is given twice.',
            ],
        );
        const asJson = await json("acks-value", "--config", config);
        assert.equal(asJson.code, 2);
        assert.deepEqual(asJson.constraints, []);
        assert.deepEqual(asJson.errors[0], {
            name: "akcs-value",
            nearest: "acks-value",
            message: `${config}:2:3: "akcs-value" is no constraint. Did you mean "acks-value"?`,
        });
    });

    it("tells where a file is no JSON, and why it cannot be read, without a stack trace", async () => {
        const broken = file("broken.json", '{\n  "acks-value": "advisory",\n}');
        const none = join(folder, "none.json");
        const aFolder = join(folder, "folder");
        mkdirSync(aFolder);
        for (const [path, expected] of [
            [broken, `${broken}:3:1: This is no JSON: expected a name in double quotes, found "}".`],
            [none, `${none}:1:1: The file cannot be read: there is no such file.`],
            [aFolder, `${aFolder}:1:1: The file cannot be read: it is a folder.`],
            [file("empty.json", ""), ":1:1: This is no JSON: expected a value, found the end of the file."],
            [file("list.json", "[]"), ":1:1: The configuration is an empty list, not an object by constraint."],
        ] as const) {
            const { code, out, err } = await run("--config", path);
            assert.equal(code, 2);
            assert.equal(out, "");
            assert.ok(err.endsWith(expected), err);
            assert.doesNotMatch(err, /\n\s+at /);
            const { code: jsonCode, errors } = await json("--config", path);
            assert.equal(jsonCode, 2);
            assert.equal(errors.length, 1);
            assert.equal(errors[0].message, err);
        }
    });

    it("exits with the higher code when both the call and the configuration are wrong", async () => {
        const { code, errors } = await json("acks-vlaue", "--config", join(folder, "none.json"));
        assert.equal(code, 64);
        assert.equal(errors.length, 2);
    });
});
