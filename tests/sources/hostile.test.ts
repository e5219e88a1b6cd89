import assert from "node:assert/strict";
import fc from "fast-check";
import { CATALOGUE, Judge } from "../../constraints";
import { MAXIMUM_LENGTH, readSource, type SourceDocument, stackOfSources } from "../../sources";
import { fixture } from "./read";

const FIXTURES = [
    "payload/founding-page.json",
    "payload/fourteen-mistakes-get-topic-rule.json",
    "cloudformation/fourteen-mistakes.yaml",
    "cloudformation/cdk.template.json",
    "terraform/fourteen-mistakes.plan.json",
    "pulumi/fourteen-mistakes.preview.json",
    "pulumi/founding-page.export.json",
];

/** Judges a document and walks back from every finding, as a command would. */
function judged(document: SourceDocument): void {
    const resources = new Map(document.resources.map((resource) => [resource.facts.id, resource]));
    const { findings, undetermined } = new Judge(CATALOGUE).judge(stackOfSources([document]));
    for (const { resource, path } of [...findings, ...undetermined]) {
        const { line, column } = resources.get(resource)!.locate(path);
        assert.ok(line >= 1 && column >= 1);
        assert.equal(typeof resources.get(resource)!.spell(path), "string");
    }
}

function problemOf(text: string, file = "rule.json"): string {
    const { format, problems } = readSource({ file, text });
    assert.equal(format, undefined);
    assert.equal(problems.length, 1);
    const { line, column, message } = problems[0]!;
    assert.match(message, /^[^\n]{5,300}\.$/);
    return `${line}:${column} ${message}`;
}

describe("bad input", () => {
    it("is answered by one sentence with its place", () => {
        const cases: readonly [text: string, answer: string][] = [
            ["", "1:1 The file is empty."],
            [" \n\n", "1:1 The file is empty."],
            ["hello {", '1:1 This is no JSON: expected a value, found "h".'],
            ['{"sql": ', "1:9 This is no JSON: expected a value, found the end of the file."],
            ['{"sql": "x"\n"actions": []}', '2:1 This is no JSON: expected a comma or }, found "\\"".'],
            ["[".repeat(100_000), '1:202 This is no JSON: expected at most 200 levels of nesting, found "[".'],
            [
                `${'{"a":'.repeat(300)}1${"}".repeat(300)}`,
                '1:1006 This is no JSON: expected at most 200 levels of nesting, found "{".',
            ],
            [
                "a: [1, 2\nb: 3",
                "2:1 This is no YAML: flow sequence in block collection must be sufficiently indented and end with a ].",
            ],
            ["a:\n\tb: 1", "2:1 This is no YAML: tabs are not allowed as indentation."],
            ["a: *b", "1:4 This alias stands for nothing."],
            ["a: &a [*a]", "1:8 This alias stands for something that contains it."],
            ["a: 1\n---\nb: 2\n", "2:1 This is a second document; only files of one are read."],
            [`a: ${"[".repeat(100_000)}`, "1:1004 This is nested too deep to be read."],
            ["- ".repeat(100_000), "1:401 This is nested too deep to be read."],
        ];
        for (const [text, answer] of cases) assert.equal(problemOf(text), answer);
    });

    it("of a format that is not read names those that are", () => {
        for (const text of ["{}", "[]", "1", '"a"', "null", "a: b", '{"steps": 1}', '{"Resources": {}}'])
            assert.match(problemOf(text), /^1:1 .*formats that are read/, text);
    });

    it("whose aliases stand for millions of values is refused before they are made", () => {
        const lines = ["a0: &a0 [1,1,1,1,1,1,1,1,1,1]"];
        for (let index = 1; index < 30; index++) {
            lines.push(
                `a${index}: &a${index} [${Array(10)
                    .fill(`*a${index - 1}`)
                    .join(",")}]`,
            );
        }
        assert.match(problemOf(lines.join("\n")), /With its aliases this stands for more than 5000000 values\.$/);
    });

    it("that is too long is refused unread", () => {
        assert.match(problemOf("[".repeat(MAXIMUM_LENGTH + 1)), /^1:1 The file is longer than 64 MB\.$/);
    });

    it("with a name given twice is judged by the last, and told", () => {
        for (const text of [
            '{"sql": "SELECT * FROM \'a\'",\n "actions": [],\n "sql": "SELECT 1 AS a FROM \'a\'"}',
            "sql: SELECT * FROM 'a'\nactions: []\nsql: SELECT 1 AS a FROM 'a'\n",
        ]) {
            const { resources, problems } = readSource({ file: "f", text });
            assert.deepEqual(
                problems.map(({ line, message }) => [line, message]),
                [[3, '"sql" is given twice.']],
            );
            assert.equal(resources[0]!.facts.values.sql, "SELECT 1 AS a FROM 'a'");
            assert.equal(resources[0]!.locate(["sql"]).line, 3);
        }
    });

    it("is never answered by an exception, however a right file is damaged", function () {
        this.timeout(60_000);
        const damage = fc.array(
            fc.tuple(
                fc.nat(),
                fc.nat(8),
                fc.constantFrom("", ",", '"', "}", "[", "\\", "\n", "!Ref ", "*a", "null", "-"),
            ),
            { minLength: 1, maxLength: 3 },
        );
        fc.assert(
            fc.property(fc.constantFrom(...FIXTURES), damage, (name, changes) => {
                let text = fixture(name);
                for (const [at, count, insert] of changes) {
                    const from = at % text.length;
                    text = text.slice(0, from) + insert + text.slice(from + count);
                }
                judged(readSource({ file: name, text }));
            }),
            { numRuns: 60 },
        );
    });

    it("is never answered by an exception, whatever stands in the place of a value", function () {
        this.timeout(60_000);
        const leaf = fc.oneof(
            fc.jsonValue(),
            fc.constantFrom({ Ref: 1 }, { "Fn::If": [] }, { "Fn::Sub": null }, { "Fn::Join": ["", 1] }),
        );
        fc.assert(
            fc.property(
                fc.constantFrom(...FIXTURES.filter((name) => /(cdk|plan|preview|export|get)/.test(name))),
                fc.nat(),
                leaf,
                (name, at, value) => {
                    const document: unknown = JSON.parse(fixture(name));
                    const holders: [Record<string, unknown>, string][] = [];
                    collect(document, holders);
                    const [holder, key] = holders[at % holders.length]!;
                    holder[key] = value;
                    judged(readSource({ file: name, text: JSON.stringify(document) }));
                },
            ),
            { numRuns: 150 },
        );
    });
});

function collect(value: unknown, holders: [Record<string, unknown>, string][]): void {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
        holders.push([value as Record<string, unknown>, key]);
        collect(inner, holders);
    }
}
