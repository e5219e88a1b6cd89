import type { PolicyProviderResource, PolicyResource } from "@pulumi/policy";
import { isUnknown, member } from "../constraints/core/known";
import type { Path } from "../constraints/core/path";
import type { ResourceFacts } from "../constraints/facts/stack";
import { kindOf } from "./kinds";
import { nativeFacts, nativeKindOf } from "./native";
import { outputsOf } from "./outputs";
import { regionOf } from "./region";
import { plainValues } from "./values";

/** What policies are told of a resource, whether it comes alone or with its stack. */
export interface Told {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    readonly props: object;
    readonly provider?: PolicyProviderResource;
}

/** A resource as constraints see it. */
export interface Seen {
    /** That of the resource in its program: some are read as several. */
    readonly urn: string;
    readonly facts: ResourceFacts;
    /** How its program spells a path of the facts. */
    spell(path: Path): Path;
}

/** What a stack tells of a resource besides its values: on what it hangs, and what its program gives. */
type InStack = Pick<ResourceFacts, "references" | "dependencies" | "written">;

/** A resource as facts; none when it is nothing to the constraints. */
export function seenResource(told: Told, { written, ...edges }: InStack = {}): Seen[] {
    const { type, urn, name } = told;
    if (type.startsWith("aws-native:")) {
        const read = nativeFacts({ type, urn, name, values: plainValues(told.props), ...edges });
        return read.map(({ facts, spell }) => ({ urn, facts: { ...facts, region: regionOf(told) }, spell }));
    }
    const kind = kindOf(type);
    if (kind === undefined) return [];
    const given = { kind, id: urn, name, values: plainValues(told.props), region: regionOf(told) } as const;
    const facts = { ...given, ...edges, ...(written ? { written } : {}) };
    return [{ urn, facts, spell: (path) => path }];
}

/** A resource in its stack; `written` is what its program gives, where that is known. */
export function seenInStack(told: PolicyResource, written?: ResourceFacts["written"]): Seen[] {
    // The engine tells edges in an order that varies, and messages should not.
    const edges = Object.entries(told.propertyDependencies).map(
        ([property, resources]) => [property, resources.map(({ urn }) => urn).sort()] as const,
    );
    const dependencies = told.dependencies.map(({ urn }) => urn);
    const seen = seenResource(told, {
        references: Object.fromEntries(edges),
        dependencies,
        ...(written ? { written } : {}),
    });
    return seen.map((one) => withOutputs(one, told));
}

function withOutputs(seen: Seen, { propertyDependencies }: PolicyResource): Seen {
    const outputs = outputsOf(seen.facts, (id) => {
        const type = Object.values(propertyDependencies)
            .flat()
            .find(({ urn }) => urn === id)?.type;
        return type === undefined ? undefined : (kindOf(type) ?? nativeKindOf(type));
    });
    return outputs.length === 0 ? seen : { ...seen, facts: { ...seen.facts, outputs } };
}

/** True when a rule may send to Kafka, but no constraint can look at it: its actions are not known. */
export function escapesJudgement({ facts: { kind, values } }: Seen): boolean {
    if (kind !== "topicRule") return false;
    const errorAction = member(values, "errorAction");
    return [member(values, "kafkas"), errorAction, member(errorAction, "kafka")].some(isUnknown);
}
