import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Answer } from "./answers";
import type { IotRole } from "./iotRole";
import { answerOfKey, type KeyAnswer, keyName, keyPolicyOf, keyStatementsOf } from "./keyPolicy";
import { keyIn } from "./keys";
import { contextOf, type Decision, type Request } from "./permissions";
import { nameOfArn, type RequestedResource, regionOf } from "./requestedResource";
import type { PlacedDocument } from "./roleDocuments";
import { secretRead } from "./secrets";
import type { ResourceFacts, Stack } from "./stack";

/** A secret of the stack that is read with a role, encrypted with a key that somebody manages. */
export interface KeyedSecret {
    readonly secret: ResourceFacts;
    /** The key, where the stack makes it. */
    readonly key: ResourceFacts | undefined;
    /** The key's policy, where the stack gives it one of its own. */
    readonly policy: PlacedDocument | undefined;
    /** What the role's policies say of kms:Decrypt. */
    readonly own: Decision;
    /** What the key's policy says of it; nothing is known of the policy of a key that the stack does not make. */
    readonly ofKey: KeyAnswer;
}

/** The secrets with keys of their own that are read with a role, each once. */
export function keyedSecretsOf(role: IotRole): KeyedSecret[] {
    const { stack } = role;
    const secrets = new Map<string, ResourceFacts>();
    for (const { action, read, secret: made } of role.uses.secrets) {
        const secret = read.secretId === undefined ? made : secretRead(action, read.secretId);
        if (secret && hasOwnKey(secret)) secrets.set(secret.id, secret);
    }
    return [...secrets.values()].map((secret) => keyedSecret(role, secret, keyOfSecret(stack, secret)));
}

function keyedSecret(role: IotRole, secret: ResourceFacts, key: ResourceFacts | undefined): KeyedSecret {
    const { stack, partition, account } = role;
    const resource = key === undefined ? keyElsewhere(role, secret) : keyName(stack, key, partition, account);
    const request: Request = { action: "kms:Decrypt", resource, context: contextOfDecrypt(role, secret) };
    const policy = key && keyPolicyOf(stack, key);
    return {
        secret,
        key,
        policy,
        own: role.decide(request),
        ofKey:
            key === undefined
                ? { denied: UNKNOWN, direct: UNKNOWN, delegated: UNKNOWN }
                : policy === undefined
                  ? { denied: false, direct: false, delegated: true }
                  : answerOfKey(keyStatementsOf(policy), request, account, (arn) => isRole(role, arn)),
    };
}

/** No key is given, or the one that Secrets Manager manages: it asks for no right. */
function hasOwnKey({ values }: ResourceFacts): boolean {
    const given = member(values, "kmsKeyId") ?? undefined;
    if (given === undefined || given === "") return false;
    return isUnknown(given) || (typeof given === "string" && !/(?:^|:)alias\/aws\//.test(given));
}

/** By its id or ARN, by an alias of the stack, or by the edge. */
function keyOfSecret(stack: Stack, secret: ResourceFacts): ResourceFacts | undefined {
    const own = keyIn(stack, secret, "kmsKeyId");
    if (own) return own;
    const given = member(secret.values, "kmsKeyId");
    const edges = secret.references?.kmsKeyId ?? [];
    const alias = stack.ofKind("keyAlias").find(({ id, values }) => {
        const name = member(values, "name");
        if (isUnknown(given)) return edges.includes(id);
        return typeof given === "string" && typeof name === "string" && (given === name || given.endsWith(`:${name}`));
    });
    return alias && keyIn(stack, alias, "targetKeyId");
}

function keyElsewhere({ partition, account }: IotRole, secret: ResourceFacts): RequestedResource {
    const given = member(secret.values, "kmsKeyId");
    const named = typeof given === "string" ? nameOfArn(given) : undefined;
    if (named?.resource.startsWith("key/")) return named;
    return { partition, service: "kms", region: UNKNOWN, account, resource: "key/", isOpen: true };
}

function contextOfDecrypt({ stack, account }: IotRole, secret: ResourceFacts) {
    const region = regionOf(stack.regionOf(secret));
    const arn = member(secret.values, "arn");
    return contextOf({
        "aws:RequestedRegion": region,
        "kms:CallerAccount": account,
        "kms:ViaService":
            isUnknown(region) || region.startsWith("cn-") ? UNKNOWN : `secretsmanager.${region}.amazonaws.com`,
        "kms:EncryptionContext:SecretARN": typeof arn === "string" ? arn : UNKNOWN,
    });
}

/** Whether an ARN in a policy is that of the role. */
export function isRole({ resource: { values } }: IotRole, arn: string): Answer {
    const name = member(values, "name");
    if (arn === member(values, "arn")) return true;
    if (!arn.includes(":role/")) return arn.includes(":assumed-role/") ? UNKNOWN : false;
    const named: Known<boolean> = typeof name === "string" ? arn.slice(arn.lastIndexOf("/") + 1) === name : UNKNOWN;
    return named;
}
