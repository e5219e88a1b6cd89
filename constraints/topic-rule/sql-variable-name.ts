import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { SQL_SET } from "./pages";

const MAXIMUM = 64;

export const sqlVariableName = defineConstraint({
    id: "sql-variable-name",
    subject: "topicRule",
    requirements: ["SQL-SET-02"],
    level: "mandatory",
    severity: "high",
    what: "The name of a SET variable has at most 64 characters, its @ included.",
    why: "AWS IoT refuses the statement.",
    fix: "Shorten the name.",
    source: SQL_SET,
    check: (rule) => {
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        const long = tree?.set.find(({ name }) => name.length + 1 > MAXIMUM);
        return (
            long && violation(["sql"], `The variable ${show(`@${long.name}`)} has ${long.name.length + 1} characters`)
        );
    },
    examples: {
        valid: [{ title: "64 characters", stack: withSql(`SET @${"a".repeat(63)} = 1 SELECT * FROM 'a/b'`) }],
        invalid: [{ title: "65 characters", stack: withSql(`SET @${"a".repeat(64)} = 1 SELECT * FROM 'a/b'`) }],
    },
});
