import { secret } from "@pulumi/pulumi";
import { KAFKA_TOPIC_RULE_FORM } from "../constraints/components/forms";
import type { Path } from "../constraints/core/path";
import { isLater, mapLeaves } from "./leaves";

/** Members of `authentication` that say where something is or what it is called. Any other one may hold a secret. */
const NAMES: ReadonlySet<string> = new Set([
    "mode",
    "secretId",
    "roleArn",
    "key",
    "serviceName",
    "kdc",
    "realm",
    "principal",
]);

/** Arguments of a rule that hold no secret; what is none of them may be a secret in the wrong place. */
const ARGUMENTS: ReadonlySet<string> = new Set(
    Object.keys({ ...KAFKA_TOPIC_RULE_FORM.required, ...KAFKA_TOPIC_RULE_FORM.optional }),
);

/**
 * The arguments of a rule with everything marked as secret that may be one: the engine writes a component's arguments to
 * its state, in clear text unless they are marked. What is ill-formed is marked too: a password in the wrong place is
 * still a password.
 */
export function withSecrets<A extends object>(args: A): A {
    return mapLeaves(args, (leaf, path) => (mayBeSecret(leaf, path) ? secret(leaf) : leaf)) as A;
}

function mayBeSecret(leaf: unknown, path: Path): boolean {
    const isValue = typeof leaf === "string" || typeof leaf === "number" || isLater(leaf);
    if (!isValue) return false;
    return path[0] === "authentication" ? !NAMES.has(String(path.at(-1))) : !ARGUMENTS.has(String(path[0]));
}
