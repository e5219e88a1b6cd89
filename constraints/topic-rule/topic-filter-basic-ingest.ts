import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { BASIC_INGEST } from "./pages";

export const topicFilterBasicIngest = defineConstraint({
    id: "topic-filter-basic-ingest",
    subject: "topicRule",
    requirements: ["SQL-GRAM-06"],
    level: "mandatory",
    severity: "high",
    what: "A rule does not listen to the topics of Basic Ingest, $aws/rules/….",
    why: "Nobody can subscribe to them: what is published there goes straight to the rule that the topic names.",
    fix: "Publish to $aws/rules/<this rule's name>/…, and name the remaining topic after FROM, or leave FROM out.",
    source: BASIC_INGEST,
    check: (rule) => {
        const filter = rule.topicFilter;
        if (isUnknown(filter)) return undetermined(["sql"]);
        return filter?.startsWith("$aws/rules/")
            ? violation(["sql"], `The topic filter is ${show(filter)}`)
            : undefined;
    },
    examples: {
        valid: [
            { title: "a topic of one's own", stack: withSql("SELECT * FROM 'devices/#'") },
            { title: "events of things", stack: withSql("SELECT * FROM '$aws/events/presence/connected/+'") },
        ],
        invalid: [{ title: "a topic of Basic Ingest", stack: withSql("SELECT * FROM '$aws/rules/telemetry/a'") }],
    },
});
