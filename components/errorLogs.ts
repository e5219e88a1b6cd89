import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { Key } from "@pulumi/aws/kms";
import { all, type ComponentResource, type Input, type Output } from "@pulumi/pulumi";
import { errorLogGroupNameOf, type NamedIn, roleNameOf } from "../constraints/components/names";
import { withPreset } from "./inputs";
import type { Optional } from "./oneOf";
import type { Place } from "./place";
import { administration, logEncryption, policyDocument, trustInIot } from "./policyDocuments";

const RETENTION_DAYS = 30;

/** What the log group of failed messages is made with. */
export interface ErrorLogsArgs {
    readonly retentionDays: Optional<number> | undefined;
    readonly region: Optional<string> | undefined;
    readonly tags: Optional<Record<string, Input<string>>> | undefined;
}

export interface ErrorLogs {
    readonly logGroupName: Output<string>;
    readonly roleArn: Output<string>;
    /** Without it AWS IoT cannot write; the rule's edges do not lead there. */
    readonly rolePolicy: RolePolicy;
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
    const groupArn = all([place.partition, place.region, place.account]).apply(
        ([partition, inRegion, account]) => `arn:${partition}:logs:${inRegion}:${account}:log-group:${groupName}`,
    );
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
    const role = new Role(
        `${name}-errors-role`,
        {
            name: roleNameOf(named, "errors"),
            description: `Lets AWS IoT log the messages that the rule ${name} could not send to Kafka`,
            assumeRolePolicy: trustInIot(place),
            tags,
        },
        options,
    );
    const rolePolicy = new RolePolicy(
        `${name}-errors-policy`,
        {
            role: role.name,
            policy: groupArn.apply((arn) =>
                policyDocument({
                    Effect: "Allow",
                    Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                    Resource: [arn, `${arn}:*`],
                }),
            ),
        },
        { ...options, dependsOn: [group] },
    );
    return { logGroupName: group.name, roleArn: role.arn, rolePolicy };
}

/** The account administers the key; CloudWatch Logs uses it for this log group only. */
function keyPolicy({ partition, region, account, dnsSuffix }: Place, groupArn: Output<string>): Output<string> {
    return all([partition, region, account, dnsSuffix, groupArn]).apply(
        ([inPartition, inRegion, inAccount, suffix, arn]) =>
            policyDocument(administration(inPartition, inAccount), logEncryption(`logs.${inRegion}.${suffix}`, arn)),
    );
}
