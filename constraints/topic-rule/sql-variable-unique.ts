import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { SQL_SET } from "./pages";

export const sqlVariableUnique = defineConstraint({
    id: "sql-variable-unique",
    subject: "topicRule",
    requirements: ["SQL-SET-03"],
    level: "mandatory",
    severity: "high",
    what: "A SET variable is assigned once.",
    why: "Variables cannot be changed; AWS IoT refuses the statement.",
    fix: "Give the second one another name.",
    source: SQL_SET,
    check: (rule) => {
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        const names = tree?.set.map(({ name }) => name) ?? [];
        const twice = names.find((name, index) => names.indexOf(name) < index);
        return twice === undefined ? undefined : violation(["sql"], `@${twice} is assigned twice`);
    },
    examples: {
        valid: [{ title: "two variables", stack: withSql("SET @a = 1, @b = 2 SELECT @a + @b AS c FROM 'a/b'") }],
        invalid: [{ title: "one variable twice", stack: withSql("SET @a = 1, @a = 2 SELECT @a AS c FROM 'a/b'") }],
    },
});
