import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withRule } from "../examples/rules";
import { SQL_VERSIONS } from "./pages";

export const sqlVersionBeta = defineConstraint({
    id: "sql-version-beta",
    subject: "topicRule",
    requirements: ["SQL-VER-03"],
    level: "advisory",
    severity: "medium",
    what: "The SQL version is no beta version.",
    why: "AWS may change it at any time, and break the rule.",
    fix: 'Write `sqlVersion: "2016-03-23"`.',
    source: SQL_VERSIONS,
    check: (rule) => {
        const version = rule.value("sqlVersion");
        if (isUnknown(version)) return undetermined(["sqlVersion"]);
        if (version !== "beta" && version !== "2016-03-23-beta") return undefined;
        return violation(["sqlVersion"], `The SQL version is ${show(version)}`);
    },
    examples: {
        valid: [{ title: "2016-03-23", stack: withRule({ sqlVersion: "2016-03-23" }) }],
        invalid: [{ title: "beta", stack: withRule({ sqlVersion: "beta" }) }],
    },
});
