import { walk } from "../../language";
import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { violation } from "../core/verdict";
import { withSql, withSqlAndAction } from "../examples/rules";
import type { ExpressionText } from "../facts/topicRule";
import { judgeUnderOldVersion } from "./oldVersion";
import { SQL_VERSIONS } from "./pages";

const OLD = { sqlVersion: "2015-10-08" };

export const sqlVersionFeatures = defineConstraint({
    id: "sql-version-features",
    subject: "topicRule",
    requirements: ["SQL-GRAM-16", "SQL-GRAM-17"],
    level: "mandatory",
    severity: "high",
    what: "Lists, objects and nested queries are written under SQL version 2016-03-23 or later only.",
    why: "Version 2015-10-08 does not know them; AWS IoT refuses the rule with SqlParseException.",
    fix: 'Write `sqlVersion: "2016-03-23"`.',
    source: SQL_VERSIONS,
    check: (rule) =>
        judgeUnderOldVersion(rule, (text) => {
            const used = newForms(text);
            if (used.length === 0) return undefined;
            const found = `There is ${used.map(({ name }) => name).join(" and ")} under version 2015-10-08`;
            return violation(text.path, found, { requirements: [...new Set(used.map(({ row }) => row))] });
        }),
    examples: {
        valid: [
            { title: "a list under 2016-03-23", stack: withSql("SELECT [a, b] AS c FROM 'a/b'") },
            { title: "plain members under 2015-10-08", stack: withSql("SELECT a.b AS c FROM 'a/b'", OLD) },
            {
                title: "a list under a version that is not known yet",
                stack: withSql("SELECT [a, b] AS c FROM 'a/b'", { sqlVersion: UNKNOWN }),
            },
        ],
        invalid: [
            { title: "a list", stack: withSql("SELECT [a, b] AS c FROM 'a/b'", OLD) },
            { title: "an object", stack: withSql("SELECT {'a': b} AS c FROM 'a/b'", OLD) },
            { title: "a nested query", stack: withSql("SELECT (SELECT VALUE v FROM list) AS vs FROM 'a/b'", OLD) },
            {
                title: "a list in a template",
                stack: withSqlAndAction("SELECT * FROM 'a/b'", { key: "${get([a, b], 0)}" }, OLD),
            },
        ],
    },
});

const FORMS: Readonly<Record<string, { readonly name: string; readonly row: string }>> = {
    array: { name: "a list", row: "SQL-GRAM-16" },
    object: { name: "an object", row: "SQL-GRAM-16" },
    subselect: { name: "a nested query", row: "SQL-GRAM-17" },
};

function newForms({ tree }: ExpressionText): { name: string; row: string }[] {
    const kinds = new Set(walk(tree).map(({ kind }) => kind as string));
    return Object.entries(FORMS).flatMap(([kind, form]) => (kinds.has(kind) ? [form] : []));
}
