import assert from "node:assert/strict";
import fc from "fast-check";
import {
    format,
    type ParseResult,
    parseSql,
    parseTemplate,
    type Statement,
    sameTree,
    type Template,
} from "../../language";
import { statements, templates } from "./arbitraryTrees";
import { statement, template } from "./read";

const CANARY = "zanzibar";

/** Pieces that make texts look like statements and templates, right and wrong ones. */
const PIECES = (
    "SELECT|FROM|WHERE|AS|VALUE|SET|CASE|WHEN|THEN|ELSE|END|AND|OR|NOT|IN|EXISTS|NULL|TRUE|cast|get|LIKE|ORDER|" +
    "(|)|[|]|{|}|${|@{|$|'|''|\"|`|,|.|:|;|*|/|%|+|-|--|/*|=|==|<>|<|>|!|@a|a|b1|1|2.5|1e3|'x'|\"y\"| |  |\n|\t|é|‘|\u00a0|" +
    CANARY
).split("|");

const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => `SELECT ${pieces.join(" ")}`),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => `\${${pieces.join(" ")}}`),
    // One piece taken out of, or put into, something that is right.
    fc
        .tuple(statements.map(format), fc.nat(200), fc.constantFrom("", ...PIECES), fc.nat(3))
        .map(([text, at, piece, removed]) => {
            const place = at % (text.length + 1);
            return text.slice(0, place) + piece + text.slice(place + removed);
        }),
);

describe("parsing and printing", () => {
    it("gives the statement back that was printed", () => {
        fc.assert(
            fc.property(statements, (tree) => {
                const text = format(tree);
                const read = statement(text);
                assert.ok(sameTree(read, tree), text);
                assert.equal(format(read), text);
            }),
            { numRuns: 600 },
        );
    });

    it("gives the template back that was printed", () => {
        fc.assert(
            fc.property(templates, (tree) => {
                const text = format(tree);
                const read = template(text);
                assert.ok(sameTree(read, tree), text);
                assert.equal(format(read), text);
            }),
            { numRuns: 400 },
        );
    });

    it("answers any text with a tree that prints stably, or with a problem in it", () => {
        fc.assert(
            fc.property(hostile, (text) => {
                checkAnswer(text, parseSql(text), parseSql);
                checkAnswer(text, parseTemplate(text), parseTemplate);
            }),
            { numRuns: 3000 },
        );
    });
});

function checkAnswer<T extends Statement | Template>(
    text: string,
    answer: ParseResult<T>,
    parse: (text: string) => ParseResult<T>,
): void {
    if (answer.ok) {
        const printed = format(answer.value);
        const again = parse(printed);
        assert.ok(again.ok, printed);
        assert.ok(sameTree(again.value, answer.value), printed);
        assert.equal(format(again.value), printed);
        return;
    }
    const { offset, line, column, message, safeMessage, help } = answer.error;
    assert.ok(offset >= 0 && offset <= text.length, `${offset} in ${text.length}`);
    const before = text.slice(0, offset).split("\n");
    assert.deepEqual([line, column], [before.length, before.at(-1)!.length + 1]);
    assert.ok(message.length > 5 && message.length < 400);
    assert.ok(!safeMessage.includes(CANARY) && !help?.includes(CANARY));
}
