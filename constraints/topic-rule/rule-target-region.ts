import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown, member } from "../core/known";
import type { Path } from "../core/path";
import { iotGuide } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderRegion } from "../data/placeholders";
import { withRule } from "../examples/rules";
import type { TopicRule } from "../facts/topicRule";

const TOPIC = "arn:aws:sns:us-east-1:209876543210:alarms";
const ROLE = "arn:aws:iam::209876543210:role/alarms";

/**
 * What an action sends to, where its text names a Region. The destination of a Kafka action is judged by
 * destination-arn's own constraints; a bucket may lie in any Region.
 */
const TARGETS: readonly { readonly name: string; region(target: string): string | undefined }[] = [
    { name: "targetArn", region: regionOfArn },
    { name: "functionArn", region: regionOfArn },
    { name: "queueUrl", region: (url) => /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com/.exec(url)?.[1] },
];

export const ruleTargetRegion = defineConstraint({
    id: "rule-target-region",
    subject: "topicRule",
    requirements: ["RULE-ACT-05"],
    level: "mandatory",
    severity: "high",
    what: "What an action sends to is in the rule's Region.",
    why: "AWS IoT reaches topics, functions and queues of its own Region only.",
    fix: "Name a target in the rule's Region.",
    source: iotGuide("iot-rule-actions"),
    check: (rule) => {
        const targets = [...rule.actions.actions, ...errorActions(rule)];
        return targets.flatMap(({ path, values }) => judge(rule, path, values));
    },
    examples: {
        valid: [
            { title: "a topic in the rule's Region", stack: withRule({ sns: [{ targetArn: TOPIC, roleArn: ROLE }] }) },
            {
                title: "a rule with a Region of its own",
                stack: withRule({
                    region: "eu-west-1",
                    kafkas: [],
                    lambdas: [{ functionArn: "arn:aws:lambda:eu-west-1:209876543210:function:f" }],
                    errorAction: { kafka: { clientProperties: {} } },
                }),
            },
        ],
        invalid: [
            {
                title: "a topic in another Region",
                stack: withRule({ sns: [{ targetArn: TOPIC.replace("us-east-1", "eu-west-1"), roleArn: ROLE }] }),
            },
            {
                title: "a queue for errors in another Region",
                stack: withRule({
                    errorAction: {
                        sqs: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/209876543210/errors", roleArn: ROLE },
                    },
                }),
            },
        ],
    },
});

function errorActions(rule: TopicRule): { path: Path; values: unknown }[] {
    const errorAction = rule.value("errorAction");
    if (!isRecord(errorAction)) return [];
    return Object.entries(errorAction).map(([kind, values]) => ({ path: ["errorAction", kind], values }));
}

function judge({ region }: TopicRule, at: Path, values: unknown): Verdict[] {
    if (region === undefined) return [];
    return TARGETS.flatMap(({ name, region: regionOf }): Verdict[] => {
        const target = member(values, name);
        if (target === undefined) return [];
        const path = [...at, name];
        if (isUnknown(target)) return [undetermined(path)];
        const own = typeof target === "string" ? regionOf(target) : undefined;
        if (own === undefined || own === region) return [];
        if (isUnknown(region)) return [undetermined(path, "the rule's Region is not known yet")];
        if (isPlaceholderRegion(own)) return [undetermined(path, "the Region is a placeholder of the AWS pages")];
        return [violation(path, `The target is in ${own}, the rule in ${region}`)];
    });
}

function regionOfArn(arn: string): string | undefined {
    return /^arn:[a-z-]+:[a-z0-9-]+:([a-z0-9-]+):/.exec(arn)?.[1];
}
