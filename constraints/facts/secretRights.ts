import { type Known, member } from "../core/known";
import type { IotRole } from "./iotRole";
import { contextOf, type Decision } from "./permissions";
import { nameOfArn, type ResourceName, regionOf } from "./requestedResource";
import type { SecretUse } from "./roleUses";
import { secretRead } from "./secrets";
import { ANY_CHARACTER } from "./wildcards";

/** What `get_secret` does to a secret. */
export const SECRET_ACTIONS = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"] as const;

/** A secret that is read with a role, and what the role is answered for each action. */
export interface SecretRight {
    /** As the template names it: its friendly name or its ARN. */
    readonly secretId: string;
    readonly use: SecretUse;
    readonly decisions: ReadonlyMap<string, Decision>;
    /** The actions that are allowed for an ARN without the six characters at its end, which no secret has. */
    readonly withoutEnd: readonly string[];
}

const RIGHTS = new WeakMap<IotRole, readonly SecretRight[]>();

/** The secrets that templates read with a role, each once. */
export function secretRightsOf(role: IotRole): readonly SecretRight[] {
    let rights = RIGHTS.get(role);
    if (rights === undefined) {
        rights = findRights(role);
        RIGHTS.set(role, rights);
    }
    return rights;
}

function findRights(role: IotRole): SecretRight[] {
    const found = new Map<string, SecretRight>();
    for (const use of role.uses.secrets) {
        const { secretId } = use.read;
        if (secretId === undefined) continue;
        const key = `${String(use.action.effectiveRegion)} ${secretId}`;
        if (found.has(key)) continue;
        const resource = secretName(role, use, secretId);
        if (resource === undefined) continue;
        const decisions = decisionsOn(role, resource);
        const bare = { ...resource, resource: withoutEnd(resource.resource) };
        const ofBare = [...decisionsOn(role, bare)].filter(([, { answer }]) => answer === "allowed");
        found.set(key, { secretId, use, decisions, withoutEnd: ofBare.map(([action]) => action) });
    }
    return [...found.values()];
}

function decisionsOn(role: IotRole, resource: ResourceName): ReadonlyMap<string, Decision> {
    const context = contextOf({
        "aws:RequestedRegion": resource.region,
        "aws:SecureTransport": "true",
        "secretsmanager:VersionStage": "AWSCURRENT",
    });
    return new Map(SECRET_ACTIONS.map((action) => [action, role.decide({ action, resource, context })]));
}

/** The ARN by which policies know the secret; undefined for a text that is none. */
export function secretName(role: IotRole, { action }: SecretUse, secretId: string): ResourceName | undefined {
    const made = secretRead(action, secretId);
    const arn = made === undefined ? undefined : member(made.values, "arn");
    const own = typeof arn === "string" ? nameOfArn(arn) : undefined;
    if (own?.resource.startsWith("secret:")) return own;
    if (!secretId.startsWith("arn:")) {
        const { partition, account } = role;
        const region: Known<string> = regionOf(action.effectiveRegion);
        return { partition, service: "secretsmanager", region, account, resource: `secret:${secretId}${END}` };
    }
    const name = nameOfArn(secretId);
    if (name === undefined || !name.resource.startsWith("secret:")) return undefined;
    return /-[A-Za-z0-9]{6}$/.test(name.resource) ? name : { ...name, resource: name.resource + END };
}

/** What Secrets Manager adds to the name of every secret. */
const END = `-${ANY_CHARACTER.repeat(6)}`;

function withoutEnd(resource: string): string {
    return resource.slice(0, -END.length);
}

/** True when a role also reads what is not known yet, or what a template computes. */
export function isOpen(role: IotRole): boolean {
    const { secrets, unknownReads } = role.uses;
    return unknownReads.length > 0 || secrets.some(({ read }) => read.secretId === undefined);
}
