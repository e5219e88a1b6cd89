import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { booleanOption } from "../core/options";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { SQL_FROM } from "./pages";

export const sqlFrom = defineConstraint({
    id: "sql-from",
    subject: "topicRule",
    requirements: ["SQL-GRAM-02"],
    level: "mandatory",
    severity: "high",
    what: "The statement has a FROM clause, unless the rule is fed by Basic Ingest only.",
    why: "Without a topic filter the message broker passes no message to the rule.",
    fix: "Add FROM 'devices/+/telemetry', or set the option `basicIngestOnly` for rules that devices publish to directly.",
    source: SQL_FROM,
    options: {
        basicIngestOnly: booleanOption("True when rules without FROM get their messages by Basic Ingest.", false),
    },
    check: (rule, { basicIngestOnly }) => {
        if (basicIngestOnly) return undefined;
        const { tree } = rule;
        if (isUnknown(tree)) return undetermined(["sql"]);
        return tree && !tree.from ? violation(["sql"], "The statement has no FROM clause") : undefined;
    },
    examples: {
        valid: [
            { title: "a topic filter", stack: withSql("SELECT * FROM 'devices/+/telemetry'") },
            { title: "a statement that is not known yet", stack: withSql(UNKNOWN) },
            { title: "none, with Basic Ingest", stack: withSql("SELECT *"), options: { basicIngestOnly: true } },
        ],
        invalid: [{ title: "no topic filter", stack: withSql("SELECT * WHERE temperature > 50") }],
    },
});
