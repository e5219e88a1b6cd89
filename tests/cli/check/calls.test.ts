import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checked, report, TEMPLATE } from "./run";

const RULE = JSON.stringify({
    ruleName: "plant",
    topicRulePayload: {
        sql: "SELECT * FROM 'a/b'",
        awsIotSqlVersion: "2016-03-23",
        actions: [
            {
                kafka: {
                    destinationArn:
                        "arn:aws:iot:us-east-1:602911837465:ruledestination/vpc/1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9",
                    topic: "telemetry",
                    clientProperties: { acks: "2", "bootstrap.servers": "kafka.example:9096" },
                },
            },
        ],
    },
});

describe("iot-kafka check", () => {
    let folder: string;
    const file = (name: string, text: string) => {
        const path = join(folder, name);
        mkdirSync(join(path, ".."), { recursive: true });
        writeFileSync(path, text);
        return path;
    };
    const configured = (configuration: unknown) => file("config.json", JSON.stringify(configuration));
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-check-"));
    });
    after(() => rmSync(folder, { recursive: true }));

    it("takes all files of a folder as one stack, and lists those that are something else", async () => {
        file("stack/rule.json", RULE);
        file("stack/deep/package.json", '{"name":"x"}');
        file("stack/node_modules/x/rule.json", RULE);
        file("stack/.hidden/rule.json", RULE);
        const { code, evaluated, notEvaluated, errors } = await report(join(folder, "stack"));
        assert.deepEqual([code, evaluated.resources, errors], [1, 1, []]);
        assert.deepEqual(
            notEvaluated.map(({ resource, type }) => [resource, type]),
            [[join(folder, "stack/deep/package.json"), "file"]],
        );
    });

    it("takes globs, and each file once", async () => {
        file("many/a.json", RULE);
        file("many/b.json", RULE);
        const { evaluated } = await report(join(folder, "many/*.json"), join(folder, "many/a.json"));
        assert.equal(evaluated.resources, 2);
        const { code, errors } = await report(join(folder, "many/*.yaml"));
        assert.deepEqual([code, errors[0]!.message], [2, "No file matches it."]);
    });

    it("refuses a folder in which nothing is recognised, and a named file that is not", async () => {
        file("other/package.json", '{"name":"x"}');
        const inFolder = await report(join(folder, "other"));
        assert.equal(inFolder.code, 2);
        assert.match(inFolder.errors[0]!.message, /^Nothing in the folder is /);
        const named = await report(join(folder, "other/package.json"));
        assert.equal(named.code, 2);
        assert.equal(named.errors[0]!.file, join(folder, "other/package.json"));
    });

    it("does not pass over a broken rule in a folder, nor a template with a resource that is there twice", async () => {
        file("broken/rule.json", RULE);
        const cut = file("broken/cut.json", RULE.slice(0, 200));
        const twice = file("broken/twice.yaml", "Resources:\n  A: {Type: AWS::IoT::TopicRule}\n  A: {Type: x}\n");
        const { code, errors, evaluated } = await report(join(folder, "broken"));
        assert.deepEqual([code, evaluated.resources], [2, 1]);
        assert.deepEqual([...new Set(errors.map((error) => error.file))].sort(), [cut, twice].sort());
    });

    it("judges what can be read although something else cannot", async () => {
        const broken = file("broken.json", '{"topicRulePayload": {');
        const rule = file("rule.json", RULE);
        const { code, findings, errors } = await report(rule, broken);
        assert.equal(code, 2);
        assert.ok(findings.some(({ constraint }) => constraint === "acks-value"));
        assert.equal(errors.length, 1);
        assert.deepEqual([errors[0]!.file, errors[0]!.line], [broken, 1]);
    });

    for (const [what, text] of [
        ["nothing", ""],
        ["no JSON", "hello {"],
        ["a list", "[1, 2]"],
        ["a number", "7"],
        ["duplicate keys in a template", 'Resources:\n  A: {Type: "AWS::IoT::TopicRule"}\n  A: {Type: "x"}\n'],
        ["a deep nest", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
        ["a deep nest of YAML", "- ".repeat(10_000)],
        [
            "aliases that explode",
            `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
                .split("")
                .map((letter, index) => {
                    const before = "abcdefghij"[index];
                    return `${letter}: &${letter} [${Array(9).fill(`*${before}`).join(",")}]\n`;
                })
                .join("")}Resources: {A: {Type: "AWS::IoT::TopicRule", Properties: *j}}`,
        ],
    ] as const) {
        it(`answers ${what} with a sentence and its place, exit 2`, async () => {
            const { code, errors } = await report(file("bad.yaml", text));
            assert.equal(code, 2, JSON.stringify(errors));
            assert.match(errors[0]!.message, /^[^\n]{10,300}[.!]$/);
            assert.doesNotMatch(errors[0]!.message, /\bat \S+:\d+:\d+|Error:/);
        });
    }

    it("answers a file that it may not read, and one that is far too large, with a sentence", async () => {
        const large = file("large.json", `{"x":"${"x".repeat(70 * 1024 * 1024)}"}`);
        assert.match((await report(large)).errors[0]!.message, /larger than 64 MB/);
        if (process.getuid?.() === 0) return;
        const secret = file("secret.json", RULE);
        chmodSync(secret, 0);
        assert.match((await report(secret)).errors[0]!.message, /permission denied/);
    });

    it("exits 1 for advice only when asked to", async () => {
        const advice = configured({ all: "advisory" });
        const rule = file("rule.json", RULE);
        assert.equal((await checked(rule, "--config", advice)).code, 0);
        assert.equal((await checked(rule, "--config", advice, "--fail-on", "advisory")).code, 1);
    });

    it("takes levels, options, exclusions and suppressions from the configuration of the packs", async () => {
        const rule = file("rule.json", RULE);
        const found = async (own: unknown) => {
            const { findings } = await report(rule, "--config", configured({ "acks-value": own }));
            return findings
                .filter(({ constraint }) => constraint === "acks-value")
                .map(({ level, message }) => ({ level, message }));
        };
        assert.equal((await found("advisory"))[0]!.level, "advisory");
        assert.deepEqual(await found("disabled"), []);
        assert.deepEqual(await found({ exclude: ["*rule.json"] }), []);
        assert.deepEqual(
            await found({ suppress: [{ match: "*rule.json", reason: "agreed", until: "2999-01-01" }] }),
            [],
        );
        const [expired, acks] = await found({ suppress: [{ match: "*", reason: "agreed", until: "2020-01-01" }] });
        assert.match(`${expired!.message} ${acks!.message}`, /ended on 2020-01-01/);
        assert.equal((await found({ suppress: [{ match: "other", reason: "agreed" }] })).length, 1);
    });

    it("refuses a misspelt configuration with the nearest name, at its place", async () => {
        const rule = file("rule.json", RULE);
        const { code, findings, errors } = await report(rule, "--config", configured({ "akcs-value": "advisory" }));
        assert.deepEqual([code, findings], [2, []]);
        assert.match(errors[0]!.message, /acks-value/);
        assert.deepEqual([errors[0]!.line, errors[0]!.column], [1, 2]);
    });

    it("takes the Region of --region before every other", async () => {
        const { findings } = await report(file("rule.json", RULE), "--region", "eu-west-1");
        assert.ok(findings.some(({ constraint }) => constraint === "destination-place"));
    });

    it("refuses a Region that is none, with the nearest one or all there are", async () => {
        const rule = file("rule.json", RULE);
        const refused = (region: string) =>
            checked(rule, "--region", region).then(
                ({ code }) => assert.fail(`${region} was taken, exit code ${code}`),
                ({ name, message }: Error) => `${name}: ${message}`,
            );
        assert.match(await refused("mars"), /^UsageProblem: unknown Region mars: there are ap-east-1, .*us-west-2$/);
        assert.equal(await refused("eu-west1"), "UsageProblem: unknown Region eu-west1: did you mean eu-west-1?");
        assert.match(await refused("eu-west-1a"), /did you mean eu-west-1\?$/);
        assert.match(await refused(""), /needs the name of a Region/);
        for (const region of ["us-gov-west-1", "eusc-de-east-1", "us-iso-east-1", "ap-southeast-7"])
            assert.notEqual((await checked(rule, "--region", region)).code, 2, region);
    });

    it("says on standard error what it repaired, and judges the rest", async () => {
        const { code, err } = await checked(file("repaired.json", RULE.slice(0, -1)));
        assert.equal(code, 1);
        assert.match(err, /repaired\.json:1:\d+: .*}/);
    });

    it("judges a stack that has nothing to do with Kafka as well: nothing is found", async () => {
        const empty = file("empty.yaml", "Resources:\n  Bucket: {Type: AWS::S3::Bucket}\n");
        assert.deepEqual((await report(empty)).code, 0);
    });

    it("joins the resources of a template", async () => {
        const { findings } = await report(TEMPLATE);
        assert.ok(
            findings.some(({ resource }) => resource === "Role"),
            "joined with the destination",
        );
    });
});
