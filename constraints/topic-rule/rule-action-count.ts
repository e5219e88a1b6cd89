import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { IOT_QUOTAS } from "../destination/pages";
import { action } from "../examples/configurations";
import { withRule } from "../examples/rules";

const MAXIMUM = 10;

export const ruleActionCount = defineConstraint({
    id: "rule-action-count",
    subject: "topicRule",
    requirements: ["RULE-ACT-02"],
    level: "mandatory",
    severity: "high",
    what: "A rule has at most ten actions; the error action does not count.",
    why: "AWS IoT refuses a rule with more; the quota cannot be raised.",
    fix: "Make a second rule with the same SQL for the others.",
    source: IOT_QUOTAS,
    check: (rule) => {
        const { actions, complete } = rule.actions;
        if (actions.length > MAXIMUM)
            return violation([], `The rule has ${actions.length} actions, more than ${MAXIMUM}`);
        return complete ? undefined : undetermined([], "not all actions are known yet");
    },
    examples: {
        valid: [
            { title: "ten actions and an error action", stack: withRule({ kafkas: kafkas(10) }) },
            { title: "a list that is not known yet", stack: withRule({ sqs: UNKNOWN }) },
        ],
        invalid: [
            { title: "eleven Kafka actions", stack: withRule({ kafkas: kafkas(11) }) },
            {
                title: "eleven actions of two kinds",
                stack: withRule({ kafkas: kafkas(6), cloudwatchLogs: Array.from({ length: 5 }, () => ({})) }),
            },
        ],
    },
});

function kafkas(count: number) {
    return Array.from({ length: count }, (_, index) => action(undefined, { topic: `telemetry-${index}` }));
}
