import { Alias, Key } from "@pulumi/aws/kms";
import { all, type ComponentResource, type Input, type Output } from "@pulumi/pulumi";
import { brokerLogGroupNameOf, keyAliasOf, type NamedIn } from "../constraints/components/names";
import type { Optional } from "./oneOf";
import type { Place } from "./place";
import { administration, logEncryption, policyDocument } from "./policyDocuments";

export interface ClusterKeyArgs {
    readonly region?: Optional<string>;
    readonly tags?: Optional<Record<string, Input<string>>>;
}

/**
 * The key that encrypts a cluster's disks and its log. AWS KMS renews it every year. Amazon MSK uses it by a grant that
 * whoever makes the cluster gives it, which the account's administration of the key allows
 * (https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html).
 */
export function createClusterKey(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    { region, tags }: ClusterKeyArgs,
): Key {
    const { name } = named;
    const options = { parent: component };
    const key = new Key(
        `${name}-key`,
        {
            description: `Encrypts the cluster ${name} and its log`,
            enableKeyRotation: true,
            policy: keyPolicy(place, brokerLogGroupNameOf(named)),
            region,
            tags,
        },
        options,
    );
    new Alias(
        `${name}-key-alias`,
        { name: keyAliasOf({ ...named, name: `${name}-cluster` }), targetKeyId: key.keyId, region },
        options,
    );
    return key;
}

function keyPolicy(place: Place, logGroupName: string): Output<string> {
    const { partition, region, account, dnsSuffix } = place;
    return all([partition, region, account, dnsSuffix]).apply(([inPartition, inRegion, inAccount, suffix]) =>
        policyDocument(
            administration(inPartition, inAccount),
            logEncryption(
                `logs.${inRegion}.${suffix}`,
                `arn:${inPartition}:logs:${inRegion}:${inAccount}:log-group:${logGroupName}`,
            ),
        ),
    );
}
