import { Alias, Key } from "@pulumi/aws/kms";
import { all, type ComponentResource, type Input } from "@pulumi/pulumi";
import { keyAliasOf, type NamedIn } from "../constraints/components/names";
import type { Optional } from "./oneOf";
import type { Place } from "./place";
import { administration, policyDocument } from "./policyDocuments";

export interface SecretKeyArgs {
    /** What it encrypts, for its description. */
    readonly what: string;
    readonly region: Optional<string> | undefined;
    readonly tags: Optional<Record<string, Input<string>>> | undefined;
}

/** A key that the account administers; whoever may use it is told by IAM policies, and by the grant that Amazon MSK takes. */
export function createSecretKey(
    component: ComponentResource,
    named: NamedIn,
    { partition, account }: Place,
    { what, region, tags }: SecretKeyArgs,
): Key {
    const { name } = named;
    const options = { parent: component };
    const key = new Key(
        `${name}-secret-key`,
        {
            description: `Encrypts ${what} of ${name}`,
            enableKeyRotation: true,
            policy: all([partition, account]).apply(([inPartition, inAccount]) =>
                policyDocument(administration(inPartition, inAccount)),
            ),
            region,
            tags,
        },
        options,
    );
    new Alias(`${name}-secret-key-alias`, { name: keyAliasOf(named), targetKeyId: key.keyId, region }, options);
    return key;
}
