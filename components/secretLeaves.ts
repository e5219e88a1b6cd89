import { secret } from "@pulumi/pulumi";
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

/**
 * The arguments with everything marked as secret that may be one: the engine writes a component's arguments to its
 * state, in clear text unless they are marked. What is ill-formed is marked too: a password in the wrong place is still
 * a password.
 */
export function withSecrets<A extends object>(args: A): A {
    return mapLeaves(args, (leaf, path) => (mayBeSecret(leaf, path) ? secret(leaf) : leaf)) as A;
}

function mayBeSecret(leaf: unknown, path: Path): boolean {
    const isValue = typeof leaf === "string" || typeof leaf === "number" || isLater(leaf);
    return isValue && path[0] === "authentication" && !NAMES.has(String(path.at(-1)));
}
