import { isUnknown, member, UNKNOWN } from "../core/known";
import { mayShareRegion } from "./sameRegion";
import type { ResourceFacts, Stack } from "./stack";

/** What an association gives a cluster: ARNs that may be unknown, and the secrets of the stack that its edges lead to. */
export interface ScramAssociation {
    readonly arns: readonly unknown[];
    readonly secrets: readonly ResourceFacts[];
}

/** The associations of a cluster with SASL/SCRAM secrets; one whose cluster is not known and has no edge counts too. */
export function associationsOf(stack: Stack, cluster: ResourceFacts): ScramAssociation[] {
    return [...stack.ofKind("scramSecretAssociation"), ...stack.ofKind("singleScramSecretAssociation")]
        .filter((association) => isOf(stack, association, cluster))
        .map((association) => secretsIn(stack, association));
}

function isOf(stack: Stack, association: ResourceFacts, cluster: ResourceFacts): boolean {
    const arn = member(association.values, "clusterArn");
    const own = stack.joined(association, "clusterArn", arn, "cluster", "arn");
    if (own !== undefined) return own.id === cluster.id;
    if (!mayShareRegion(stack.regionOf(association), stack.regionOf(cluster))) return false;
    return isUnknown(arn) || isUnknown(member(cluster.values, "arn"));
}

function secretsIn(stack: Stack, { values, references }: ResourceFacts): ScramAssociation {
    const name = Object.hasOwn(values, "secretArn") ? "secretArn" : "secretArnLists";
    const given = member(values, name);
    const edges = references?.[name] ?? [];
    return {
        arns: Array.isArray(given) ? given : isUnknown(given) ? [UNKNOWN] : given === undefined ? [] : [given],
        secrets: stack.ofKind("secret").filter(({ id }) => edges.includes(id)),
    };
}
