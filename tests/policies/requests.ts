import type { Policies, PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import * as policy from "@pulumi/policy";
import { isUnknown, UNKNOWN } from "../../constraints";
import type { ResourceFacts, ResourceKind } from "../../constraints/facts/stack";
import { KINDS } from "../../policies/kinds";
import { outputsOf } from "../../policies/outputs";
import type { ConstraintPolicy } from "../../policies/packs";

/** How the engine writes a text that is not known yet. */
export const ENGINE_UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const RULE = "aws:iot/topicRule:TopicRule";
export const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";

/** A resource as a test writes it; unknown leaves are `ENGINE_UNKNOWN` or the mark of the facts. */
export interface Given {
    readonly type: string;
    readonly name?: string;
    readonly props: object;
    readonly urn?: string;
    /** URN of the parent. */
    readonly parent?: string;
    /** The Region of its provider. @default "us-east-1" */
    readonly region?: unknown;
    /** URNs. */
    readonly dependencies?: readonly string[];
    /** URNs by property. */
    readonly references?: Readonly<Record<string, readonly string[]>>;
}

export interface Reported {
    readonly policy: string;
    readonly urn: string;
    readonly message: string;
}

/** Settings by policy, as the engine passes them on: without enforcement levels. */
export type Settings = Readonly<Record<string, object>>;

export function urnOf({ type, name = "telemetry", urn }: Given): string {
    return urn ?? `urn:pulumi:dev::plant::${type}::${name}`;
}

/** What the policies report about one resource, asked in their order as the engine asks them. */
export function analyze(policies: readonly ConstraintPolicy[], given: Given, settings: Settings = {}): Reported[] {
    const reported: Reported[] = [];
    for (const one of policies) {
        if (!("validateResource" in one) || typeof one.validateResource !== "function") continue;
        const args = { ...told(given), getConfig: configured(one, settings) } as unknown as ResourceValidationArgs;
        void one.validateResource(args, (message) => {
            reported.push({ policy: one.name, urn: urnOf(given), message });
        });
    }
    return reported;
}

/** What the policies report about a stack; each is given its own copy, as the server does, unless they are to share one. */
export function analyzeStack(
    policies: Policies,
    given: readonly Given[],
    settings: Settings = {},
    { isShared = false } = {},
): Reported[] {
    const reported: Reported[] = [];
    let shared: PolicyResource[] | undefined;
    for (const one of policies) {
        if (!("validateStack" in one)) continue;
        const resources = (isShared ? shared : undefined) ?? connected(given);
        shared = resources;
        const args = { resources, getConfig: configured(one, settings) } as unknown as StackValidationArgs;
        void one.validateStack(args, (message, urn) => {
            reported.push({ policy: one.name, urn: urn ?? "", message });
        });
    }
    return reported;
}

/** Resources that know each other, as the server hands them to policies. */
function connected(given: readonly Given[]): PolicyResource[] {
    const resources = given.map((each) => told(each) as unknown as PolicyResource);
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const withUrn = (urn: string) => byUrn.get(urn);
    resources.forEach((resource, index) => {
        const { parent, references = {}, dependencies = [] } = given[index]!;
        if (parent) resource.parent = withUrn(parent);
        resource.dependencies = dependencies.map(withUrn).filter((one) => one !== undefined);
        const edges = Object.entries(references).map(([property, urns]) => [
            property,
            urns.map(withUrn).filter((one) => one !== undefined),
        ]);
        resource.propertyDependencies = Object.fromEntries(edges);
    });
    return resources;
}

/** Facts as the resource that they would be in a program. */
export function givenOf(facts: ResourceFacts): Given {
    return {
        type: TYPES[facts.kind],
        name: facts.name ?? facts.id,
        urn: facts.id,
        props: facts.values,
        ...(facts.dependencies ? { dependencies: facts.dependencies } : {}),
        ...(facts.references ? { references: facts.references } : {}),
    };
}

/**
 * Facts as far as a pack is told of them: not of which outputs a value is made but on which resources its property
 * hangs, nor what AWS takes for what is left out, nor a text that stands for a secret which the engine could not decrypt.
 */
export function asTold({ outputs, assumed: _, ...facts }: ResourceFacts): ResourceFacts {
    const told = { ...facts, values: readable(facts.values) as ResourceFacts["values"] };
    if (outputs === undefined) return told;
    const references: Record<string, readonly string[]> = { ...facts.references };
    for (const { path, of } of outputs) {
        const property = String(path[0]);
        references[property] = [...new Set([...(references[property] ?? []), of])];
    }
    return { ...told, references };
}

/** Facts with what a pack makes of their edges. */
export function withOutputs(resources: readonly ResourceFacts[]): ResourceFacts[] {
    const kinds = new Map(resources.map(({ id, kind }) => [id, kind]));
    return resources.map((one) => {
        const outputs = outputsOf(one, (id) => kinds.get(id));
        return outputs.length === 0 ? one : { ...one, outputs };
    });
}

function readable(value: unknown): unknown {
    if (value === "[secret]") return UNKNOWN;
    if (Array.isArray(value)) return value.map(readable);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, readable(inner)]));
}

/** The type of each kind; where several are of one kind, the first. */
const TYPES = Object.fromEntries(
    Object.entries(KINDS)
        .reverse()
        .map(([type, kind]) => [kind, type]),
) as Readonly<Record<ResourceKind, string>>;

function told(given: Given) {
    const { type, name = "telemetry", props, parent } = given;
    const region = "region" in given ? given.region : "us-east-1";
    return {
        type,
        name,
        urn: urnOf(given),
        props: asEngineSends(props),
        opts: { parent },
        provider: {
            type: "pulumi:providers:aws",
            name: "default",
            urn: "urn:provider",
            props: asEngineSends({ region }),
        },
    };
}

function asEngineSends(props: object): object {
    return policy.unknownCheckingProxy(withSentinels(props)) as object;
}

/** Facts as the engine sends them: a text stands for each leaf that is not known. */
export function withSentinels(value: unknown): unknown {
    if (isUnknown(value)) return ENGINE_UNKNOWN;
    if (Array.isArray(value)) return value.map(withSentinels);
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(members.map(([name, inner]) => [name, withSentinels(inner)]));
}

/** The engine fills in the defaults of the schema. */
function configured({ name, configSchema }: Policies[number], settings: Settings): () => object {
    const properties = Object.entries(configSchema?.properties ?? {});
    const defaults = Object.fromEntries(properties.map(([option, schema]) => [option, schema.default]));
    return () => ({ ...defaults, ...settings[name] });
}
