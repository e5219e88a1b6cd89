import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { SQL_SET } from "./pages";

const MAXIMUM = 10;

export const sqlVariableCount = defineConstraint({
    id: "sql-variable-count",
    subject: "topicRule",
    requirements: ["SQL-SET-04"],
    level: "mandatory",
    severity: "high",
    what: "A statement has at most ten SET variables.",
    why: "AWS IoT refuses a statement with more.",
    fix: "Write expressions that are used once where they are used.",
    source: SQL_SET,
    check: (rule) => {
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        const count = tree?.set.length ?? 0;
        return count > MAXIMUM
            ? violation(["sql"], `The statement has ${count} variables, more than ${MAXIMUM}`)
            : undefined;
    },
    examples: {
        valid: [{ title: "ten variables", stack: withVariables(10) }],
        invalid: [{ title: "eleven variables", stack: withVariables(11) }],
    },
});

function withVariables(count: number) {
    const assignments = Array.from({ length: count }, (_, index) => `@v${index} = ${index}`);
    return withSql(`SET ${assignments.join(", ")} SELECT @v0 AS v FROM 'a/b'`);
}
