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
