import assert from "node:assert/strict";
import { readLocatedYaml } from "../../../sources/text/locatedYaml";

function read(text: string) {
    const result = readLocatedYaml(text);
    assert.ok(result.ok, JSON.stringify(result));
    return result.yaml;
}

/** A template that is large enough to be read in sections. */
function large(): string {
    const body = `    Type: A::B\n    Properties:\n      # a remark\n      Text: |\n        ${"x ".repeat(500)}\n\n      List:\n      - a\n`;
    const resources = Array.from({ length: 700 }, (_, index) => `  R${index}:\n${body}`);
    return `A: 1\nResources:\n\n${resources.join("")}Outputs:\n  O: { Value: !Ref R0 }\n`;
}

describe("YAML with places", () => {
    it("has the short forms of CloudFormation as their long ones", () => {
        const { value } = read("a: !Ref X\nb: !GetAtt A.B.C\nc: !Sub\n  - x\n  - y: 1\nd: !Condition C\n");
        assert.deepEqual(value, {
            a: { Ref: "X" },
            b: { "Fn::GetAtt": ["A", "B.C"] },
            c: { "Fn::Sub": ["x", { y: 1 }] },
            d: { Condition: "C" },
        });
    });

    it("keeps the text of what only looks like a number or a date", () => {
        const { value } = read("a: 2012-10-17\nb: 012345678901\nc: 1.0\nd: 12\ne: 0x1f\nf: yes\ng: true\nh:\n");
        assert.deepEqual(value, {
            a: "2012-10-17",
            b: "012345678901",
            c: "1.0",
            d: 12,
            e: "0x1f",
            f: "yes",
            g: true,
            h: null,
        });
    });

    it("knows where values and names stand, in short forms and behind aliases, too", () => {
        const { locate } = read("a: &x\n  b: !Sub\n    - t\n    - c: 1\nd: *x\n");
        assert.deepEqual(locate(["a", "b", "Fn::Sub", 1, "c"]), { line: 4, column: 10 });
        assert.deepEqual(locate(["d", "b", "Fn::Sub", 0]), { line: 3, column: 7 });
        assert.deepEqual(locate(["d"], true), { line: 5, column: 1 });
        assert.deepEqual(locate(["a", "nothing", "here"]), { line: 2, column: 3 });
    });

    it("is read in sections where it is large, with the same values and places", () => {
        const text = large();
        const { value, locate, repeated } = read(text);
        const small = read(text.slice(0, text.indexOf("  R1:")));
        const resources = (value as { Resources: Record<string, unknown> }).Resources;
        assert.equal(Object.keys(resources).length, 700);
        assert.deepEqual(resources.R699, (small.value as { Resources: { R0: unknown } }).Resources.R0);
        assert.deepEqual((value as { Outputs: unknown }).Outputs, { O: { Value: { Ref: "R0" } } });
        assert.deepEqual(repeated, []);
        for (const path of [
            ["Resources", "R400", "Properties", "List", 0],
            ["Resources", "R0", "Type"],
        ]) {
            const { line, column } = locate(path);
            assert.equal(text.split("\n")[line - 1]!.slice(column - 1), path.length === 3 ? "A::B" : "a");
        }
        assert.equal(text.split("\n")[locate(["Outputs", "O", "Value"]).line - 1], "  O: { Value: !Ref R0 }");
    });

    it("tells what is wrong with a large text, and what is there twice, at its place", () => {
        const text = large();
        const broken = readLocatedYaml(text.replace("  R650:", "  R650: ["));
        assert.ok(!broken.ok);
        assert.ok(broken.problem.line > 5_000);
        const { repeated } = read(text.replace("  R650:", "  R3:"));
        const line = text.slice(0, text.indexOf("  R650:")).split("\n").length;
        assert.deepEqual(repeated, [{ line, column: 3, message: '"R3" is given twice.' }]);
    });
});
