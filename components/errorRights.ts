import { all, type Input, type Output, output } from "@pulumi/pulumi";
import type { ErrorBucket, ErrorQueue, ErrorStream, ErrorTopic } from "./errorActionArgs";
import type { Place } from "./place";
import type { Statement } from "./policyDocuments";

/** A target of a service that a role is made for: one of them is there. */
export interface SentTo {
    readonly s3?: ErrorBucket;
    readonly sqs?: ErrorQueue;
    readonly sns?: ErrorTopic;
    readonly kinesis?: ErrorStream;
}

/** The one right that sending there needs, and what using the target's key needs where there is one. */
export function errorTargetRights({ s3, sqs, sns, kinesis }: SentTo, place: Place): Output<readonly Statement[]> {
    const { partition, region, account } = place;
    if (s3) {
        const objects = all([partition, s3.bucket]).apply(
            ([inPartition, bucket]) => `arn:${inPartition}:s3:::${bucket}/*`,
        );
        return rights("s3:PutObject", objects, s3.kmsKeyArn, ["kms:GenerateDataKey"]);
    }
    if (sqs) {
        return rights("sqs:SendMessage", sqs.queueArn, sqs.kmsKeyArn, ["kms:GenerateDataKey", "kms:Decrypt"]);
    }
    if (sns) {
        return rights("sns:Publish", sns.topicArn, sns.kmsKeyArn, ["kms:GenerateDataKey", "kms:Decrypt"]);
    }
    const stream = all([partition, region, account, kinesis!.streamName]).apply(
        ([inPartition, inRegion, inAccount, name]) =>
            `arn:${inPartition}:kinesis:${inRegion}:${inAccount}:stream/${name}`,
    );
    return rights("kinesis:PutRecord", stream, kinesis!.kmsKeyArn, ["kms:GenerateDataKey"]);
}

function rights(
    action: string,
    target: Input<string>,
    keyArn: Input<string> | undefined,
    onKey: readonly string[],
): Output<readonly Statement[]> {
    return all([target, output(keyArn)]).apply(([arn, key]) => [
        { Effect: "Allow" as const, Action: action, Resource: arn },
        ...(key === undefined ? [] : [{ Effect: "Allow" as const, Action: onKey, Resource: key }]),
    ]);
}
