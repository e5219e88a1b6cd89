import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { type ComponentResource, type Input, type Output, type Resource, secret } from "@pulumi/pulumi";
import { RECOVERY_DAYS } from "../constraints/components/kafkaCredentials";
import { withPreset } from "./inputs";
import type { Optional } from "./oneOf";

/** What all secrets of credentials have in common. */
export interface SecretSettings {
    readonly kmsKeyArn: Output<string>;
    readonly recoveryWindowInDays: Optional<number> | undefined;
    readonly region: Optional<string> | undefined;
    readonly tags: Optional<Record<string, Input<string>>> | undefined;
}

export interface StoredSecretArgs extends SecretSettings {
    /** In the names of its resources. */
    readonly label: string;
    readonly secretName: string;
    readonly description: string;
    /** Its value: a text, or a file in base64. */
    readonly value: { readonly text: Input<string> } | { readonly base64: Input<string> };
}

export interface StoredSecret {
    readonly secretName: Output<string>;
    readonly secretArn: Output<string>;
    /** Without them there is nothing to read. */
    readonly contents: readonly Resource[];
}

/** A secret with a value that is in no state and no message in clear text. */
export function createStoredSecret(
    component: ComponentResource,
    name: string,
    { label, secretName, description, value, kmsKeyArn, recoveryWindowInDays, region, tags }: StoredSecretArgs,
): StoredSecret {
    const options = { parent: component };
    const stored = new Secret(
        `${name}-${label}`,
        {
            name: secretName,
            description,
            kmsKeyId: kmsKeyArn,
            recoveryWindowInDays: withPreset(recoveryWindowInDays as Input<number> | undefined, RECOVERY_DAYS),
            region,
            tags,
        },
        options,
    );
    const version = new SecretVersion(
        `${name}-${label}-version`,
        {
            secretId: stored.id,
            ...("text" in value ? { secretString: secret(value.text) } : { secretBinary: secret(value.base64) }),
            region,
        },
        options,
    );
    return { secretName: stored.name, secretArn: stored.arn, contents: [version] };
}
