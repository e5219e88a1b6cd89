import { isUnknown, member } from "../constraints/core/known";
import type { NotEvaluated, SourceResource } from "./sourceDocument";

/** Rules that may send to Kafka, but whose actions the file does not tell. */
export function unreadRules(resources: readonly SourceResource[]): NotEvaluated[] {
    return resources.flatMap(({ facts, resource, type }) => {
        if (facts.kind !== "topicRule") return [];
        const { kafkas, errorAction } = facts.values;
        const open = [kafkas, errorAction, member(errorAction, "kafka")].some(isUnknown);
        if (!open) return [];
        const reason = type.startsWith("aws:")
            ? "its actions are not known yet, or are secret and hidden: --show-secrets of Pulumi shows them"
            : "its actions are not known yet";
        return [{ resource, type, reason }];
    });
}
