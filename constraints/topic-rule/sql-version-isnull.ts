import { allCalls } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { functionName } from "../facts/expressions";
import { SQL_FUNCTIONS_PAGE } from "./pages";

export const sqlVersionIsnull = defineConstraint({
    id: "sql-version-isnull",
    subject: "topicRule",
    requirements: ["SQL-FN-isnull"],
    level: "advisory",
    severity: "low",
    what: "isNull is called under SQL version 2016-03-23.",
    why: "AWS's page once listed it for 2015-10-08, too, and no longer does.",
    fix: 'Write `sqlVersion: "2016-03-23"`.',
    source: SQL_FUNCTIONS_PAGE,
    check: (rule) => {
        const version = rule.value("sqlVersion");
        if (version !== "2015-10-08" && !isUnknown(version)) return undefined;
        return rule.expressionTexts.flatMap(({ path, tree }): Verdict[] => {
            if (!allCalls(tree).some((call) => functionName(call) === "isnull")) return [];
            if (isUnknown(version)) return [undetermined(path, "the SQL version is not known yet")];
            return [violation(path, "isNull is called under version 2015-10-08")];
        });
    },
    examples: {
        valid: [{ title: "2016-03-23", stack: withSql("SELECT isNull(a) AS n FROM 'a/b'") }],
        invalid: [
            { title: "2015-10-08", stack: withSql("SELECT isNull(a) AS n FROM 'a/b'", { sqlVersion: "2015-10-08" }) },
        ],
    },
});
