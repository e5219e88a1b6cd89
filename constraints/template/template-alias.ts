import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { iotGuide } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withSqlAndAction } from "../examples/rules";
import { messagePaths } from "../facts/expressions";
import { aliasesRead } from "../topic-rule/aliases";

export const templateAlias = defineConstraint({
    id: "template-alias",
    subject: "topicRule",
    requirements: ["TPL-EXPR-02"],
    level: "advisory",
    severity: "medium",
    what: "A template reads the message, not the names that SELECT gives.",
    why: "Templates are evaluated apart from the SELECT list: the name is Undefined there, and leaves an empty text.",
    fix: "Write the expression that the name stands for: after SELECT topic(2) AS id, ${topic(2)} in place of ${id}.",
    source: iotGuide("iot-substitution-templates"),
    check: (rule) => {
        const templates = rule.expressionTexts.filter(({ path }) => path[0] !== "sql");
        return templates.flatMap(({ path, tree }): Verdict[] => {
            if (messagePaths(tree).length === 0) return [];
            const statement = rule.tree;
            if (isUnknown(statement)) return [undetermined(path, "the SQL is not known yet")];
            const names = statement ? aliasesRead(statement, [tree]) : [];
            return names.length === 0
                ? []
                : [violation(path, `It reads ${names.join(", ")}, which is a name given by AS`)];
        });
    },
    examples: {
        valid: [
            {
                title: "a member of the message",
                stack: withSqlAndAction("SELECT topic(2) AS id FROM 'a/+'", { key: "${deviceId}" }),
            },
            {
                title: "an alias that is a member of the message too",
                stack: withSqlAndAction("SELECT deviceId AS deviceId FROM 'a/+'", { key: "${deviceId}" }),
            },
        ],
        invalid: [
            { title: "an alias", stack: withSqlAndAction("SELECT *, topic(2) AS id FROM 'a/+'", { key: "${id}" }) },
        ],
    },
});
