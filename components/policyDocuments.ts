import { all, type Output } from "@pulumi/pulumi";
import type { Place } from "./place";

/** A policy document before it is text. */
export interface Statement {
    readonly Sid?: string;
    readonly Effect: "Allow" | "Deny";
    readonly Principal?: Readonly<Record<string, string>>;
    readonly Action: string | readonly string[];
    readonly Resource?: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function policyDocument(...statements: Statement[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The account administers a key, and its IAM policies say who else may use it. */
export function administration(partition: string, account: string): Statement {
    return {
        Sid: "Administration",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: "kms:*",
        Resource: "*",
    };
}

/**
 * CloudWatch Logs uses a key for one log group only
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html).
 */
export function logEncryption(service: string, logGroupArn: string): Statement {
    return {
        Sid: "Logs",
        Effect: "Allow",
        Principal: { Service: service },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroupArn } },
    };
}

/**
 * Lets AWS IoT assume a role, for rules and destinations of this account and Region only, so that nobody else's rule
 * can use it (https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html).
 * The service is called the same in all partitions.
 */
export function trustInIot({ partition, region, account }: Place): Output<string> {
    return all([partition, region, account]).apply(([inPartition, inRegion, inAccount]) =>
        policyDocument({
            Effect: "Allow",
            Principal: { Service: "iot.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: {
                StringEquals: { "aws:SourceAccount": inAccount },
                ArnLike: { "aws:SourceArn": `arn:${inPartition}:iot:${inRegion}:${inAccount}:*` },
            },
        }),
    );
}
