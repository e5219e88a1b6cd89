import { Key } from "@pulumi/aws/kms";
import { Topic } from "@pulumi/aws/sns";
import { all, type ComponentResource, type Input, type Output, output } from "@pulumi/pulumi";
import type { NamedIn } from "../constraints/components/names";
import { alarmTopicNameOf } from "../constraints/components/pipelineAlarmsNames";
import type { PipelineAlarmsArgs } from "./pipelineAlarmsArgs";
import type { Place } from "./place";
import { administration, policyDocument, type Statement } from "./policyDocuments";

/** The topic that alarms are sent to: given, made, or none. */
export function alarmTopicArn(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    { notify, region, tags }: PipelineAlarmsArgs,
): Output<string> | undefined {
    if (notify === "none") return undefined;
    if (notify?.existingTopicArn !== undefined) return output(notify.existingTopicArn);
    const { name } = named;
    const options = { parent: component };
    const topicName = alarmTopicNameOf(named);
    const keyArn: Input<string> =
        notify?.kmsKeyArn ??
        new Key(
            `${name}-alarms-key`,
            {
                description: `Encrypts the alarms of ${name} on their way`,
                enableKeyRotation: true,
                policy: keyPolicy(place),
                region,
                tags,
            },
            options,
        ).arn;
    const topic = new Topic(
        `${name}-alarms`,
        { name: topicName, kmsMasterKeyId: keyArn, policy: topicPolicy(place, topicName), region, tags },
        options,
    );
    return topic.arn;
}

/** Alarms of this account and Region, so that nobody else's can be sent there. */
function alarmsOf(partition: string, region: string, account: string): Pick<Statement, "Principal" | "Condition"> {
    return {
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
        },
    };
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
function keyPolicy({ partition, region, account }: Place): Output<string> {
    return all([partition, region, account]).apply(([inPartition, inRegion, inAccount]) =>
        policyDocument(administration(inPartition, inAccount), {
            Sid: "Alarms",
            Effect: "Allow",
            ...alarmsOf(inPartition, inRegion, inAccount),
            Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
            Resource: "*",
        }),
    );
}

/** The account keeps what it has without a policy: the topic, and who subscribes to it. */
const OWNERS_RIGHTS = [
    ...["sns:AddPermission", "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"],
    ...["sns:Publish", "sns:RemovePermission", "sns:SetTopicAttributes", "sns:Subscribe"],
];

/** https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html */
function topicPolicy({ partition, region, account }: Place, topicName: string): Output<string> {
    return all([partition, region, account]).apply(([inPartition, inRegion, inAccount]) => {
        const topicArn = `arn:${inPartition}:sns:${inRegion}:${inAccount}:${topicName}`;
        return policyDocument(
            {
                Sid: "Owner",
                Effect: "Allow",
                Principal: { AWS: `arn:${inPartition}:iam::${inAccount}:root` },
                Action: OWNERS_RIGHTS,
                Resource: topicArn,
            },
            {
                Sid: "Alarms",
                Effect: "Allow",
                ...alarmsOf(inPartition, inRegion, inAccount),
                Action: "sns:Publish",
                Resource: topicArn,
            },
        );
    });
}
