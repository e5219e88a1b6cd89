import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { iotGuide } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withErrorFunction } from "../examples/functions";
import { type Answer, allOf, anyOf } from "../facts/answers";
import { admitsAccount, admitsRule, errorFunctionOf, isForIot, permissionsOn } from "../facts/lambdaPermissions";
import type { ResourceFacts } from "../facts/stack";
import type { TopicRule } from "../facts/topicRule";

const PATH = ["errorAction", "lambda", "functionArn"];

export const errorActionLambda = defineConstraint({
    id: "error-action-lambda",
    subject: "topicRule",
    joins: true,
    requirements: ["ERR-12"],
    level: "mandatory",
    severity: "high",
    what: "A Lambda function for errors lets iot.amazonaws.com call it, for this rule.",
    why: "Lambda asks the resource policy of the function, and a role cannot stand in for it; without a permission the error action fails, and the message is lost.",
    fix: "Add an `aws.lambda.Permission` with the principal iot.amazonaws.com, the rule's ARN as `sourceArn` and the account as `sourceAccount`.",
    source: iotGuide("lambda-rule-action"),
    check: (rule): Verdict | undefined => {
        const target = errorFunctionOf(rule);
        if (target === undefined) return undefined;
        const { permissions, complete } = permissionsOn(rule.stack, target);
        const answers = permissions.map((permission) => admits(rule, permission));
        const answer = anyOf([...answers, ...(complete ? [] : [UNKNOWN as Answer])]);
        if (answer === true) return undefined;
        if (isUnknown(answer)) return undetermined(PATH, "whether a permission lets AWS IoT call it is not known yet");
        return violation(PATH, `${target.name ?? target.id} ${whyNot(rule, permissions)}`);
    },
    examples: {
        valid: [
            { title: "a permission for the rule", stack: withErrorFunction({}) },
            {
                title: "a permission for every rule of the account",
                stack: withErrorFunction({ sourceArn: "arn:aws:iot:us-east-1:209876543210:rule/*" }),
            },
            { title: "a permission for AWS IoT as a whole", stack: withErrorFunction({ sourceArn: undefined }) },
            { title: "a permission that is not known yet", stack: withErrorFunction({ sourceArn: UNKNOWN }) },
        ],
        invalid: [
            { title: "no permission", stack: withErrorFunction(undefined) },
            { title: "a permission for events", stack: withErrorFunction({ principal: "events.amazonaws.com" }) },
            {
                title: "a permission for another rule",
                stack: withErrorFunction({ sourceArn: "arn:aws:iot:us-east-1:209876543210:rule/other" }),
            },
            { title: "a permission for another account", stack: withErrorFunction({ sourceAccount: "310987654321" }) },
        ],
    },
});

function admits(rule: TopicRule, permission: ResourceFacts): Answer {
    return allOf([isForIot(permission), admitsRule(permission, rule), admitsAccount(permission, rule)]);
}

function whyNot(rule: TopicRule, permissions: readonly ResourceFacts[]): string {
    const forIot = permissions.filter((permission) => isForIot(permission) === true);
    if (forIot.length === 0) return "has no permission that lets iot.amazonaws.com call it";
    return forIot.some((permission) => admitsRule(permission, rule) !== false)
        ? "lets iot.amazonaws.com call it for another account only"
        : "lets iot.amazonaws.com call it for other rules only";
}
