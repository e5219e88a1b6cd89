import { defineConstraint } from "../core/constraint";
import { member } from "../core/known";
import { type Verdict, violation } from "../core/verdict";
import { withErrorFunction } from "../examples/functions";
import { errorFunctionOf, isForIot, permissionsOn } from "../facts/lambdaPermissions";
import type { ResourceFacts } from "../facts/stack";
import { CONFUSED_DEPUTY } from "./pages";

export const errorActionLambdaSource = defineConstraint({
    id: "error-action-lambda-source",
    subject: "topicRule",
    joins: true,
    requirements: ["ERR-12"],
    level: "advisory",
    severity: "medium",
    what: "A permission that lets AWS IoT call a Lambda function names the rule or the account.",
    why: "Otherwise a rule of any account may call the function.",
    fix: "Set `sourceArn` to the rule's ARN and `sourceAccount` to its account.",
    source: CONFUSED_DEPUTY,
    check: (rule): readonly Verdict[] => {
        const target = errorFunctionOf(rule);
        if (target === undefined) return [];
        return permissionsOn(rule.stack, target)
            .permissions.filter((permission) => isForIot(permission) === true && isOpen(permission))
            .map((on) => violation([], `${on.name ?? on.id} has neither sourceArn nor sourceAccount`, { on }));
    },
    examples: {
        valid: [
            { title: "both", stack: withErrorFunction({}) },
            { title: "the account", stack: withErrorFunction({ sourceArn: undefined }) },
        ],
        invalid: [{ title: "neither", stack: withErrorFunction({ sourceArn: undefined, sourceAccount: undefined }) }],
    },
});

function isOpen({ values }: ResourceFacts): boolean {
    return [member(values, "sourceArn"), member(values, "sourceAccount")].every((one) => (one ?? "") === "");
}
