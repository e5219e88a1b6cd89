import type { Secret } from "../facts/secret";
import type { ResourceFacts } from "../facts/stack";

/** A resource policy of a secret, and the resource in which it stands as `policy`. */
export interface PlacedPolicy {
    readonly value: unknown;
    readonly on: ResourceFacts;
}

/** The resource policies that the stack gives a secret: in itself, and as resources of their own. */
export function policiesOf(secret: Secret): PlacedPolicy[] {
    const own = secret.value("policy");
    return [
        ...(own === undefined ? [] : [{ value: own, on: secret.resource }]),
        ...secret.policies.map((on) => ({ value: on.values.policy, on })),
    ];
}

/** The policy that Amazon MSK itself attaches to a secret. */
export const READABLE = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Sid: "AWSKafkaResourcePolicy",
            Effect: "Allow",
            Principal: { Service: "kafka.amazonaws.com" },
            Action: "secretsmanager:getSecretValue",
            Resource: "*",
        },
    ],
});

/** A policy for the secret with this id, for examples. */
export function policyFor(secretId: string, policy: unknown): ResourceFacts {
    return {
        kind: "secretPolicy",
        id: "policy",
        name: "policy",
        values: { policy },
        references: { secretArn: [secretId] },
    };
}
