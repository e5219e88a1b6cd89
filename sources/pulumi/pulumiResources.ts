import { type Facts, isRecord, isUnknown, type Known, member, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import { kindOf } from "../../constraints/facts/pulumiTypes";
import type { OutputUse, ResourceFacts } from "../../constraints/facts/stack";
import { Conversion, type Dialect } from "../conversion/conversion";
import { idIn, PlacedResource } from "../conversion/placedResource";
import { SAME } from "../conversion/spelling";
import type { SourceResource } from "../sourceDocument";
import type { Located } from "../text/located";
import { resolveMarks } from "./marks";

/** The state of a resource, and where its inputs stand. */
export interface Entry {
    readonly state: unknown;
    readonly base: Path;
    /** True where the source tells of no dependencies, also where there are some. @default false */
    readonly hidesEdges?: boolean;
}

const DIALECT: Dialect = {
    spelling: SAME,
    free: new Set(),
    single: new Set(),
    hasLooseTexts: false,
    dropsEmpty: false,
    resolve: resolveMarks,
};

/** What AWS tells of a resource, by which others name it; all else is judged by the inputs. */
const TOLD = /^(arn|id|bootstrapBrokers\w*|zookeeperConnectString\w*)$/;

/** The resources of a stack that are something to the constraints. Our components are judged by what they made. */
export function resourcesOf(
    file: string,
    located: Located,
    entries: readonly Entry[],
    configured: unknown,
): SourceResource[] {
    const regions = providerRegions(entries);
    const told = new Set(entries.flatMap(({ state }) => knownUrn(state) ?? []).map((urn) => idIn(file, urn)));
    return entries.flatMap(({ state, base, hidesEdges }): SourceResource[] => {
        const [urn, type] = [member(state, "urn"), member(state, "type")];
        if (typeof urn !== "string" || typeof type !== "string") return [];
        const kind = kindOf(type);
        // A resource that is only read belongs to somebody else, and its inputs say nothing but its id.
        if (kind === undefined || member(state, "external") === true) return [];
        const conversion = new Conversion(DIALECT);
        const source = member(state, "inputs") ?? {};
        const inputs = conversion.convert(source, []);
        const values = { ...outputsOf(state), ...(isRecord(inputs) ? inputs : {}) };
        conversion.origins.note(values, []);
        const region = regions.get(urnIn(String(member(state, "provider")))) ?? configured;
        const edges = hidesEdges ? {} : edgesOf(file, state);
        const outputs = computedArns(conversion.origins.outputsIn(values), edges.references, told);
        const facts: ResourceFacts = {
            kind,
            id: idIn(file, urn),
            name: urn.slice(urn.lastIndexOf("::") + 2),
            values,
            ...(typeof region === "string" || isUnknown(region) ? { region } : {}),
            ...edges,
            ...(outputs.length > 0 ? { outputs } : {}),
        };
        const anchor = { file, located, base, source, spelling: SAME, origins: conversion.origins };
        return [new PlacedResource(facts, urn, type, anchor)];
    });
}

/** Outputs by which other resources name this one, unless they are not known yet. */
function outputsOf(state: unknown): Facts {
    const outputs = member(state, "outputs");
    const found: Record<string, unknown> = {};
    const id = member(state, "id");
    if (typeof id === "string" && id !== "") found.id = id;
    if (!isRecord(outputs)) return found;
    for (const name of Object.keys(outputs)) {
        if (!TOLD.test(name)) continue;
        const { value } = resolveMarks(outputs[name], []);
        if (typeof value === "string" && value !== "") found[name] = value;
    }
    return found;
}

/** The URN of a resource that is something to the constraints. */
function knownUrn(state: unknown): string | undefined {
    const [urn, type] = [member(state, "urn"), member(state, "type")];
    return typeof urn === "string" && typeof type === "string" && kindOf(type) !== undefined ? urn : undefined;
}

/**
 * The resources that the ARN of a destination which is computed may be an output of: all that its property hangs on,
 * as long as each of them is known, so that it can be an output of nothing else.
 */
function computedArns(
    computed: readonly OutputUse[],
    references: ResourceFacts["references"],
    known: ReadonlySet<string>,
): OutputUse[] {
    return computed.flatMap(({ path }) => {
        const ids = references?.[String(path[0])] ?? [];
        if (path.at(-1) !== "destinationArn" || !ids.every((id) => known.has(id))) return [];
        return ids.map((of) => ({ path, of }));
    });
}

/** A reference to a provider is its URN and its id. */
function urnIn(reference: string): string {
    return reference.slice(0, reference.lastIndexOf("::"));
}

/** By its URN: the Region of each provider. */
function providerRegions(entries: readonly Entry[]): ReadonlyMap<string, Known<string>> {
    return new Map(
        entries.flatMap(({ state }) => {
            const [urn, type] = [member(state, "urn"), member(state, "type")];
            if (type !== "pulumi:providers:aws") return [];
            const { value } = resolveMarks(member(member(state, "inputs"), "region"), []);
            if (!isUnknown(value) && (typeof value !== "string" || value === "")) return [];
            const region: Known<string> = typeof value === "string" ? value : UNKNOWN;
            return [[String(urn), region]];
        }),
    );
}

function edgesOf(file: string, state: unknown): Pick<ResourceFacts, "references" | "dependencies"> {
    const byProperty = member(state, "propertyDependencies");
    const dependencies = idsIn(file, member(state, "dependencies"));
    if (!isRecord(byProperty)) return { references: {}, dependencies };
    const references = Object.fromEntries(
        Object.entries(byProperty).map(([property, urns]) => [property, idsIn(file, urns)]),
    );
    return { references, dependencies };
}

function idsIn(file: string, urns: unknown): string[] {
    const list: readonly unknown[] = Array.isArray(urns) ? urns : [];
    return list.filter((urn) => typeof urn === "string").map((urn) => idIn(file, urn));
}
