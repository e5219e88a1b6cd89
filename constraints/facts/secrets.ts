import { type Facts, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { parseArn } from "./arn";
import { inputOf } from "./inputs";
import type { KafkaAction } from "./kafkaAction";
import { mayShareRegion } from "./sameRegion";
import { secretIndexOf } from "./secretIndex";
import type { ResourceFacts, Stack } from "./stack";

/**
 * The secret of the stack that a `get_secret` call of an action reads: by its name in the action's Region, or by its
 * ARN. Undefined when the stack makes no such secret.
 */
export function secretRead(action: KafkaAction, secretId: string): ResourceFacts | undefined {
    const { stack } = action;
    const { byName, byArn } = secretIndexOf(stack);
    const isIn = (region: Known<string | undefined>) => (secret: ResourceFacts) =>
        mayShareRegion(stack.regionOf(secret), region);
    const arn = parseArn(secretId);
    if (arn === undefined) return byName.get(secretId)?.find(isIn(action.region)) ?? byArn.get(secretId)?.[0];
    return (
        byArn.get(secretId)?.[0] ??
        namesIn(secretId).flatMap((name) => byName.get(name)?.find(isIn(arn.region)) ?? [])[0]
    );
}

/** The names that the ARN of a secret may be of: it ends in the name, a hyphen and six characters, or in the name alone. */
function namesIn(arn: string): string[] {
    const tail = arn.split(":").slice(6).join(":");
    return /-[A-Za-z0-9]{6}$/.test(tail) ? [tail, tail.slice(0, -SUFFIX)] : [tail];
}

const SUFFIX = 7;

/** The secrets of the stack whose ARN a text may be, by their ARNs and names; `isArnOf` tells more. */
export function secretsNamedIn(stack: Stack, arn: string): ResourceFacts[] {
    const { byName, byArn } = secretIndexOf(stack);
    return [...new Set([...(byArn.get(arn) ?? []), ...namesIn(arn).flatMap((name) => byName.get(name) ?? [])])];
}

/** An ARN ends in the name, a hyphen and six characters; a partial one in the name alone. */
export function isNameInArn(tail: string, name: string): boolean {
    return tail === name || (tail.startsWith(`${name}-`) && /^-[A-Za-z0-9]{6}$/.test(tail.slice(name.length)));
}

/** The versions of a secret that the stack makes. */
export function versionsOf(stack: Stack, secret: ResourceFacts): ResourceFacts[] {
    const { versionsByText, versionsByEdge } = secretIndexOf(stack);
    const texts = SECRET_IDS.map((name) => member(secret.values, name));
    const named = texts.flatMap((text) => (typeof text === "string" ? (versionsByText.get(text) ?? []) : []));
    return [...new Set([...named, ...(versionsByEdge.get(secret.id) ?? [])])];
}

/** Whether a version is the one that is read: it is unless it has labels without AWSCURRENT. */
export function isCurrent(version: ResourceFacts): Known<boolean> {
    const stages = inputOf(version, "versionStages");
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
    if (typeof given === "string") {
        const { byName, byArn } = secretIndexOf(stack);
        const named = byArn.get(given)?.[0] ?? byName.get(given)?.[0];
        if (named) return named;
    }
    const edges = resource.references?.[property] ?? [];
    const referenced = edges.map((id) => stack.withId(id)).filter((one) => one?.kind === "secret");
    return referenced.length === 1 ? referenced[0] : undefined;
}

/** The outputs by which a secret is named. */
const SECRET_IDS = ["arn", "id", "name"];

/** The secret of the stack that a version belongs to. */
export function secretOfVersion(stack: Stack, version: ResourceFacts): ResourceFacts | undefined {
    return secretOf(stack, version, "secretId");
}
