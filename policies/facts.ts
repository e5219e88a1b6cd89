import type { PolicyProviderResource, PolicyResource } from "@pulumi/policy";
import { isRecord, isUnknown, member } from "../constraints/core/known";
import type { Path } from "../constraints/core/path";
import type { ResourceFacts } from "../constraints/facts/stack";
import { isUnreadForm, kindOf } from "./kinds";
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
    readonly facts: ResourceFacts;
    /** How its program spells a path of the facts. */
    spell(path: Path): Path;
}

/** A resource of the AWS provider as facts; undefined when it is nothing to the constraints. */
export function seenResource(told: Told): Seen | undefined {
    const kind = kindOf(told.type);
    if (kind === undefined) return undefined;
    const { urn: id, name, props } = told;
    return { facts: { kind, id, name, values: plainValues(props), region: regionOf(told) }, spell: (path) => path };
}

/** A resource in its stack: besides its values, what it hangs on, which is known even where the values are not. */
export function seenInStack(told: PolicyResource): Seen | undefined {
    const seen = seenResource(told);
    if (seen === undefined) return undefined;
    const references = Object.fromEntries(
        Object.entries(told.propertyDependencies).map(([property, resources]) => [
            property,
            resources.map(({ urn }) => urn),
        ]),
    );
    const dependencies = told.dependencies.map(({ urn }) => urn);
    return { ...seen, facts: { ...seen.facts, references, dependencies } };
}

/** True when a resource may send to Kafka, but no constraint can look at it: its actions are unknown, or its form is. */
export function escapesJudgement(told: Told, seen: Seen | undefined): boolean {
    if (isUnreadForm(told.type)) return namesKafka(plainValues(told.props));
    if (seen?.facts.kind !== "topicRule") return false;
    const { values } = seen.facts;
    const errorAction = member(values, "errorAction");
    return [member(values, "kafkas"), errorAction, member(errorAction, "kafka")].some(isUnknown);
}

function namesKafka(value: unknown): boolean {
    if (Array.isArray(value)) return value.some(namesKafka);
    if (!isRecord(value)) return isUnknown(value);
    return Object.entries(value).some(([name, inner]) => /^(kafka|vpc)/i.test(name) || namesKafka(inner));
}
