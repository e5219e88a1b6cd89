import { Alias, Key } from "@pulumi/aws/kms";
import { Secret, SecretPolicy, SecretVersion } from "@pulumi/aws/secretsmanager";
import { all, type ComponentResource, type Input, type Output, output, type Resource, secret } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random";
import { RECOVERY_DAYS } from "../constraints/components/kafkaCredentials";
import { keyAliasOf, type NamedIn, secretNameOf, userNameOf } from "../constraints/components/names";
import { withPreset } from "./inputs";
import type { MadeUser } from "./kafkaCredentialsArgs";
import type { Optional } from "./oneOf";
import type { Place } from "./place";
import { administration, policyDocument } from "./policyDocuments";

/** Long enough that guessing is hopeless, of characters that no client has to escape (SEC-PW-01). */
const PASSWORD = { length: 32, special: false };

export interface ScramSecretArgs extends MadeUser {
    readonly kmsKeyArn: Input<string> | undefined;
    readonly recoveryWindowInDays: Optional<number> | undefined;
    readonly region: Optional<string> | undefined;
    readonly tags: Optional<Record<string, Input<string>>> | undefined;
}

export interface ScramSecret {
    readonly secretName: Output<string>;
    readonly secretArn: Output<string>;
    readonly kmsKeyArn: Output<string>;
    readonly username: Output<string>;
    /** Its value, and the policy that lets Amazon MSK read it: an association without them is refused. */
    readonly contents: readonly Resource[];
}

/**
 * A secret as Amazon MSK wants it: its name begins with AmazonMSK_, a key of one's own encrypts it, and it holds a JSON
 * object with `username` and `password` (https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html).
 */
export function createScramSecret(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    args: ScramSecretArgs,
): ScramSecret {
    const { name } = named;
    const { region, tags } = args;
    const options = { parent: component };
    const kmsKeyArn = output(args.kmsKeyArn ?? createKey(component, named, place, args).arn);
    const stored = new Secret(
        `${name}-secret`,
        {
            name: secretNameOf(named),
            description: `The Kafka user of ${name}, as Amazon MSK keeps it`,
            kmsKeyId: kmsKeyArn,
            recoveryWindowInDays: withPreset(args.recoveryWindowInDays as Input<number> | undefined, RECOVERY_DAYS),
            region,
            tags,
        },
        options,
    );
    const username = output(withPreset(args.username as Input<string> | undefined, userNameOf(named)));
    const password =
        args.password === undefined
            ? new RandomPassword(`${name}-password`, PASSWORD, options).result
            : secret(args.password as Input<string>);
    const version = new SecretVersion(
        `${name}-secret-version`,
        {
            secretId: stored.id,
            secretString: secret(
                all([username, password]).apply(([user, word]) => JSON.stringify({ username: user, password: word })),
            ),
            region,
        },
        options,
    );
    const policy = new SecretPolicy(
        `${name}-secret-policy`,
        { secretArn: stored.arn, policy: readableByMsk(stored.arn), region },
        options,
    );
    return { secretName: stored.name, secretArn: stored.arn, kmsKeyArn, username, contents: [version, policy] };
}

/** A key that the account administers; whoever may use it is told by IAM policies, and by the grant that Amazon MSK takes. */
function createKey(
    component: ComponentResource,
    named: NamedIn,
    { partition, account }: Place,
    { region, tags }: Pick<ScramSecretArgs, "region" | "tags">,
): Key {
    const { name } = named;
    const options = { parent: component };
    const key = new Key(
        `${name}-secret-key`,
        {
            description: `Encrypts the Kafka user of ${name}`,
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

/**
 * What Amazon MSK attaches to a secret that is associated with a cluster, word for word: another policy would be
 * overwritten there, and every refresh would show it. The secret's own ARN stands in it, so it is not known at preview.
 */
function readableByMsk(secretArn: Output<string>): Output<string> {
    return secretArn.apply((arn) =>
        policyDocument({
            Sid: "AWSKafkaResourcePolicy",
            Effect: "Allow",
            Principal: { Service: "kafka.amazonaws.com" },
            Action: "secretsmanager:getSecretValue",
            Resource: arn,
        }),
    );
}
