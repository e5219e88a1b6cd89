import type { ResourceFacts, StackFacts } from "../facts/stack";
import { type Properties, withProperties } from "./configurations";
import { stackOf } from "./rules";

/** The customer managed key of the examples. */
export const KEY_ARN = "arn:aws:kms:us-east-1:209876543210:key/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e";

/** A secret that the stack makes, by its name, with a key of its own. */
export function secret(name: unknown, id = "secret", values: Record<string, unknown> = {}): ResourceFacts {
    return { kind: "secret", id, name: id, values: { name, kmsKeyId: KEY_ARN, ...values } };
}

/** A version of the secret with this id. */
export function secretVersion(values: Record<string, unknown>, secretId = "secret", id = "version"): ResourceFacts {
    return { kind: "secretVersion", id, name: id, values, references: { secretId: [secretId] } };
}

/** A rule with these changes in its client properties, in a stack with these other resources. */
export function withSecrets(resources: ResourceFacts[], changes: Properties = {}, mode?: Properties): StackFacts {
    return stackOf(...resources, ...withProperties(changes, mode).resources);
}
