import type { ResourceFacts, StackFacts } from "../facts/stack";
import { given } from "./given";
import { ACCOUNT, only, stackOf, withRule } from "./rules";

const FUNCTION_ARN = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:plant-errors`;

/** A rule whose errors go to a Lambda function of the stack, which has a permission with these changes, or has none. */
export function withErrorFunction(permission: Record<string, unknown> | undefined): StackFacts {
    const target: ResourceFacts = {
        kind: "lambdaFunction",
        id: "function",
        name: "errors",
        values: { arn: FUNCTION_ARN, name: "plant-errors" },
    };
    const values = {
        action: "lambda:InvokeFunction",
        function: "plant-errors",
        principal: "iot.amazonaws.com",
        sourceArn: `arn:aws:iot:us-east-1:${ACCOUNT}:rule/plant_telemetry`,
        sourceAccount: ACCOUNT,
        ...permission,
    };
    const permissions: ResourceFacts[] =
        permission === undefined
            ? []
            : [{ kind: "lambdaPermission", id: "permission", name: "permission", values: given(values) }];
    return stackOf(target, ...permissions, only(withRule({ errorAction: { lambda: { functionArn: FUNCTION_ARN } } })));
}
