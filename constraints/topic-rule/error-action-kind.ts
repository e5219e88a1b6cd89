import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { kindOf } from "../core/show";
import { iotGuide } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withRule } from "../examples/rules";
import { errorActionKinds } from "../facts/ruleActions";

const LOGS = { logGroupName: "errors", roleArn: "arn:aws:iam::209876543210:role/errors" };
const QUEUE = {
    queueUrl: "https://sqs.us-east-1.amazonaws.com/209876543210/errors",
    roleArn: "arn:aws:iam::209876543210:role/errors",
    useBase64: false,
};

export const errorActionKind = defineConstraint({
    id: "error-action-kind",
    subject: "topicRule",
    requirements: ["ERR-02", "RULE-ACT-03"],
    level: "mandatory",
    severity: "high",
    what: "The error action, where there is one, is exactly one action.",
    why: "AWS IoT refuses a rule whose error action is empty or has two kinds.",
    fix: "Give the error action one member, such as `cloudwatchLogs`.",
    source: iotGuide("rule-error-handling"),
    check: (rule) => {
        const path = ["errorAction"];
        const kinds = errorActionKinds(rule);
        if (isUnknown(kinds)) return undetermined(path);
        const given = rule.value("errorAction");
        if (given === undefined) return undefined;
        if (kinds === undefined) return violation(path, `The error action is ${kindOf(given)}`);
        const known = kinds
            .filter(({ values }) => !isUnknown(values))
            .map(({ kind }) => kind)
            .sort();
        if (known.length > 1) return violation(path, `The error action has ${known.length} kinds: ${known.join(", ")}`);
        if (kinds.length > known.length) return undetermined(path, "not all members are known yet");
        return known.length === 0 ? violation(path, "The error action is empty") : undefined;
    },
    examples: {
        valid: [
            { title: "one kind", stack: withRule({ errorAction: { cloudwatchLogs: LOGS } }) },
            { title: "none", stack: withRule({ errorAction: undefined }) },
            { title: "one that is not known yet", stack: withRule({ errorAction: { sqs: UNKNOWN } }) },
        ],
        invalid: [
            { title: "two kinds", stack: withRule({ errorAction: { cloudwatchLogs: LOGS, sqs: QUEUE } }) },
            { title: "no kind", stack: withRule({ errorAction: {} }) },
            { title: "a text", stack: withRule({ errorAction: "cloudwatchLogs" }) },
        ],
    },
});
