import { walk } from "../../language";
import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { nearest } from "../core/show";
import { iotGuide } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withSqlAndAction } from "../examples/rules";

export const templateVariable = defineConstraint({
    id: "template-variable",
    subject: "topicRule",
    requirements: ["TPL-EXPR-04"],
    level: "mandatory",
    severity: "high",
    what: "A variable in a template is assigned by the SET clause of the SQL.",
    why: "There is no other place for it to come from; AWS IoT refuses the rule, or the template leaves an empty text.",
    fix: "Assign it: SET @name = topic(2) SELECT * FROM 'devices/+/telemetry'.",
    source: iotGuide("iot-sql-set"),
    check: (rule) => {
        const templates = rule.expressionTexts.filter(({ path, text }) => path[0] !== "sql" && text.includes("@"));
        return templates.flatMap(({ path, tree }): Verdict[] => {
            const used = walk(tree).flatMap((node) => (node.kind === "variable" ? [node.name] : []));
            if (used.length === 0) return [];
            const statement = rule.tree;
            if (isUnknown(statement)) return [undetermined(path, "the SQL is not known yet")];
            if (statement === undefined) return [];
            const known = statement.set.map(({ name }) => name);
            const missing = [...new Set(used)].filter((name) => !known.includes(name));
            if (missing.length === 0) return [];
            const meant = nearest(missing[0]!, known);
            return [
                violation(
                    path,
                    `The SQL does not assign ${missing.map((name) => `@${name}`).join(", ")}`,
                    meant === undefined ? {} : { fix: `Did you mean @${meant}?` },
                ),
            ];
        });
    },
    examples: {
        valid: [
            {
                title: "an assigned variable",
                stack: withSqlAndAction("SET @id = topic(2) SELECT * FROM 'a/+'", { key: "${@id}" }),
            },
            { title: "a statement that is not known yet", stack: withSqlAndAction(UNKNOWN, { key: "${@id}" }) },
        ],
        invalid: [
            { title: "no SET clause", stack: withSqlAndAction("SELECT * FROM 'a/+'", { key: "${@id}" }) },
            {
                title: "a misspelt variable",
                stack: withSqlAndAction("SET @device = topic(2) SELECT * FROM 'a/+'", { key: "${@devise}" }),
            },
        ],
    },
});
