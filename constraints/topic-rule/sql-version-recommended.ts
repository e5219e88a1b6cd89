import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { only, stackOf, withRule } from "../examples/rules";
import { SQL_VERSIONS } from "./pages";

const ABSENT = "The SQL version (sqlVersion) is missing: AWS IoT then reads the rule by the old one, 2015-10-08";

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
        if (version !== "2015-10-08") return undefined;
        const isAssumed = rule.resource.assumed?.includes("sqlVersion") ?? false;
        return violation(["sqlVersion"], isAssumed ? ABSENT : "The SQL version is 2015-10-08");
    },
    examples: {
        valid: [{ title: "2016-03-23", stack: withRule({ sqlVersion: "2016-03-23" }) }],
        invalid: [
            { title: "2015-10-08", stack: withRule({ sqlVersion: "2015-10-08" }) },
            { title: "no version in a file", stack: stackOf({ ...old(), assumed: ["sqlVersion"] }) },
        ],
    },
});

function old() {
    return only(withRule({ sqlVersion: "2015-10-08" }));
}
