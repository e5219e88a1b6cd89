import { getKey } from "@pulumi/aws/kms";
import { getSecret } from "@pulumi/aws/secretsmanager";
import { all, type ComponentResource, type Input, type Output } from "@pulumi/pulumi";
import type { Optional } from "./oneOf";

export interface ExistingSecret {
    readonly secretArn: Output<string>;
    /** The key of one's own that encrypts it, where it has one and it was asked for. */
    readonly kmsKeyArn: Output<string | undefined>;
}

/** Looks up a secret that exists, unless all that is wanted is known: its ARN, and the key where `withKey` says so. */
export function findSecret(
    component: ComponentResource,
    secretId: Input<string>,
    { withKey, region }: { readonly withKey: boolean; readonly region: Optional<string> | undefined },
): ExistingSecret {
    const options = { parent: component };
    const found = all([secretId, region]).apply(async ([id, inRegion]) => {
        const isArn = id.startsWith("arn:");
        if (isArn && !withKey) return { arn: id };
        const { arn, kmsKeyId } = await getSecret(
            { ...(isArn ? { arn: id } : { name: id }), region: inRegion },
            options,
        );
        if (!withKey || !kmsKeyId) return { arn };
        const isKeyArn = /^arn:[^:]+:kms:[^:]+:[^:]+:key\//.test(kmsKeyId);
        const keyArn = isKeyArn ? kmsKeyId : (await getKey({ keyId: kmsKeyId, region: inRegion }, options)).arn;
        return { arn, keyArn };
    });
    return { secretArn: found.apply(({ arn }) => arn), kmsKeyArn: found.apply(({ keyArn }) => keyArn) };
}
