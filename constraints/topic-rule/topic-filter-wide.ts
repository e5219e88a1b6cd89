import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { iotGuide } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";

export const topicFilterWide = defineConstraint({
    id: "topic-filter-wide",
    subject: "topicRule",
    requirements: ["RULE-EVAL-01"],
    level: "advisory",
    severity: "medium",
    what: "The topic filter does not match every topic.",
    why: "The rule is evaluated, and paid for, with each message of the account, and what other rules publish comes back to it.",
    fix: "Name the topics that are meant: FROM 'devices/+/telemetry'.",
    source: iotGuide("iot-sql-from"),
    check: (rule) => {
        const filter = rule.topicFilter;
        if (isUnknown(filter)) return undetermined(["sql"]);
        if (filter !== "#" && filter !== "+/#") return undefined;
        return violation(["sql"], `The topic filter is ${show(filter)}`);
    },
    examples: {
        valid: [
            { title: "all below one level", stack: withSql("SELECT * FROM 'devices/#'") },
            { title: "one wild card in the middle", stack: withSql("SELECT * FROM '+/telemetry'") },
        ],
        invalid: [
            { title: "everything", stack: withSql("SELECT * FROM '#'") },
            { title: "everything again", stack: withSql("SELECT * FROM '+/#'") },
        ],
    },
});
