import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withRule } from "../examples/rules";
import { SQL_VERSIONS } from "./pages";

export const sqlVersionRecommended = defineConstraint({
    id: "sql-version-recommended",
    subject: "topicRule",
    requirements: ["SQL-VER-02"],
    level: "advisory",
    severity: "low",
    what: "The SQL version is 2016-03-23.",
    why: "2015-10-08 has neither nested queries nor lists as output, and reads nested objects differently.",
    fix: 'Write `sqlVersion: "2016-03-23"`.',
    source: SQL_VERSIONS,
    check: (rule) => {
        const version = rule.value("sqlVersion");
        if (isUnknown(version)) return undetermined(["sqlVersion"]);
        return version === "2015-10-08" ? violation(["sqlVersion"], "The SQL version is 2015-10-08") : undefined;
    },
    examples: {
        valid: [{ title: "2016-03-23", stack: withRule({ sqlVersion: "2016-03-23" }) }],
        invalid: [{ title: "2015-10-08", stack: withRule({ sqlVersion: "2015-10-08" }) }],
    },
});
