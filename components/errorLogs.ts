import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Key } from "@pulumi/aws/kms";
import { all, type ComponentResource, type Input, type Output } from "@pulumi/pulumi";
import { errorLogGroupNameOf, type NamedIn } from "../constraints/components/names";
import { createErrorRole, type ErrorRole } from "./errorRole";
import { withPreset } from "./inputs";
import type { Optional } from "./oneOf";
import type { Place } from "./place";
import { administration, logEncryption, policyDocument } from "./policyDocuments";

const RETENTION_DAYS = 30;

type Tags = Optional<Record<string, Input<string>>> | undefined;

/** What the log group of failed messages is made with. */
export interface ErrorLogsArgs {
    readonly retentionDays: Optional<number> | undefined;
    readonly region: Optional<string> | undefined;
    readonly tags: Tags;
}

export interface ErrorLogs extends ErrorRole {
    readonly logGroupName: Output<string>;
}

/**
 * Where messages go that could not be sent: a log group encrypted with a key of its own, since it holds whole messages,
 * and a role with the three rights that the action needs
 * (https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-logs-rule-action.html).
 */
export function createErrorLogs(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    { retentionDays, region, tags }: ErrorLogsArgs,
): ErrorLogs {
    const { name } = named;
    const options = { parent: component };
    const groupName = errorLogGroupNameOf(named);
    const groupArn = logGroupArn(place, groupName);
    const key = new Key(
        `${name}-errors-key`,
        {
            description: `Encrypts the messages that the rule ${name} could not send to Kafka`,
            enableKeyRotation: true,
            policy: keyPolicy(place, groupArn),
            region,
            tags,
        },
        options,
    );
    const group = new LogGroup(
        `${name}-errors`,
        {
            name: groupName,
            kmsKeyId: key.arn,
            retentionInDays: withPreset(retentionDays, RETENTION_DAYS),
            region,
            tags,
        },
        options,
    );
    const role = createErrorRole(component, named, place, {
        description: descriptionOf(name),
        policy: loggingPolicy(groupArn),
        tags,
        after: [group],
    });
    return { logGroupName: group.name, ...role };
}

/** A role that may write to a log group that exists. */
export function createExistingErrorLogs(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    logGroupName: Input<string>,
    tags: Tags,
): ErrorRole {
    const policy = loggingPolicy(logGroupArn(place, logGroupName));
    return createErrorRole(component, named, place, { description: descriptionOf(named.name), policy, tags });
}

function descriptionOf(name: string): string {
    return `Lets AWS IoT log the messages that the rule ${name} could not send to Kafka`;
}

function loggingPolicy(groupArn: Output<string>): Output<string> {
    return groupArn.apply((arn) =>
        policyDocument({
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: [arn, `${arn}:*`],
        }),
    );
}

function logGroupArn({ partition, region, account }: Place, logGroupName: Input<string>): Output<string> {
    return all([partition, region, account, logGroupName]).apply(
        ([inPartition, inRegion, inAccount, name]) =>
            `arn:${inPartition}:logs:${inRegion}:${inAccount}:log-group:${name}`,
    );
}

/** The account administers the key; CloudWatch Logs uses it for this log group only. */
function keyPolicy({ partition, region, account, dnsSuffix }: Place, groupArn: Output<string>): Output<string> {
    return all([partition, region, account, dnsSuffix, groupArn]).apply(
        ([inPartition, inRegion, inAccount, suffix, arn]) =>
            policyDocument(administration(inPartition, inAccount), logEncryption(`logs.${inRegion}.${suffix}`, arn)),
    );
}
