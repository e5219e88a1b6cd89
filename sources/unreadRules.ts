import { isUnknown, member } from "../constraints/core/known";
import type { Path } from "../constraints/core/path";
import { hasShape, type Shape, wrongShape } from "./conversion/shapes";
import type { NotEvaluated, SourceProblem, SourceResource } from "./sourceDocument";

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

/** Kafka actions of rules that are no list of objects. */
export function misshapenActions(resources: readonly SourceResource[]): SourceProblem[] {
    return resources.flatMap((resource) => {
        if (resource.facts.kind !== "topicRule") return [];
        const { kafkas, errorAction } = resource.facts.values;
        const entries = Array.isArray(kafkas) ? kafkas.entries() : [];
        return [
            ...misshapen(resource, kafkas, ["kafkas"], "list"),
            ...[...entries].flatMap(([index, entry]) => misshapen(resource, entry, ["kafkas", index], "object")),
            ...misshapen(resource, errorAction, ["errorAction"], "object"),
            ...misshapen(resource, member(errorAction, "kafka"), ["errorAction", "kafka"], "object"),
        ];
    });
}

function misshapen(resource: SourceResource, value: unknown, path: Path, shape: Shape): SourceProblem[] {
    if (value === undefined || value === null || isUnknown(value) || hasShape(shape, value)) return [];
    const message = wrongShape(resource.spell(path), value, shape);
    return [{ file: resource.file, ...resource.locate(path), message }];
}
