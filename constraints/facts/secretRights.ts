import { type Known, member } from "../core/known";
import { anyOf } from "./answers";
import { titleOf } from "./inputs";
import type { IotRole } from "./iotRole";
import { answerOfKey, keyStatementsOf } from "./keyPolicy";
import { contextOf, type Decision, type Request } from "./permissions";
import { nameOfArn, type ResourceName, regionOf } from "./requestedResource";
import type { SecretUse } from "./roleUses";
import { isRole } from "./secretKeys";
import { policiesOfSecret } from "./secretPolicies";
import { secretRead, versionsOf } from "./secrets";
import type { ResourceFacts } from "./stack";
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
        const secretId = use.read.secretId ?? (use.secret && titleOf(use.secret));
        if (secretId === undefined) continue;
        const key = `${String(use.action.effectiveRegion)} ${secretId}`;
        if (found.has(key)) continue;
        const secret = use.secret ?? secretRead(use.action, secretId);
        const named = secretName(role, use, secret);
        if (named === undefined) continue;
        const resource = secret === undefined ? named : { ...named, made: [secret, ...versionsOf(role.stack, secret)] };
        const decisions = decisionsOn(role, resource, secret);
        const bare = { ...named, resource: withoutEnd(resource.resource) };
        const ofBare = resource.isOpen
            ? []
            : [...decisionsOn(role, bare, secret)].filter(([, { answer }]) => answer === "allowed");
        found.set(key, { secretId, use, decisions, withoutEnd: ofBare.map(([action]) => action) });
    }
    return [...found.values()];
}

function decisionsOn(
    role: IotRole,
    resource: ResourceName,
    secret: ResourceFacts | undefined,
): ReadonlyMap<string, Decision> {
    const context = contextOf({
        "aws:RequestedRegion": resource.region,
        "aws:SecureTransport": "true",
        "secretsmanager:VersionStage": "AWSCURRENT",
    });
    return new Map(
        SECRET_ACTIONS.map((action) => {
            const request: Request = { action, resource, context };
            return [action, withGrants(role, request, secret, role.decide(request))];
        }),
    );
}

/** What the secret's own policy lets the role do needs no right by the role's policies: both are of one account. */
function withGrants(role: IotRole, request: Request, secret: ResourceFacts | undefined, own: Decision): Decision {
    const isLacking = own.because === "action" || own.because === "resource" || own.because === "condition";
    if (!isLacking || secret === undefined) return own;
    const granted = anyOf(
        policiesOfSecret(role.stack, secret).map(
            (policy) => answerOfKey(keyStatementsOf(policy), request, role.account, (arn) => isRole(role, arn)).direct,
        ),
    );
    if (granted === false) return own;
    return { answer: granted === true ? "allowed" : "undetermined" };
}

/** The ARN by which policies know the secret; undefined for a text that is none. */
function secretName(
    role: IotRole,
    { action, read }: SecretUse,
    made: ResourceFacts | undefined,
): ResourceName | undefined {
    const arn = made === undefined ? undefined : member(made.values, "arn");
    const own = typeof arn === "string" ? nameOfArn(arn) : undefined;
    if (own?.resource.startsWith("secret:")) return own;
    const name = made === undefined ? undefined : member(made.values, "name");
    const { secretId = typeof name === "string" ? name : "" } = read;
    if (!secretId.startsWith("arn:")) {
        const { partition, account } = role;
        const region: Known<string> = regionOf(action.effectiveRegion);
        const whole: Omit<ResourceName, "resource"> = { partition, service: "secretsmanager", region, account };
        // CloudFormation, Terraform and Pulumi add to a name that they make.
        const isOpen = made !== undefined && typeof name !== "string";
        return isOpen ? { ...whole, resource: "secret:", isOpen } : { ...whole, resource: `secret:${secretId}${END}` };
    }
    const named = nameOfArn(secretId);
    if (named === undefined || !named.resource.startsWith("secret:")) return undefined;
    return /-[A-Za-z0-9]{6}$/.test(named.resource) ? named : { ...named, resource: named.resource + END };
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
