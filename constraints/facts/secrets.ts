import { type Facts, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { KafkaAction } from "./kafkaAction";
import type { ResourceFacts, Stack } from "./stack";

/**
 * The secret of the stack that a `get_secret` call of an action reads: by its name in the action's Region, or by its
 * ARN. Undefined when the stack makes no such secret.
 */
export function secretRead(action: KafkaAction, secretId: string): ResourceFacts | undefined {
    const { stack } = action;
    const wanted = secretId.startsWith("arn:") ? secretId.split(":") : undefined;
    return stack.ofKind("secret").find((secret) => {
        const name = member(secret.values, "name");
        if (wanted === undefined) return name === secretId && sameRegion(stack.regionOf(secret), action.region);
        if (member(secret.values, "arn") === secretId) return true;
        const [region, tail] = [wanted[3], wanted.slice(6).join(":")];
        return typeof name === "string" && sameRegion(stack.regionOf(secret), region) && isNameInArn(tail, name);
    });
}

/** An ARN ends in the name, a hyphen and six characters; a partial one in the name alone. */
export function isNameInArn(tail: string, name: string): boolean {
    return tail === name || (tail.startsWith(`${name}-`) && /^-[A-Za-z0-9]{6}$/.test(tail.slice(name.length)));
}

function sameRegion(one: Known<string | undefined>, other: Known<string | undefined>): boolean {
    return isUnknown(one) || isUnknown(other) || one === undefined || other === undefined || one === other;
}

/** The versions of a secret that the stack makes. */
export function versionsOf(stack: Stack, secret: ResourceFacts): ResourceFacts[] {
    const names = ["arn", "id", "name"].map((name) => member(secret.values, name)).filter((name) => name !== undefined);
    return stack.ofKind("secretVersion").filter((version) => {
        const secretId = member(version.values, "secretId");
        if (typeof secretId === "string") return names.includes(secretId);
        return version.references?.secretId?.includes(secret.id) ?? false;
    });
}

/** Whether a version is the one that is read: it is unless it has labels without AWSCURRENT. */
export function isCurrent({ values }: ResourceFacts): Known<boolean> {
    const stages = member(values, "versionStages") ?? undefined;
    if (stages === undefined) return true;
    if (!Array.isArray(stages)) return UNKNOWN;
    if (stages.includes("AWSCURRENT")) return true;
    return stages.some(isUnknown) ? UNKNOWN : stages.length === 0;
}

/** The text of a version: undefined when it holds none, unknown when it is written without being kept. */
export function secretStringOf(values: Facts): unknown {
    const text = member(values, "secretString") ?? undefined;
    const unkept = member(values, "secretStringWo") ?? undefined;
    return text ?? (unkept === undefined ? undefined : UNKNOWN);
}

/** The secret of the stack that a version, a policy or the like belongs to, by the input that names it. */
export function secretOf(stack: Stack, resource: ResourceFacts, property: string): ResourceFacts | undefined {
    const given = member(resource.values, property);
    const secrets = stack.ofKind("secret");
    if (typeof given === "string") {
        const named = secrets.find(({ values }) => SECRET_IDS.some((name) => member(values, name) === given));
        if (named) return named;
    }
    const edges = resource.references?.[property] ?? [];
    const referenced = secrets.filter(({ id }) => edges.includes(id));
    return referenced.length === 1 ? referenced[0] : undefined;
}

/** The outputs by which a secret is named. */
const SECRET_IDS = ["arn", "id", "name"];

/** The secret of the stack that a version belongs to. */
export function secretOfVersion(stack: Stack, version: ResourceFacts): ResourceFacts | undefined {
    return secretOf(stack, version, "secretId");
}
