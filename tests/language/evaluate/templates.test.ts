import assert from "node:assert/strict";
import {
    compileSql,
    compileTemplate,
    type EvaluationContext,
    Message,
    type TemplateOptions,
    type Variables,
} from "../../../language/evaluate";

interface Given extends TemplateOptions {
    readonly message?: string;
    readonly context?: EvaluationContext;
    readonly values?: Variables;
}

function textOf(template: string, { message = "{}", context = {}, values = [], ...options }: Given = {}): string {
    const compiled = compileTemplate(template, options);
    assert.ok(compiled.ok, compiled.ok ? "" : JSON.stringify(compiled.problems));
    const outcome = compiled.value.evaluate(new Message(message), context, values);
    assert.ok(outcome.ok, outcome.ok ? "" : outcome.error.message);
    return outcome.text;
}

function problemsOf(template: string, options: TemplateOptions = {}): string[] {
    const compiled = compileTemplate(template, options);
    assert.ok(!compiled.ok, `${template} compiles`);
    return compiled.problems.map(({ code }) => code);
}

const MESSAGE = '{"id":"d1","n":5,"x":2.50,"b":true,"o":{"k":[1]},"nothing":null,"big":9007199254740993}';
const context = { topic: "devices/d1/up", clientId: "c1", timestamp: 0 };

const TEXTS: readonly (readonly [template: string, text: string, says: string])[] = [
    ["", "", "an empty text is itself"],
    ["plain", "plain", "a text without a template is itself"],
    ["${topic()}/republish", "devices/d1/up/republish", "AWS's example of a topic"],
    ["${parse_time('yyyy', timestamp(), 'UTC')}", "1970", "AWS's example of a key"],
    ["device/${id}", "device/d1", "a field of the message"],
    ["${id}-${n}-${x}-${b}", "d1-5-2.5-true", "several templates in one text"],
    ["${o}", '{"k":[1]}', "an object is written as JSON"],
    ["${get(o.k, 0)}", "1", "a call"],
    ["${n + 1}", "6", "a sum"],
    ["${big}", "9007199254740993", "a large number keeps its digits"],
    ["${missing}", "", "Undefined alone is the empty text"],
    ["a-${missing}-b", "a--b", "Undefined within a text is nothing"],
    ["${nothing}", "null", "Null is written as in JSON"],
    ["${clientid()}", "c1", "who sent it"],
    ["${\n  topic(2)\n}", "d1", "white space around an expression"],
    ["${'}'}", "}", "a brace within a text does not end it"],
    ["${{'a': 1}}", '{"a":1}', "an object literal"],
    ["${CASE n WHEN 5 THEN 'five' ELSE 'other' END}", "five", "CASE"],
    ["${*}", MESSAGE.replace("2.50", "2.5"), "the whole message"],
];

describe("a substitution template", () => {
    for (const [template, expected, says] of TEXTS) {
        it(`is replaced: ${says} (${JSON.stringify(template)})`, () => {
            assert.equal(textOf(template, { message: MESSAGE, context }), expected);
        });
    }

    it("sees the original message and not what SELECT names", () => {
        const statement = compileSql("SELECT id AS device FROM 'a'");
        assert.ok(statement.ok);
        const outcome = statement.value.evaluate(new Message(MESSAGE), context);
        assert.ok(outcome.ok && outcome.matched);
        assert.equal(textOf("${device}${id}", { message: MESSAGE, context }), "d1");
    });

    it("sees the variables of SET, with the values that the statement had", () => {
        const statement = compileSql("SET @device = upper(id), @draw = newuuid() SELECT @draw AS draw FROM 'a'");
        assert.ok(statement.ok);
        let drawn = 0;
        const outcome = statement.value.evaluate(new Message(MESSAGE), { uuid: () => `u${++drawn}` });
        assert.ok(outcome.ok && outcome.matched);
        const { variables } = statement.value;
        const given = { message: MESSAGE, variables, values: outcome.variables };
        assert.equal(textOf("${@device}/${@draw}", given), "D1/u1");
        assert.deepEqual(problemsOf("${@other}", { variables }), ["unknown-variable"]);
        assert.deepEqual(problemsOf("${@device}"), ["unknown-variable"]);
    });

    it("follows the version of the rule", () => {
        assert.equal(textOf("${x}", { message: '{"x":5.0}', version: "2015-10-08" }), "5.0");
        assert.equal(textOf("${x}", { message: '{"x":5.0}' }), "5");
        assert.deepEqual(problemsOf("${encode(id, 'base64')}", { version: "2015-10-08" }), ["needs-newer-version"]);
        assert.deepEqual(problemsOf("${id}", { version: "1" }), ["unknown-version"]);
    });

    it("is refused for what AWS IoT would refuse, with the place", () => {
        assert.deepEqual(problemsOf("${topik()}"), ["unknown-function"]);
        assert.deepEqual(problemsOf("${}"), ["syntax"]);
        assert.deepEqual(problemsOf("${decode(a,'proto','b','k','f','m')}"), ["not-in-template"]);
        const compiled = compileTemplate("a\n  ${topik()}");
        assert.ok(!compiled.ok);
        assert.deepEqual(compiled.problems, [
            {
                code: "unknown-function",
                message: "AWS IoT SQL has no function topik",
                help: "Did you mean topic?",
                offset: 6,
                line: 2,
                column: 5,
            },
        ]);
    });

    it("fails by name where a function fails", () => {
        const compiled = compileTemplate("${get_secret('s','SecretString','role')}");
        assert.ok(compiled.ok);
        const outcome = compiled.value.evaluate(new Message("{}"));
        assert.equal(outcome.ok ? "" : outcome.error.code, "no-secret");
    });

    it("says whether it is the same for every message, and whether everything had a value", () => {
        for (const [template, hasExpressions, isComplete] of [
            ["plain", false, true],
            ["${1}", true, true],
            ["${missing}", true, false],
        ] as const) {
            const compiled = compileTemplate(template);
            assert.ok(compiled.ok);
            assert.equal(compiled.value.hasExpressions, hasExpressions);
            const outcome = compiled.value.evaluate(new Message("{}"));
            assert.equal(outcome.ok && outcome.isComplete, isComplete);
        }
    });
});
