import { allCalls, SQL_FUNCTIONS, sqlFunction } from "../../language";
import { defineConstraint } from "../core/constraint";
import { nearest } from "../core/show";
import { type Violation, violation } from "../core/verdict";
import { withAction } from "../examples/configurations";
import { withSql } from "../examples/rules";
import type { ExpressionText } from "../facts/topicRule";
import { SQL_FUNCTIONS_PAGE } from "./pages";

const NAMES = SQL_FUNCTIONS.map(({ name }) => name);

export const functionKnown = defineConstraint({
    id: "function-known",
    subject: "topicRule",
    requirements: ["SQL-GRAM-21", "TPL-EXPR-05"],
    level: "mandatory",
    severity: "high",
    what: "Each function that the SQL or a template calls is one of AWS IoT SQL.",
    why: "AWS IoT refuses a rule that calls any other, with SqlParseException.",
    fix: "Use a function of the list on AWS's page.",
    source: SQL_FUNCTIONS_PAGE,
    check: (rule) => rule.expressionTexts.flatMap(judge),
    examples: {
        valid: [
            { title: "functions in any case", stack: withSql("SELECT Round(a) AS a, ISNULL(b) AS b FROM 'a/b'") },
            { title: "functions in a template", stack: withAction({ key: "${lower(topic(2))}" }) },
        ],
        invalid: [
            { title: "a function of another SQL", stack: withSql("SELECT coalesce(a, 0) AS a FROM 'a/b'") },
            { title: "a misspelt name in a template", stack: withAction({ key: "${clientId2()}" }) },
        ],
    },
});

function judge({ path, tree }: ExpressionText): Violation[] {
    const names = new Set<string>();
    for (const { name } of allCalls(tree)) if (sqlFunction(name) === undefined) names.add(name);
    const unknown = [...names];
    if (unknown.length === 0) return [];
    const meant = unknown.length === 1 ? nearest(unknown[0]!, NAMES) : undefined;
    return [
        violation(path, `There is no function ${unknown.map((name) => `${name.slice(0, 64)}()`).join(", ")}`, {
            requirements: [path[0] === "sql" ? "SQL-GRAM-21" : "TPL-EXPR-05"],
            ...(meant === undefined ? {} : { fix: `Did you mean ${meant}()?` }),
        }),
    ];
}
