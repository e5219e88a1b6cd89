import { walk } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { SQL_SELECT } from "./pages";

export const sqlSelectValue = defineConstraint({
    id: "sql-select-value",
    subject: "topicRule",
    requirements: ["SQL-GRAM-12"],
    level: "mandatory",
    severity: "high",
    what: "SELECT VALUE has one expression.",
    why: "Its value is the whole output, so there is no room for a second; AWS IoT refuses the statement.",
    fix: "Leave VALUE out, or select one expression.",
    source: SQL_SELECT,
    check: (rule) => {
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        if (tree === undefined) return undefined;
        const wrong = walk(tree).find((node) => node.kind === "select" && node.value && node.items.length > 1);
        return wrong?.kind === "select"
            ? violation(["sql"], `SELECT VALUE has ${wrong.items.length} expressions`)
            : undefined;
    },
    examples: {
        valid: [
            { title: "one expression", stack: withSql("SELECT VALUE readings FROM 'a/b'") },
            { title: "several without VALUE", stack: withSql("SELECT a, b FROM 'a/b'") },
        ],
        invalid: [
            { title: "two expressions", stack: withSql("SELECT VALUE a, b FROM 'a/b'") },
            { title: "two in a nested SELECT", stack: withSql("SELECT (SELECT VALUE a, b FROM c) AS d FROM 'a/b'") },
        ],
    },
});
