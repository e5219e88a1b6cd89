import { type Facts, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import type { Arguments, Leaves } from "./arguments";
import type { ComponentFacts } from "./componentFacts";
import { type NamedIn, secretNameOf, userNameOf } from "./names";

/**
 * What credentials state: the secret, its value, and its association with a cluster where one is given. `clusterId` names
 * the cluster they are for, where another resource of the stack is that.
 */
export function kafkaCredentialsFacts(
    args: Arguments<Leaves>,
    id: string,
    name: string,
    named: NamedIn | undefined,
    clusterId?: string,
): ComponentFacts[] {
    const existing = args.leaf("text", ["user", "existingSecretId"]);
    const secretId = `${id} secret`;
    const secret: ComponentFacts = {
        resource: { kind: "secret", id: secretId, name, values: secretValues(args, named) },
        argumentPath: ([first]) => argumentOfSecret(String(first), existing !== undefined),
    };
    const version: ComponentFacts = {
        resource: {
            kind: "secretVersion",
            id: `${id} version`,
            name,
            values: { secretId: UNKNOWN, secretString: secretString(args, named) },
            references: { secretId: [secretId] },
            dependencies: [secretId],
        },
        argumentPath: () => ["user"],
    };
    const parts = existing === undefined ? [secret, version] : [secret];
    const clusterArn = args.leaf("text", ["clusterArn"]);
    if (clusterArn === undefined) return parts;
    const isArn = typeof existing === "string" && existing.startsWith("arn:");
    const clusters = clusterId === undefined ? [] : [clusterId];
    const association: ComponentFacts = {
        resource: {
            kind: "singleScramSecretAssociation",
            id: `${id} association`,
            name,
            values: { clusterArn, secretArn: isArn ? existing : UNKNOWN },
            references: { secretArn: [secretId], clusterArn: clusters },
            dependencies: [...parts.map(({ resource }) => resource.id), ...clusters],
        },
        argumentPath: ([first]) => (first === "clusterArn" ? ["clusterArn"] : ["user"]),
    };
    return [...parts, association];
}

/** How a rule logs in with these credentials. */
export function scramAuthenticationFacts(args: Arguments<Leaves>, named: NamedIn | undefined): Facts {
    const secret = {
        secretId: args.leaf("text", ["user", "existingSecretId"]) ?? (named ? secretNameOf(named) : UNKNOWN),
        roleArn: args.leaf("text", ["roleArn"]) ?? UNKNOWN,
    };
    return {
        mode: args.leaf("text", ["mode"]),
        username: { ...secret, key: "username" },
        password: { ...secret, key: "password" },
    };
}

function secretValues(args: Arguments<Leaves>, named: NamedIn | undefined): Facts {
    const existing = args.leaf("text", ["user", "existingSecretId"]);
    const region = args.leaf("text", ["region"]);
    const common = region === undefined ? {} : { region };
    if (existing === undefined) {
        return {
            name: named ? secretNameOf(named) : UNKNOWN,
            kmsKeyId: args.leaf("text", ["kmsKeyArn"]) ?? UNKNOWN,
            recoveryWindowInDays: args.leafOr("number", ["recoveryWindowInDays"], RECOVERY_DAYS),
            ...common,
        };
    }
    if (typeof existing !== "string") return { name: UNKNOWN, arn: UNKNOWN, kmsKeyId: UNKNOWN, ...common };
    const isArn = existing.startsWith("arn:");
    const names = isArn ? { name: nameInArn(existing), arn: existing } : { name: existing, arn: UNKNOWN };
    return { ...names, kmsKeyId: UNKNOWN, ...common };
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
function secretString(args: Arguments<Leaves>, named: NamedIn | undefined): unknown {
    const username = args.leafOr("text", ["user", "username"], named ? userNameOf(named) : UNKNOWN);
    const password = args.leafOr("text", ["user", "password"], "made");
    if (typeof username !== "string" || typeof password !== "string") return UNKNOWN;
    return JSON.stringify({ username, password });
}

/** The name at the end of a complete ARN, without the hyphen and six characters that follow it. */
export function nameInArn(arn: string): string {
    return arn.split(":").slice(6).join(":").slice(0, -7);
}
