import { walk } from "../../language";
import { defineConstraint } from "../core/constraint";
import { type Violation, violation } from "../core/verdict";
import { withSql, withSqlAndAction } from "../examples/rules";
import type { ExpressionText } from "../facts/topicRule";
import { SQL_JSON } from "./pages";

export const sqlHyphenatedName = defineConstraint({
    id: "sql-hyphenated-name",
    subject: "topicRule",
    requirements: ["SQL-GRAM-22"],
    level: "advisory",
    severity: "medium",
    what: "A subtraction has white space around its minus sign.",
    why: "device-id means device minus id, which is Undefined for a message with a member called device-id.",
    fix: 'Read a member with a hyphen by get(object, "device-id"); write a subtraction with blanks.',
    source: SQL_JSON,
    check: (rule) => rule.expressionTexts.flatMap(judge),
    examples: {
        valid: [
            { title: "a subtraction with blanks", stack: withSql("SELECT high - low AS range FROM 'a/b'") },
            { title: "a number taken away", stack: withSql("SELECT high-1 AS h FROM 'a/b'") },
            { title: "a hyphen in a text", stack: withSql("SELECT 'a-b' AS c FROM 'device-id/b'") },
        ],
        invalid: [
            { title: "a hyphen between names", stack: withSql("SELECT device-id FROM 'a/b'") },
            {
                title: "a hyphen in a template",
                stack: withSqlAndAction("SELECT * FROM 'a/b'", { key: "${meta.device-id}" }),
            },
        ],
    },
});

function judge({ path, text, tree }: ExpressionText): Violation[] {
    if (!text.includes("-")) return [];
    const names = walk(tree).flatMap((node) => {
        if (node.kind !== "binary" || node.operator !== "-" || node.right.kind !== "path") return [];
        const { operatorOffset: at, right } = node;
        const isTight = /[A-Za-z_0-9]/.test(text[at - 1] ?? "") && right.offset === at + 1;
        const before = endingPath(node.left);
        return isTight && before ? [`${before.join(".")}-${right.segments.join(".")}`] : [];
    });
    return names.length === 0 ? [] : [violation(path, `${names.join(" and ")} is a subtraction`)];
}

/** The member path with which an expression ends; undefined when it ends otherwise. */
function endingPath(node: ExpressionText["tree"]): readonly string[] | undefined {
    if (node.kind === "path") return node.segments;
    return node.kind === "binary" && node.right.end === node.end ? endingPath(node.right) : undefined;
}
