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
    check: (rule) => {
        if (rule.value("errorAction") !== undefined) return undefined;
        const logs = rule.value("cloudwatchLogs");
        if (!Array.isArray(logs) || logs.length === 0) return violation([], "The rule has no error action");
        const found =
            "The rule has no error action: cloudwatchLogs gets every message, not those that could not be sent";
        const fix =
            "Move the entry from `cloudwatchLogs` to `errorAction.cloudwatchLogs` if it is for failed messages.";
        return violation([], found, { fix });
    },
    examples: {
        valid: [
            { title: "an error action", stack: withRule({}) },
            { title: "an error action that is not known yet", stack: withRule({ errorAction: UNKNOWN }) },
        ],
        invalid: [
            { title: "no error action", stack: withRule({ errorAction: undefined }) },
            {
                title: "a second action taken for an error action",
                stack: withRule({
                    errorAction: undefined,
                    cloudwatchLogs: [{ logGroupName: "errors", roleArn: "arn:aws:iam::209876543210:role/errors" }],
                }),
            },
        ],
    },
});
