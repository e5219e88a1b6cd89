import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { iotGuide } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { action } from "../examples/configurations";
import { withRule } from "../examples/rules";

export const ruleActionPresent = defineConstraint({
    id: "rule-action-present",
    subject: "topicRule",
    requirements: ["RULE-ACT-01"],
    level: "mandatory",
    severity: "high",
    what: "A rule has at least one action beside its error action.",
    why: "Without one it sends nothing anywhere, and its error action never runs.",
    fix: "Add the Kafka action to `kafkas`.",
    source: iotGuide("iot-rule-actions"),
    check: (rule) => {
        const { actions, complete } = rule.actions;
        if (actions.length > 0) return undefined;
        return complete
            ? violation([], "The rule has an error action only")
            : undetermined([], "the actions are not known yet");
    },
    examples: {
        valid: [
            { title: "a Kafka action", stack: withRule({}) },
            {
                title: "a Kafka error action beside an action of another kind",
                stack: withRule({
                    kafkas: [],
                    sqs: [{ queueUrl: "https://sqs.us-east-1.amazonaws.com/209876543210/q", useBase64: false }],
                    errorAction: { kafka: action() },
                }),
            },
            {
                title: "actions that are not known yet",
                stack: withRule({ kafkas: undefined, sqs: UNKNOWN, errorAction: { kafka: action() } }),
            },
        ],
        invalid: [
            { title: "an error action only", stack: withRule({ kafkas: undefined, errorAction: { kafka: action() } }) },
            { title: "empty lists", stack: withRule({ kafkas: [], sqs: [], errorAction: { kafka: action() } }) },
        ],
    },
});
