import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { aliasesRead } from "./aliases";
import { SQL_WHERE } from "./pages";

export const sqlWhereAlias = defineConstraint({
    id: "sql-where-alias",
    subject: "topicRule",
    requirements: ["SQL-GRAM-08"],
    level: "mandatory",
    severity: "high",
    what: "WHERE reads the message, not the names that SELECT gives.",
    why: "WHERE is evaluated before SELECT: the name is Undefined there, so the rule never matches.",
    fix: "Repeat the expression in WHERE: SELECT topic(2) AS id FROM 'a/+' WHERE topic(2) <> 'x'.",
    source: SQL_WHERE,
    check: (rule) => {
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        if (tree?.where === undefined) return undefined;
        const names = aliasesRead(tree, [tree.where]);
        return names.length > 0
            ? violation(["sql"], `WHERE reads ${names.join(", ")}, which is a name given by AS`)
            : undefined;
    },
    examples: {
        valid: [
            {
                title: "the expression itself",
                stack: withSql("SELECT topic(2) AS id FROM 'a/+' WHERE topic(2) <> 'x'"),
            },
            {
                title: "an alias that is a member of the message too",
                stack: withSql("SELECT temperature * 2 AS temperature FROM 'a/+' WHERE temperature > 50"),
            },
            {
                title: "a member of the elements of a list",
                stack: withSql("SELECT topic(2) AS v FROM 'a/+' WHERE EXISTS (SELECT * FROM readings WHERE v > 1)"),
            },
            { title: "a statement that is not known yet", stack: withSql(UNKNOWN) },
        ],
        invalid: [
            { title: "an alias", stack: withSql("SELECT topic(2) AS id FROM 'a/+' WHERE id <> 'x'") },
            {
                title: "an alias with a path, and everything selected",
                stack: withSql("SELECT *, temp * 2 AS out.double FROM 'a/+' WHERE out.double > 100"),
            },
        ],
    },
});
