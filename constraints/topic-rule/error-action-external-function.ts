import { allCalls, parseTemplate } from "../../language";
import { defineConstraint } from "../core/constraint";
import { iotGuide } from "../core/source";
import { type Violation, violation } from "../core/verdict";
import { action } from "../examples/configurations";
import { withRule } from "../examples/rules";
import { functionName, isExternalCall } from "../facts/expressions";
import { textsIn } from "../facts/resource";

const QUEUE = "https://sqs.us-east-1.amazonaws.com/209876543210/errors";
const TABLE = { tableName: "errors", roleArn: "arn:aws:iam::209876543210:role/errors", hashKeyField: "id" };

export const errorActionExternalFunction = defineConstraint({
    id: "error-action-external-function",
    subject: "topicRule",
    requirements: ["ERR-07"],
    level: "advisory",
    severity: "medium",
    what: "The error action calls no function that asks another service.",
    why: "AWS's pages once forbade that and now allow it; such a call may fail for the same reason as the message did.",
    fix: "Send errors to Amazon SQS, S3, Data Firehose or CloudWatch Logs, which need no such function.",
    source: iotGuide("rule-error-handling"),
    check: (rule) =>
        textsIn(rule.value("errorAction"), [], (text) => text.includes("${")).flatMap(({ path, text }): Violation[] => {
            const parsed = parseTemplate(text);
            const calls = parsed.ok ? allCalls(parsed.value).filter(isExternalCall) : [];
            if (calls.length === 0) return [];
            const names = [...new Set(calls.map(functionName))].join(", ");
            return [violation(["errorAction", ...path], `The error action calls ${names}`)];
        }),
    examples: {
        valid: [
            { title: "a queue", stack: withRule({ errorAction: { sqs: { queueUrl: QUEUE } } }) },
            {
                title: "functions that need no other service",
                stack: withRule({ errorAction: { dynamodb: { ...TABLE, hashKeyValue: "${newuuid()}" } } }),
            },
        ],
        invalid: [
            { title: "a Kafka error action with secrets", stack: withRule({ errorAction: { kafka: action() } }) },
            {
                title: "a thing's shadow",
                stack: withRule({
                    errorAction: {
                        dynamodb: {
                            ...TABLE,
                            hashKeyValue: `\${get_thing_shadow(topic(2), '${TABLE.roleArn}').state}`,
                        },
                    },
                }),
            },
        ],
    },
});
