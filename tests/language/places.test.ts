import assert from "node:assert/strict";
import fc from "fast-check";
import { childrenOf, format, type Node, sameTree, walk } from "../../language";
import { statements, templates } from "./arbitraryTrees";
import { expression, statement, template } from "./read";

/** Kinds that can stand as an element of a list, in which their text is read again. */
const NO_EXPRESSIONS: ReadonlySet<Node["kind"]> = new Set([
    "statement",
    "assignment",
    "select",
    "selectItem",
    "alias",
    "topicFilter",
    "template",
    "text",
    "caseBranch",
    "objectMember",
]);

describe("places", () => {
    it("are those of the first and behind the last character", () => {
        const text = "  SELECT ( a . b )  AS c ,\n 'd'  FROM  'e' ";
        const tree = statement(text);
        const shown = [...walk(tree)].map(({ kind, offset, end }) => [kind, text.slice(offset, end)]);
        assert.deepEqual(shown, [
            ["statement", text.trim()],
            ["select", "SELECT ( a . b )  AS c ,\n 'd'"],
            ["selectItem", "( a . b )  AS c"],
            ["path", "( a . b )"],
            ["alias", "c"],
            ["selectItem", "'d'"],
            ["string", "'d'"],
            ["topicFilter", "'e'"],
        ]);
    });

    it("tell parentheses, and where an operator stands", () => {
        const text = "SELECT (a  NOT IN b), c - d";
        const [negated, difference] = statement(text).select.items.map((item) => item.expression);
        assert.ok(negated?.kind === "unary" && negated.operand.kind === "binary" && difference?.kind === "binary");
        assert.equal(text.slice(negated.offset, negated.end), "(a  NOT IN b)");
        assert.equal(negated.operand.operatorOffset, text.indexOf("NOT"));
        assert.ok(negated.offset < negated.operand.left.offset);
        assert.equal(difference.operatorOffset, text.indexOf("-"));
        assert.equal(difference.offset, difference.left.offset);
    });

    it("cover the whole value of a template, white space included", () => {
        const { offset, end } = template(" ${a} ");
        assert.deepEqual([offset, end], [0, 6]);
    });

    it("lie within those of the node above, one after another", () => {
        fc.assert(
            fc.property(fc.oneof(statements, templates), spread(), (tree, space) => {
                const text = format(tree).replaceAll(", ", `${space},${space} `);
                checkPlaces(tree.kind === "template" ? template(text) : statement(text), text);
            }),
            { numRuns: 400 },
        );
    });

    it("hold the text of the node itself", () => {
        fc.assert(
            fc.property(statements, (tree) => {
                const text = format(tree);
                for (const node of walk(statement(text))) {
                    if (NO_EXPRESSIONS.has(node.kind)) continue;
                    const list = expression(`[${text.slice(node.offset, node.end)}]`);
                    assert.ok(list.kind === "array" && list.elements.length === 1);
                    const [read] = list.elements;
                    // The IN of NOT IN stands where the NOT stands.
                    const same = read!.kind === "unary" && node.kind === "binary" ? read!.operand : read;
                    assert.ok(sameTree(same, node), text);
                }
            }),
            { numRuns: 200 },
        );
    });
});

/** White space that is no part of any token; within texts it changes the texts, which is just as well. */
function spread(): fc.Arbitrary<string> {
    return fc.constantFrom("", " ", "\n", " \t ");
}

function checkPlaces(node: Node, text: string): void {
    assert.ok(node.offset >= 0 && node.offset <= node.end && node.end <= text.length);
    if (node.kind !== "template" && node.kind !== "text") {
        assert.doesNotMatch(text.slice(node.offset, node.end), /^[ \t\r\n\f\v]|[ \t\r\n\f\v]$/);
    }
    let last = node.offset;
    for (const child of childrenOf(node)) {
        assert.ok(child.offset >= last && child.end <= node.end, `${child.kind} in ${node.kind}: ${text}`);
        last = child.end;
        checkPlaces(child, text);
    }
}
