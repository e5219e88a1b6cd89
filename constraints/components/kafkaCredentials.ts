import { type Facts, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { type Arguments, type Leaves, plainArguments } from "./arguments";
import { authenticationProperties } from "./authentication";
import type { ComponentFacts } from "./componentFacts";
import {
    type CredentialPart,
    credentialArgument,
    credentialAuthentication,
    existingParts,
    labelOfPart,
    madeParts,
    nameOfPart,
    passwordsOf,
    storedAs,
} from "./credentialParts";
import { type NamedIn, userNameOf } from "./names";
import { topicRuleArgument } from "./topicRule";

/**
 * What credentials state: the secrets, their values, and the association with a cluster where one is given. `clusterId`
 * names the cluster they are for, where another resource of the stack is that.
 */
export function kafkaCredentialsFacts(
    args: Arguments<Leaves>,
    id: string,
    name: string,
    named: NamedIn | undefined,
    clusterId?: string,
): ComponentFacts[] {
    const made = madeParts(args).flatMap((part) => madeSecret(args, part, id, name, named));
    const existing = existingParts(args).map(({ secretId, argument }) => ({
        resource: {
            kind: "secret" as const,
            id: `${id} ${argument.join(".")}`,
            name,
            values: { ...existingValues(secretId), ...regionOf(args) },
        },
        argumentPath: () => argument,
    }));
    const parts = [...made, ...existing];
    const clusterArn = args.leaf("text", ["clusterArn"]);
    if (clusterArn === undefined) return parts;
    const user = args.leaf("text", ["user", "existingSecretId"]);
    const clusters = clusterId === undefined ? [] : [clusterId];
    const [stored] = user === undefined ? made : existing;
    const association: ComponentFacts = {
        resource: {
            kind: "singleScramSecretAssociation",
            id: `${id} association`,
            name,
            values: {
                clusterArn,
                secretArn: typeof user === "string" && user.startsWith("arn:") ? user : UNKNOWN,
            },
            references: { secretArn: stored ? [stored.resource.id] : [], clusterArn: clusters },
            dependencies: [...parts.map(({ resource }) => resource.id), ...clusters],
        },
        argumentPath: ([first]) => (first === "clusterArn" ? ["clusterArn"] : ["user"]),
    };
    return [...parts, association];
}

/** How a rule logs in with these credentials. */
export function authenticationFacts(args: Arguments<Leaves>, named: NamedIn | undefined): Facts {
    const mode = args.leaf("text", ["mode"]);
    return credentialAuthentication(args, {
        nameOf: (part) => nameKnown(mode, named, part),
        roleArn: args.leaf("text", ["roleArn"]) ?? UNKNOWN,
        after: (text) => text,
    });
}

/** What any rule that logs in with these credentials says of it; of all else it says nothing. */
export function loginFacts(
    args: Arguments<Leaves>,
    id: string,
    name: string,
    named: NamedIn | undefined,
): ComponentFacts {
    const authentication = plainArguments({ authentication: authenticationFacts(args, named) });
    const written = authenticationProperties(authentication).map(({ property, value }) => [property, value]);
    const clientProperties = { "bootstrap.servers": UNKNOWN, ...Object.fromEntries(written) };
    return {
        resource: {
            kind: "topicRule",
            id: `${id} login`,
            name,
            values: {
                name: UNKNOWN,
                sql: UNKNOWN,
                sqlVersion: UNKNOWN,
                enabled: UNKNOWN,
                errorAction: UNKNOWN,
                kafkas: [{ destinationArn: UNKNOWN, topic: UNKNOWN, key: UNKNOWN, clientProperties }],
                ...regionOf(args),
            },
        },
        argumentPath: (path) => {
            const [first, ...rest] = topicRuleArgument(authentication, path);
            return first === "authentication" ? credentialArgument(args, rest) : first === "region" ? ["region"] : [];
        },
    };
}

/** A secret that is made, and its value. */
function madeSecret(
    args: Arguments<Leaves>,
    part: CredentialPart,
    id: string,
    name: string,
    named: NamedIn | undefined,
): ComponentFacts[] {
    const secretId = `${id} ${labelOfPart(part)}`;
    const secret: ComponentFacts = {
        resource: {
            kind: "secret",
            id: secretId,
            name,
            values: {
                name: nameKnown(args.leaf("text", ["mode"]), named, part),
                kmsKeyId: args.leaf("text", ["kmsKeyArn"]) ?? UNKNOWN,
                recoveryWindowInDays: args.leafOr("number", ["recoveryWindowInDays"], RECOVERY_DAYS),
                ...regionOf(args),
            },
        },
        argumentPath: ([first]) => {
            if (first === "kmsKeyId") return ["kmsKeyArn"];
            return first === "recoveryWindowInDays" ? ["recoveryWindowInDays"] : [];
        },
    };
    const isText = storedAs(args, part) === "SecretString";
    const version: ComponentFacts = {
        resource: {
            kind: "secretVersion",
            id: `${secretId} version`,
            name,
            values: { secretId: UNKNOWN, [isText ? "secretString" : "secretBinary"]: valueInside(args, part, named) },
            references: { secretId: [secretId] },
            dependencies: [secretId],
        },
        argumentPath: () => argumentOfValue(args, part),
    };
    return [secret, version];
}

/** Without a mode it cannot be told which name a secret has. */
function nameKnown(mode: unknown, named: NamedIn | undefined, part: CredentialPart): unknown {
    return named && typeof mode === "string" ? nameOfPart(mode, named, part) : UNKNOWN;
}

function existingValues(secretId: unknown): Facts {
    if (typeof secretId !== "string") return { name: UNKNOWN, arn: UNKNOWN, kmsKeyId: UNKNOWN };
    const isArn = secretId.startsWith("arn:");
    const names = isArn ? { name: nameInArn(secretId), arn: secretId } : { name: secretId, arn: UNKNOWN };
    return { ...names, kmsKeyId: UNKNOWN };
}

function regionOf(args: Arguments<Leaves>): Facts {
    const region = args.leaf("text", ["region"]);
    return region === undefined ? {} : { region };
}

/** Days that a secret that was deleted can be recovered, unless others are asked for: its name is free at once. */
export const RECOVERY_DAYS = 0;

/** What is put into a secret; a password that is not given is made, and right. */
function valueInside(args: Arguments<Leaves>, part: CredentialPart, named: NamedIn | undefined): unknown {
    if (part === "user") {
        const username = args.leafOr("text", ["user", "username"], named ? userNameOf(named) : UNKNOWN);
        const password = args.leafOr("text", ["user", "password"], "made");
        return textOf({ username, password });
    }
    if (part === "passwords") {
        const members = Object.values(passwordsOf(args)).flatMap((password) =>
            "member" in password ? [[password.member, password.value ?? "made"]] : [],
        );
        return textOf(Object.fromEntries(members));
    }
    return args.leaf("text", [part, "base64"]) ?? UNKNOWN;
}

function textOf(members: Readonly<Record<string, unknown>>): unknown {
    return Object.values(members).every((value) => typeof value === "string") ? JSON.stringify(members) : UNKNOWN;
}

function argumentOfValue(args: Arguments<Leaves>, part: CredentialPart): Path {
    if (part === "user") return ["user"];
    if (part === "passwords") return args.isObject(["keyStore"]) ? ["keyStore"] : ["trustStore"];
    return args.leaf("text", [part, "base64"]) === undefined ? [part] : [part, "base64"];
}

/** The name at the end of a complete ARN, without the hyphen and six characters that follow it. */
export function nameInArn(arn: string): string {
    return arn.split(":").slice(6).join(":").slice(0, -7);
}
