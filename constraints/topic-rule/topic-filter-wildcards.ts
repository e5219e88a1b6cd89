import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { withSql } from "../examples/rules";
import { wildcardProblem } from "../facts/topicFilter";
import { TOPICS } from "./pages";

export const topicFilterWildcards = defineConstraint({
    id: "topic-filter-wildcards",
    subject: "topicRule",
    requirements: ["SQL-GRAM-04"],
    level: "mandatory",
    severity: "high",
    what: "In a topic filter # stands alone in the last level, and + alone in any.",
    why: "AWS IoT refuses the rule: the MQTT topic is invalid.",
    fix: "Write + for one whole level and # for all further levels: 'devices/+/telemetry', 'devices/#'.",
    source: TOPICS,
    check: (rule) => {
        const filter = rule.topicFilter;
        if (isUnknown(filter)) return undetermined(["sql"]);
        const problem = filter === undefined ? undefined : wildcardProblem(filter);
        return problem ? violation(["sql"], `The topic filter ${show(filter)} ${problem}`) : undefined;
    },
    examples: {
        valid: [
            { title: "no wild card", stack: withSql("SELECT * FROM 'some/topic'") },
            { title: "several", stack: withSql("SELECT * FROM '+/a/+/#'") },
            { title: "everything", stack: withSql("SELECT * FROM '#'") },
            { title: "empty levels", stack: withSql("SELECT * FROM '/a//b/'") },
            { title: "a statement that is not known yet", stack: withSql(UNKNOWN) },
        ],
        invalid: [
            { title: "# before the end", stack: withSql("SELECT * FROM 'devices/#/telemetry'") },
            { title: "# behind a name", stack: withSql("SELECT * FROM 'devices/a#'") },
            { title: "+ behind a name", stack: withSql("SELECT * FROM 'devices/sensor+/telemetry'") },
            { title: "an empty filter", stack: withSql("SELECT * FROM ''") },
        ],
    },
});
