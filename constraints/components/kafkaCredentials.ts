import { UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import type { ResourceFacts } from "../facts/stack";
import type { Arguments, Leaves } from "./arguments";
import type { ComponentFacts } from "./componentFacts";
import { type NamedIn, secretNameOf, userNameOf } from "./names";

/**
 * What credentials state: the secret, its value, and its association with a cluster where one is given. `at` is where
 * they stand among the arguments, `cluster` the cluster they are for, where another resource of the stack is that.
 */
export function kafkaCredentialsFacts(
    args: Arguments<Leaves>,
    id: string,
    name: string,
    named: NamedIn | undefined,
    { at = [], cluster }: { readonly at?: Path; readonly cluster?: ResourceFacts } = {},
): ComponentFacts[] {
    const text = (...path: string[]) => args.leaf("text", [...at, ...path]);
    const existing = text("user", "existingSecretId");
    const secretId = `${id} secret`;
    const secret: ComponentFacts = {
        resource: { kind: "secret", id: secretId, name, values: secretValues(args, at, named) },
        argumentPath: ([first]) => [...at, ...argumentOfSecret(String(first), existing !== undefined)],
    };
    const version: ComponentFacts = {
        resource: {
            kind: "secretVersion",
            id: `${id} version`,
            name,
            values: { secretId: UNKNOWN, secretString: secretString(args, at, named) },
            references: { secretId: [secretId] },
            dependencies: [secretId],
        },
        argumentPath: () => [...at, "user"],
    };
    const parts = existing === undefined ? [secret, version] : [secret];
    const clusterArn = cluster === undefined ? args.leaf("text", ["clusterArn"]) : UNKNOWN;
    if (clusterArn === undefined) return parts;
    const isArn = typeof existing === "string" && existing.startsWith("arn:");
    const association: ComponentFacts = {
        resource: {
            kind: "singleScramSecretAssociation",
            id: `${id} association`,
            name,
            values: { clusterArn, secretArn: isArn ? existing : UNKNOWN },
            references: { secretArn: [secretId], ...(cluster ? { clusterArn: [cluster.id] } : {}) },
            dependencies: [...parts.map(({ resource }) => resource.id), ...(cluster ? [cluster.id] : [])],
        },
        argumentPath: ([first]) => (first === "clusterArn" ? [...at, "clusterArn"] : [...at, "user"]),
    };
    return [...parts, association];
}

function secretValues(args: Arguments<Leaves>, at: Path, named: NamedIn | undefined) {
    const existing = args.leaf("text", [...at, "user", "existingSecretId"]);
    const region = args.leaf("text", ["region"]);
    const common = region === undefined ? {} : { region };
    if (existing === undefined) {
        return {
            name: named ? secretNameOf(named) : UNKNOWN,
            kmsKeyId: args.leaf("text", [...at, "kmsKeyArn"]) ?? UNKNOWN,
            recoveryWindowInDays: args.leafOr("number", [...at, "recoveryWindowInDays"], RECOVERY_DAYS),
            ...common,
        };
    }
    const [name, arn] =
        typeof existing !== "string"
            ? [UNKNOWN, UNKNOWN]
            : existing.startsWith("arn:")
              ? [nameInArn(existing), existing]
              : [existing, UNKNOWN];
    return { name, arn, kmsKeyId: UNKNOWN, ...common };
}

/** Where a property of the secret comes from; the enclosing argument where it is made. */
function argumentOfSecret(property: string, exists: boolean): Path {
    if (exists) return ["user", "existingSecretId"];
    if (property === "kmsKeyId") return ["kmsKeyArn"];
    return property === "recoveryWindowInDays" ? ["recoveryWindowInDays"] : [];
}

/** Days that a secret that was deleted can be recovered, unless others are asked for: its name is free at once. */
export const RECOVERY_DAYS = 0;

/** A password that is not given is made, and right. */
function secretString(args: Arguments<Leaves>, at: Path, named: NamedIn | undefined): unknown {
    const username = args.leafOr("text", [...at, "user", "username"], named ? userNameOf(named) : UNKNOWN);
    const password = args.leafOr("text", [...at, "user", "password"], "made");
    if (typeof username !== "string" || typeof password !== "string") return UNKNOWN;
    return JSON.stringify({ username, password });
}

/** The name at the end of a complete ARN, without the hyphen and six characters that follow it. */
export function nameInArn(arn: string): string {
    return arn.split(":").slice(6).join(":").slice(0, -7);
}
