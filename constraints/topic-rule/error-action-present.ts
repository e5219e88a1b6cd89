import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { iotGuide } from "../core/source";
import { violation } from "../core/verdict";
import { withRule } from "../examples/rules";

export const errorActionPresent = defineConstraint({
    id: "error-action-present",
    subject: "topicRule",
    requirements: ["ERR-01"],
    level: "advisory",
    severity: "medium",
    what: "A rule has an error action.",
    why: "Messages that cannot be sent are lost without one; logs keep only that it happened.",
    fix: "Send failed messages elsewhere with `errorAction`, for example to a queue (`sqs`) or to `cloudwatchLogs`.",
    source: iotGuide("rule-error-handling"),
    check: (rule) =>
        rule.value("errorAction") === undefined ? violation([], "The rule has no error action") : undefined,
    examples: {
        valid: [
            { title: "an error action", stack: withRule({}) },
            { title: "an error action that is not known yet", stack: withRule({ errorAction: UNKNOWN }) },
        ],
        invalid: [{ title: "no error action", stack: withRule({ errorAction: undefined }) }],
    },
});
