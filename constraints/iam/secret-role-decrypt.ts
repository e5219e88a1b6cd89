import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict } from "../core/verdict";
import { allow, policy, READING, rights, SECRET_NAME, SECRET_PATTERN, withSecretPolicies } from "../examples/roles";
import { ACCOUNT } from "../examples/rules";
import { secret } from "../examples/secrets";
import type { IotRole } from "../facts/iotRole";
import { type KeyedSecret, keyedSecretsOf } from "../facts/secretKeys";
import type { ResourceFacts } from "../facts/stack";
import { GET_SECRET_VALUE } from "./pages";
import { at, missing } from "./rights";

const ROLE = "iot-kafka-secrets";
const KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d`;
const READ = allow(READING, { Resource: SECRET_PATTERN });

export const secretRoleDecrypt = defineConstraint({
    id: "secret-role-decrypt",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-SEC-05"],
    level: "mandatory",
    severity: "high",
    what: "The role in get_secret may do kms:Decrypt with the customer managed key of the secret, by its policies and by the key's.",
    why: "Secrets Manager decrypts the secret with the rights of the role; every secret of Amazon MSK has such a key.",
    fix: "Allow kms:Decrypt on the key's ARN in a policy of the role, and let the key's policy leave that to IAM.",
    source: GET_SECRET_VALUE,
    check: (role): readonly Verdict[] => keyedSecretsOf(role).flatMap((keyed) => judge(role, keyed) ?? []),
    examples: {
        valid: [
            { title: "kms:Decrypt on the key", stack: withKey([READ, allow("kms:Decrypt", { Resource: KEY_ARN })]) },
            {
                title: "kms:Decrypt over Secrets Manager only",
                stack: withKey([
                    READ,
                    allow("kms:Decrypt", {
                        Resource: KEY_ARN,
                        Condition: { StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" } },
                    }),
                ]),
            },
            {
                title: "a key policy that names the role itself",
                stack: withKey([READ], { policy: keyPolicy({ AWS: `arn:aws:iam::${ACCOUNT}:role/${ROLE}` }) }),
            },
            { title: "a right that is not known before the key is made", stack: withNewKey() },
            { title: "a key of another stack", stack: withoutKey([READ], KEY_ARN) },
            { title: "the key of Secrets Manager", stack: withoutKey([READ]) },
        ],
        invalid: [
            { title: "no kms:Decrypt", stack: withKey([READ]) },
            {
                title: "kms:Decrypt with another key",
                stack: withKey([READ, allow("kms:Decrypt", { Resource: KEY_ARN.replace("1a2b3c4d", "9f8e7d6c") })]),
            },
            {
                title: "kms:Decrypt over another service",
                stack: withKey([
                    READ,
                    allow("kms:Decrypt", {
                        Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
                    }),
                ]),
            },
            {
                title: "a key policy for administrators alone",
                stack: withKey([READ, allow("kms:Decrypt")], {
                    policy: keyPolicy({ AWS: `arn:aws:iam::${ACCOUNT}:role/administrator` }),
                }),
            },
        ],
    },
});

function judge(role: IotRole, { secret, key, policy, own, ofKey }: KeyedSecret): Verdict | undefined {
    const title = nameOf(secret);
    if (own.answer === "denied" && own.because === "deny" && own.by !== undefined) {
        return at(role.placeOf(own.by), `A statement denies ${role.name} kms:Decrypt, with which ${title} is read`, {
            fix: "Take kms:Decrypt out of the Deny.",
        });
    }
    if (ofKey.denied === true && policy !== undefined) {
        return at(
            { on: policy.resource, path: policy.at },
            `The policy of the key of ${title} denies ${role.name} kms:Decrypt`,
        );
    }
    if (policy !== undefined && ofKey.direct === false && ofKey.delegated === false) {
        const found = `The policy of the key of ${title} allows kms:Decrypt neither to ${role.name} nor to the IAM policies of the account`;
        return at({ on: policy.resource, path: policy.at }, found, {
            fix: "Allow kms:* to the account, arn:PARTITION:iam::ACCOUNT:root, as the default policy of keys does.",
        });
    }
    if (own.answer === "denied" && ofKey.direct === false) {
        const found = `${role.name} reads ${title}, which is encrypted with ${nameOf(key!)}, but its policies do not allow kms:Decrypt with that key`;
        return missing(role, found, {
            fix: `Allow kms:Decrypt on the ARN of ${nameOf(key!)} in a policy of ${role.name}.`,
        });
    }
    const isAllowed = ofKey.direct === true || (ofKey.delegated === true && own.answer === "allowed");
    if (isAllowed && ofKey.denied === false) return undefined;
    // Nothing is known of the policy of a key that the stack does not make.
    if (key === undefined && own.answer === "allowed" && isUnknown(ofKey.direct)) return undefined;
    return undetermined([], `whether ${role.name} may decrypt ${title} is not known yet`);
}

function nameOf({ name, id, values }: ResourceFacts): string {
    const own = values.name;
    return typeof own === "string" ? own : (name ?? id);
}

function keyPolicy(Principal: Record<string, unknown>): string {
    return policy(allow("kms:*", { Principal }));
}

function withKey(statements: Record<string, unknown>[], values: Record<string, unknown> = {}) {
    const key: ResourceFacts = { kind: "key", id: "key", name: "plant-key", values: { arn: KEY_ARN, ...values } };
    return withSecretPolicies(
        [rights(ROLE, policy(...statements))],
        [key, secret(SECRET_NAME, "secret", { kmsKeyId: KEY_ARN })],
    );
}

function withoutKey(statements: Record<string, unknown>[], kmsKeyId?: string) {
    return withSecretPolicies(
        [rights(ROLE, policy(...statements))],
        [secret(SECRET_NAME, "secret", kmsKeyId === undefined ? {} : { kmsKeyId })],
    );
}

function withNewKey() {
    const key: ResourceFacts = { kind: "key", id: "key", name: "plant-key", values: { arn: UNKNOWN } };
    const keyed = { ...secret(SECRET_NAME, "secret", { kmsKeyId: UNKNOWN }), references: { kmsKeyId: ["key"] } };
    return withSecretPolicies([rights(ROLE, policy(READ)), rights(ROLE, UNKNOWN, "decrypt")], [key, keyed]);
}
