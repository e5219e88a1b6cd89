import { isRecord, isUnknown, member } from "../constraints/core/known";
import type { Path } from "../constraints/core/path";
import type { OutputUse, ResourceFacts, ResourceKind } from "../constraints/facts/stack";

/**
 * Of what the ARN of a rule's destination is made that is not known yet. A pack is told on which resources a property
 * hangs, not which part of it does on which: that is told only where there is none among them that may give the ARN of a
 * destination, as there may be one in a resource that is nothing to the constraints.
 */
export function outputsOf(
    { kind, values, references = {} }: ResourceFacts,
    kindOf: (id: string) => ResourceKind | undefined,
): readonly OutputUse[] {
    if (kind !== "topicRule") return [];
    return openDestinations(values).flatMap((path) => {
        const ids = [...new Set(references[String(path[0])] ?? [])];
        const kinds = ids.map(kindOf);
        return kinds.includes(undefined) || kinds.includes("destination") ? [] : ids.map((of) => ({ path, of }));
    });
}

/** Where the ARN of a destination stands that is not known yet. */
function openDestinations(values: ResourceFacts["values"]): Path[] {
    const kafkas = member(values, "kafkas");
    const actions = Array.isArray(kafkas) ? kafkas.map((action, index) => ({ action, at: ["kafkas", index] })) : [];
    const onError = { action: member(member(values, "errorAction"), "kafka"), at: ["errorAction", "kafka"] };
    return [...actions, onError]
        .filter(({ action }) => isRecord(action) && isUnknown(member(action, "destinationArn")))
        .map(({ at }) => [...at, "destinationArn"]);
}
