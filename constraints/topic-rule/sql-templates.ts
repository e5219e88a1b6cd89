import { walk } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { SQL_SELECT } from "./pages";

export const sqlTemplates = defineConstraint({
    id: "sql-templates",
    subject: "topicRule",
    requirements: ["SQL-GRAM-19"],
    level: "advisory",
    severity: "low",
    what: "The SQL has no substitution templates.",
    why: "AWS's newest page about SELECT no longer mentions them, and they are never needed there.",
    fix: "Write the expression without ${ and }.",
    source: SQL_SELECT,
    check: (rule) => {
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        const count = tree ? walk(tree).filter(({ kind }) => kind === "template").length : 0;
        if (count === 0) return undefined;
        return violation(["sql"], `The SQL has ${count === 1 ? "a template" : `${count} templates`}`);
    },
    examples: {
        valid: [{ title: "plain expressions", stack: withSql("SELECT topic(2) AS id FROM 'a/+'") }],
        invalid: [{ title: "a template", stack: withSql("SELECT ${topic(2)} AS id FROM 'a/+'") }],
    },
});
