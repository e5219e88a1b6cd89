import { Role, RolePolicy } from "@pulumi/aws/iam";
import { all, type ComponentResource, type Input, type Output, output } from "@pulumi/pulumi";
import { type NamedIn, roleNameOf } from "../constraints/components/names";
import type { Optional } from "./oneOf";
import type { Place } from "./place";
import { policyDocument, type Statement, trustInIot } from "./policyDocuments";

export interface SecretRoleArgs {
    /** Names or complete ARNs of the secrets. */
    readonly secretIds: readonly Input<string>[];
    /** The key that encrypts them; its policy is a resource of its own, since a new key's ARN is not known at preview. */
    readonly keyArn: Input<string> | undefined;
    /** The keys of secrets that exist, undefined where it is that of Secrets Manager, which asks for no right. */
    readonly foundKeyArns: readonly Output<string | undefined>[];
    readonly tags: Optional<Record<string, Input<string>>> | undefined;
}

export interface SecretRole {
    /** Known at preview: it is made of names. */
    readonly roleArn: Output<string>;
    readonly roleName: Output<string>;
    /** Without them AWS IoT cannot read. */
    readonly policies: readonly RolePolicy[];
}

/**
 * The role that AWS IoT assumes to read secrets when a rule runs: exactly these, with the two rights that `get_secret`
 * needs, and nothing else (https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html).
 */
export function createSecretRole(
    component: ComponentResource,
    named: NamedIn,
    place: Place,
    { secretIds, keyArn, foundKeyArns, tags }: SecretRoleArgs,
): SecretRole {
    const { name } = named;
    const options = { parent: component };
    const roleName = roleNameOf(named, "secrets");
    const role = new Role(
        `${name}-secret-role`,
        {
            name: roleName,
            description: `Lets AWS IoT read the Kafka credentials ${name}`,
            assumeRolePolicy: trustInIot(place),
            tags,
        },
        options,
    );
    const read = new RolePolicy(
        `${name}-secret-role-read`,
        {
            role: role.name,
            policy: all([all(secretIds.map((id) => secretArnPattern(place, id))), all([...foundKeyArns])]).apply(
                ([arns, keys]) => policyDocument(readingOf(arns), ...decryptionWith(keys)),
            ),
        },
        options,
    );
    const decrypt =
        keyArn === undefined
            ? []
            : [
                  new RolePolicy(
                      `${name}-secret-role-decrypt`,
                      {
                          role: role.name,
                          policy: output(keyArn).apply((arn) => policyDocument(...decryptionWith([arn]))),
                      },
                      options,
                  ),
              ];
    return {
        roleArn: all([place.partition, place.account]).apply(
            ([partition, account]) => `arn:${partition}:iam::${account}:role/${roleName}`,
        ),
        roleName: role.name,
        policies: [read, ...decrypt],
    };
}

function readingOf(arns: readonly string[]): Statement {
    return {
        Effect: "Allow",
        Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
        Resource: oneOrAll(arns),
    };
}

function decryptionWith(keyArns: readonly (string | undefined)[]): Statement[] {
    const known = keyArns.filter((arn) => arn !== undefined);
    return known.length === 0 ? [] : [{ Effect: "Allow", Action: "kms:Decrypt", Resource: oneOrAll(known) }];
}

/** Each once; a single one as a text. */
function oneOrAll(arns: readonly string[]): string | readonly string[] {
    const [first, ...others] = new Set(arns);
    return others.length === 0 ? first! : [first!, ...others];
}

/** A secret's ARN as policies name it: Secrets Manager adds a hyphen and six characters to the name (IAM-SEC-02). */
function secretArnPattern({ partition, region, account }: Place, secretId: Input<string>): Output<string> {
    return all([secretId, partition, region, account]).apply(([id, inPartition, inRegion, inAccount]) =>
        id.startsWith("arn:") ? id : `arn:${inPartition}:secretsmanager:${inRegion}:${inAccount}:secret:${id}-??????`,
    );
}
