import { Permission } from "@pulumi/aws/lambda";
import { all, type ComponentResource, type Input, type Output, output, type Resource } from "@pulumi/pulumi";
import { errorKindOf, type MadeForErrors } from "../constraints/components/errorAction";
import { type NamedIn, ruleNameOf } from "../constraints/components/names";
import type { ErrorAction, ErrorFunction, ErrorLogsTarget } from "./errorActionArgs";
import { createErrorLogs, createExistingErrorLogs } from "./errorLogs";
import { errorTargetRights, type SentTo } from "./errorRights";
import { createErrorRole } from "./errorRole";
import { type InputLeaves, inputArguments, withPreset } from "./inputs";
import type { KafkaTopicRuleArgs } from "./kafkaTopicRuleArgs";
import { placeOf } from "./place";
import { policyDocument } from "./policyDocuments";

/** What is made so that messages that could not be sent can go where the arguments say. */
export interface ErrorTarget {
    readonly made: MadeForErrors<InputLeaves>;
    /** Without them AWS IoT cannot send; the rule comes after them. */
    readonly ready: readonly Resource[];
    /** The log group, made or given; undefined where errors go elsewhere. */
    readonly logGroupName: Output<string | undefined>;
}

/** Exactly what the error action needs: nothing where it is refused, or where everything is said to exist. */
export function createErrorTarget(component: ComponentResource, named: NamedIn, args: KafkaTopicRuleArgs): ErrorTarget {
    const kind = errorKindOf(inputArguments(args));
    const given = membersOf(args.errorAction);
    switch (kind) {
        case "none":
        case "kafka":
            return NOTHING;
        case "logs":
            return createLogs(component, named, args, given.logs ?? {});
        case "lambda":
            return createPermission(component, named, args, given.lambda!);
        default:
            return createRole(component, named, args, given);
    }
}

const NOTHING: ErrorTarget = { made: {}, ready: [], logGroupName: output(undefined) };

function createLogs(
    component: ComponentResource,
    named: NamedIn,
    { region, tags }: KafkaTopicRuleArgs,
    { retentionDays, existingLogGroupName, roleArn }: ErrorLogsTarget,
): ErrorTarget {
    if (existingLogGroupName === undefined) {
        const logs = createErrorLogs(component, named, placeOf(component, region), { retentionDays, region, tags });
        const { rolePolicy, ...made } = logs;
        return { made, ready: [rolePolicy], logGroupName: logs.logGroupName };
    }
    const logGroupName = output(existingLogGroupName);
    if (roleArn !== undefined) return { ...NOTHING, logGroupName };
    const role = createExistingErrorLogs(component, named, placeOf(component, region), existingLogGroupName, tags);
    return { made: { roleArn: role.roleArn }, ready: [role.rolePolicy], logGroupName };
}

/** A role for a target of another service, which may send there and nowhere else. */
function createRole(
    component: ComponentResource,
    named: NamedIn,
    { region, tags }: KafkaTopicRuleArgs,
    target: SentTo,
): ErrorTarget {
    const [sentTo] = Object.values(target) as readonly { readonly roleArn?: Input<string> }[];
    if (sentTo?.roleArn !== undefined) return NOTHING;
    const place = placeOf(component, region);
    const role = createErrorRole(component, named, place, {
        description: `Lets AWS IoT pass on the messages that the rule ${named.name} could not send to Kafka`,
        policy: errorTargetRights(target, place).apply((statements) => policyDocument(...statements)),
        tags,
    });
    return { ...NOTHING, made: { roleArn: role.roleArn }, ready: [role.rolePolicy] };
}

/**
 * A function asks its own policy who may call it, which no role can stand in for: this rule of this account may
 * (https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html).
 */
function createPermission(
    component: ComponentResource,
    named: NamedIn,
    { region, ruleName }: KafkaTopicRuleArgs,
    { functionArn, permission }: ErrorFunction,
): ErrorTarget {
    if (permission === "existing") return NOTHING;
    const { partition, region: inRegion, account } = placeOf(component, region);
    const name = withPreset(ruleName as Input<string> | undefined, ruleNameOf(named));
    const made = new Permission(
        `${named.name}-errors-permission`,
        {
            action: "lambda:InvokeFunction",
            function: output(functionArn).apply((arn) => partsOfFunction(arn).unqualified),
            qualifier: output(functionArn).apply((arn) => partsOfFunction(arn).qualifier) as Output<string>,
            principal: "iot.amazonaws.com",
            sourceAccount: account,
            sourceArn: all([partition, inRegion, account, name]).apply(
                ([inPartition, place, inAccount, rule]) => `arn:${inPartition}:iot:${place}:${inAccount}:rule/${rule}`,
            ),
            region,
        },
        { parent: component },
    );
    return { ...NOTHING, ready: [made] };
}

/** `arn:aws:lambda:<region>:<account>:function:<name>`, and the alias or version behind it. */
function partsOfFunction(arn: string): { readonly unqualified: string; readonly qualifier: string | undefined } {
    const parts = arn.split(":");
    return { unqualified: parts.slice(0, 7).join(":"), qualifier: parts[7] };
}

type Members = Partial<Extract<ErrorAction, object>>;

function membersOf(errorAction: ErrorAction | undefined): Members {
    return typeof errorAction === "object" ? errorAction : {};
}
