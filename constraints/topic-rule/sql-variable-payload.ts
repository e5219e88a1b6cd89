import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { SQL_SET } from "./pages";

export const sqlVariablePayload = defineConstraint({
    id: "sql-variable-payload",
    subject: "topicRule",
    requirements: ["SQL-SET-07"],
    level: "advisory",
    severity: "low",
    what: "No SET variable holds the whole payload as it is.",
    why: "A payload that is not JSON must be encoded or decoded before it goes into a variable.",
    fix: "Write encode(*, 'base64') or decode(encode(*, 'base64'), 'base64'), or use * where it is needed.",
    source: SQL_SET,
    check: (rule) => {
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        const bare = tree?.set.find(({ expression }) => expression.kind === "wildcard" && !expression.of);
        return bare && violation(["sql"], `@${bare.name} is *`);
    },
    examples: {
        valid: [
            { title: "an encoded payload", stack: withSql("SET @p = encode(*, 'base64') SELECT @p AS p FROM 'a/b'") },
        ],
        invalid: [{ title: "the bare payload", stack: withSql("SET @p = * SELECT @p AS p FROM 'a/b'") }],
    },
});
