import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importCommand } from "../../../cli/commands/import";
import { CATALOGUE, Judge } from "../../../constraints";
import { factsOfComponent, KAFKA_TOPIC_RULE } from "../../../constraints/components";
import { ruleArguments } from "../../../constraints/components/ruleArguments";
import { readSource } from "../../../sources";

const sources = join("tests", "fixtures", "sources");

/** Rules that are right, in every format that can be imported. */
const CORRECT = [
    "payload/founding-page.json",
    "cloudformation/plant.yaml",
    "cloudformation/cdk.template.json",
    "terraform/plant.plan.json",
    "pulumi/plant.export.json",
].map((file) => join(sources, file));

interface Said {
    readonly code: number;
    readonly out: string;
    readonly err: string;
}

async function said(...args: string[]): Promise<Said> {
    const [out, err]: [string[], string[]] = [[], []];
    const terminal = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), colour: false };
    const code = await importCommand.run(args, terminal);
    return { code, out: out.join("\n"), err: err.join("\n") };
}

function rulesIn(file: string) {
    const { resources } = readSource({ file, text: readFileSync(file, "utf8") });
    return resources.filter(({ facts }) => facts.kind === "topicRule");
}

describe("iot-kafka import", () => {
    let folder: string;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "iot-kafka-import-"));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    for (const file of CORRECT) {
        it(`brings all of the rule along: ${file}`, () => {
            const rules = rulesIn(file);
            assert.ok(rules.length > 0);
            for (const { facts } of rules) assert.deepEqual(ruleArguments(facts.values).lost, []);
        });

        it(`loses and invents no finding: ${file}`, () => {
            for (const { facts } of rulesIn(file)) {
                const { args } = ruleArguments(facts.values);
                const urn = `urn:pulumi:dev::plant::${KAFKA_TOPIC_RULE}::rule`;
                const component = factsOfComponent(KAFKA_TOPIC_RULE, urn, "rule", args);
                const judged = [facts, component!.resource].map(({ kind, values }) => {
                    const resource = { kind, id: "rule", name: "rule", values };
                    const { findings } = new Judge(CATALOGUE).judge({ resources: [resource] });
                    return findings.map(({ constraint }) => constraint).sort();
                });
                assert.deepEqual(judged[1], judged[0]);
            }
        });
    }

    it("adopts the rule by its name", async () => {
        const { code, out, err } = await said(join(sources, "pulumi", "plant.export.json"));
        assert.equal(code, 0, err);
        assert.match(out, /^}, existing\("plant_telemetry"\)\);$/m);
        assert.match(out, /pulumi\.mergeOptions\(opts, \{ import: ruleName \}\)/);
    });

    it("asks for what the file does not tell, and says so", async () => {
        const { out, err } = await said(join(sources, "cloudformation", "plant.yaml"));
        assert.match(out, /destinationArn: config\.require\("destinationArn"\)/);
        assert.match(err, /pulumi config set destinationArn …/);
        assert.doesNotMatch(out, /000000000000/);
    });

    it("lists what cannot be carried over, with its place", async () => {
        const file = join(sources, "payload", "fourteen-mistakes-get-topic-rule.json");
        const { code, err } = await said(file);
        assert.equal(code, 0);
        assert.match(
            err,
            /json:23:38: actions\[0\]\.kafka\.clientProperties\["linger\.ms"\] has no argument of KafkaTopicRule/,
        );
    });

    it("writes a whole project into a new folder, and nothing into one that holds something", async () => {
        const out = join(folder, "plant");
        const first = await said(join(sources, "payload", "founding-page.json"), "--out", out);
        assert.equal(first.code, 0, first.err);
        assert.deepEqual(readdirSync(out).sort(), ["Pulumi.yaml", "index.ts", "package.json", "tsconfig.json"]);
        assert.match(readFileSync(join(out, "Pulumi.yaml"), "utf8"), /^name: plant$[\s\S]+^ {2}ruleName:$/m);
        const again = await said(join(sources, "payload", "founding-page.json"), "--out", out);
        assert.equal(again.code, 2);
        assert.match(again.err, /plant:1:1: The folder is not empty/);
    });

    it("prints one document with --format json, also when there is nothing to import", async () => {
        const good = JSON.parse((await said(join(sources, "pulumi", "plant.export.json"), "--format", "json")).out);
        assert.deepEqual(Object.keys(good), ["files", "rules", "settings", "notCarried", "errors"]);
        assert.equal(good.rules[0].importId, "plant_telemetry");
        const empty = join(folder, "empty.json");
        writeFileSync(empty, '{"Resources":{"Bucket":{"Type":"AWS::S3::Bucket"}}}');
        const bad = await said(empty, "--format", "json");
        assert.equal(bad.code, 2);
        assert.match(JSON.parse(bad.out).errors[0].message, /no topic rule with a Kafka action/);
        const wrong = await said("--format", "json");
        assert.equal(wrong.code, 64);
        assert.match(JSON.parse(wrong.out).errors[0].message, /name one file/);
    });

    it("gives every rule of a file a name of its own", async () => {
        const rule = {
            sql: "SELECT * FROM 'a'",
            actions: [{ kafka: { topic: "t", destinationArn: "d", clientProperties: {} } }],
        };
        const file = join(folder, "two.json");
        const resource = { Type: "AWS::IoT::TopicRule", Properties: { TopicRulePayload: capitals(rule) } };
        writeFileSync(file, JSON.stringify({ Resources: { class: resource, Class: resource } }));
        const { out, err } = await said(file);
        assert.match(out, /const ruleClass = new KafkaTopicRule\("class"/, err);
        assert.match(out, /const class2 = new KafkaTopicRule\("Class-2"/);
    });
});

function capitals(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(capitals);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name[0]!.toUpperCase() + name.slice(1), capitals(one)]),
    );
}
