import type { ResourceFacts, StackFacts } from "../facts/stack";
import { type Properties, withProperties } from "./configurations";
import { stackOf } from "./rules";

/** A secret that the stack makes, by its name. */
export function secret(name: unknown, id = "secret", values: Record<string, unknown> = {}): ResourceFacts {
    return { kind: "secret", id, name: id, values: { name, ...values } };
}

/** A version of the secret with this id. */
export function secretVersion(values: Record<string, unknown>, secretId = "secret", id = "version"): ResourceFacts {
    return { kind: "secretVersion", id, name: id, values, references: { secretId: [secretId] } };
}

/** A rule with these changes in its client properties, in a stack with these other resources. */
export function withSecrets(resources: ResourceFacts[], changes: Properties = {}, mode?: Properties): StackFacts {
    return stackOf(...resources, ...withProperties(changes, mode).resources);
}
