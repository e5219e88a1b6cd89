import { hasUnknown, isRecord, member } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { OutputUse, ResourceFacts } from "../../constraints/facts/stack";
import { Conversion, type Dialect } from "../conversion/conversion";
import { Origins } from "../conversion/origins";
import { idIn, PlacedResource } from "../conversion/placedResource";
import { Shapes } from "../conversion/shapes";
import { SNAKE_CASE, type Spelling, spelledBy } from "../conversion/spelling";
import type { ReadResources } from "../readResources";
import type { SourceResource } from "../sourceDocument";
import type { Located } from "../text/located";
import { TERRAFORM_SPEECH } from "../wording/speeches";
import { Configuration, type Edges, type TakenOutput } from "./configuration";
import { Instances, type Referred, withoutKeys } from "./instances";
import { PolicyDocuments, type PrintedData } from "./policyDocuments";
import { FREE, RULE_LISTS, TYPES, type TypeMapping } from "./types";
import { withUnknowns } from "./unknowns";

/** A resource of a plan or a state as it is printed. */
interface Printed {
    readonly address: string;
    readonly type: string;
    readonly name: string;
    readonly values: unknown;
    readonly dependsOn: readonly string[];
    /** From the root of the file to its values. */
    readonly base: Path;
}

/** True for the output of `terraform show -json`, of a plan or of a state. */
export function isTerraform(value: unknown): boolean {
    if (typeof member(value, "format_version") !== "string") return false;
    return ["planned_values", "values", "resource_changes", "terraform_version"].some(
        (name) => member(value, name) !== undefined,
    );
}

/** The resources that a plan will leave, or a state holds, that constraints may look at. */
export function readTerraform(file: string, located: Located): ReadResources {
    const plan = located.value;
    const section = member(plan, "planned_values") == null ? "values" : "planned_values";
    const shapes = new Shapes(file, located);
    shapes.expect("object", member(plan, section), [section]);
    const printed = printedIn(member(member(plan, section), "root_module"), [section, "root_module"], shapes);
    const unknowns = unknownsIn(plan);
    const configuration = new Configuration(plan);
    const instances = new Instances(printed.map(({ address }) => address));
    const ids = (addresses: readonly string[]) => addresses.map((address) => idIn(file, address));
    const idsMeantBy = (from: string, referred: Referred) => ids(instances.meantBy(from, referred));
    const documents = new PolicyDocuments(dataDocumentsIn(plan, unknowns), configuration, idsMeantBy);
    const idsOf = (addresses: readonly string[]) => ids(addresses.flatMap((address) => instances.all(address)));
    const resources = printed.flatMap((resource): SourceResource[] => {
        const mapping = Object.hasOwn(TYPES, resource.type) ? TYPES[resource.type]! : undefined;
        if (mapping === undefined) return [];
        const whole = withoutKeys(resource.address);
        const isReported = (name: string) => configuration.gives(whole, name) === false;
        const unknown = withoutMembers(unknowns.get(resource.address), (mapping.reported ?? []).filter(isReported));
        const values = withUnknowns(resource.values, unknown);
        const { facts: given, origins, spelling } = converted(resource.type, mapping, values);
        const { facts, outputs: inDocuments } = documents.filledIn(resource.address, given);
        const region = configuration.regionOf(whole);
        const idsMeant = (referred: Referred) => idsMeantBy(resource.address, referred);
        const edges = { ...edgesIn(configuration.edgesOf(whole), spelling, idsOf, idsMeant) };
        const told = resource.dependsOn.length > 0 ? { dependencies: idsOf(resource.dependsOn) } : {};
        const whatItIs: ResourceFacts = {
            kind: mapping.kind,
            id: idIn(file, resource.address),
            name: resource.address,
            values: facts,
            ...(region === undefined ? {} : { region }),
            ...told,
            ...edges,
            ...outputsIn(configuration.outputsOf(whole), facts, resource.type, spelling, idsMeant, inDocuments),
        };
        const speech = TERRAFORM_SPEECH;
        const anchor = { file, located, base: resource.base, source: resource.values, spelling, origins, speech };
        return [new PlacedResource(whatItIs, resource.address, resource.type, anchor)];
    });
    return { resources, notEvaluated: [], problems: shapes.problems };
}

function printedIn(module: unknown, at: Path, shapes: Shapes, depth = 0): Printed[] {
    shapes.expect("object", module, at);
    if (!isRecord(module) || depth > 50) return [];
    const resources = member(module, "resources");
    shapes.expect("list", resources, [...at, "resources"]);
    const own = (Array.isArray(resources) ? resources : []).flatMap((resource: unknown, index): Printed[] => {
        const [address, type, mode] = [member(resource, "address"), member(resource, "type"), member(resource, "mode")];
        shapes.expect("object", resource, [...at, "resources", index]);
        shapes.expect("object", member(resource, "values"), [...at, "resources", index, "values"]);
        if (typeof address !== "string" || typeof type !== "string" || mode === "data") return [];
        const dependsOn = member(resource, "depends_on");
        return [
            {
                address,
                type,
                name: String(member(resource, "name") ?? address),
                values: member(resource, "values") ?? {},
                dependsOn: Array.isArray(dependsOn) ? dependsOn.filter((one) => typeof one === "string") : [],
                base: [...at, "resources", index, "values"],
            },
        ];
    });
    const modules = member(module, "child_modules");
    shapes.expect("list", modules, [...at, "child_modules"]);
    const inner = (Array.isArray(modules) ? modules : []).map((child: unknown, index) =>
        printedIn(child, [...at, "child_modules", index], shapes, depth + 1),
    );
    return [...own, ...inner.flat()];
}

/** The data sources of policy documents that are read only when the plan is carried out. */
function dataDocumentsIn(plan: unknown, unknowns: ReadonlyMap<string, unknown>): PrintedData[] {
    const changes = member(plan, "resource_changes");
    return (Array.isArray(changes) ? changes : []).flatMap((change: unknown): PrintedData[] => {
        const address = member(change, "address");
        if (typeof address !== "string" || member(change, "type") !== "aws_iam_policy_document") return [];
        return [{ address, values: withUnknowns(member(member(change, "change"), "after"), unknowns.get(address)) }];
    });
}

/** By address: which values are known only once the plan is carried out. */
function unknownsIn(plan: unknown): ReadonlyMap<string, unknown> {
    const changes = member(plan, "resource_changes");
    return new Map(
        (Array.isArray(changes) ? changes : []).flatMap((change: unknown) => {
            const address = member(change, "address");
            const unknown = member(member(change, "change"), "after_unknown");
            return typeof address === "string" && member(change, "deposed") === undefined ? [[address, unknown]] : [];
        }),
    );
}

function edgesIn(
    edges: Edges | undefined,
    spelling: Spelling,
    idsOf: (addresses: readonly string[]) => readonly string[],
    idsMeant: (referred: Referred) => readonly string[],
): Pick<ResourceFacts, "references" | "dependencies"> {
    if (edges === undefined) return {};
    const referred = Object.entries(edges.references);
    const references = Object.fromEntries(
        referred.map(([name, all]) => [spelling.toFact(name), [...new Set(all.flatMap(idsMeant))]]),
    );
    // Terraform waits for all instances of a resource, whichever of them is meant.
    const awaited = referred.flatMap(([, all]) => all.map(({ address }) => address));
    const dependencies = [...new Set(idsOf([...edges.dependencies, ...awaited]))];
    // What is taken from local values may be anything of the configuration.
    return edges.isVague && dependencies.length === 0 ? {} : { references, dependencies };
}

/** Outputs by their paths in the facts, for values that are not known yet; of several instances none is meant alone. */
function outputsIn(
    taken: readonly TakenOutput[],
    facts: unknown,
    type: string,
    spelling: Spelling,
    idsMeant: (referred: Referred) => readonly string[],
    inDocuments: readonly OutputUse[],
): Pick<ResourceFacts, "outputs"> {
    const mapping = TYPES[type]!;
    const inner = SPELLINGS.get(type)!;
    // What a whole document is made of says nothing about its parts.
    if (inDocuments.length > 0) return { outputs: inDocuments };
    if (taken.length === 0 || !hasUnknown(facts)) return {};
    const outputs = taken.flatMap((use): OutputUse[] =>
        idsMeant(use).map((of) => ({
            path: factPath(use.path, use.path[0] === "error_action" ? inner : spelling, mapping),
            of,
            output: SNAKE_CASE.toFact(use.attribute),
        })),
    );
    return { outputs };
}

/** A path of the configuration in the facts: other names, and no places in lists that hold one block at most. */
function factPath(path: Path, spelling: Spelling, { kind, single = [] }: TypeMapping): Path {
    const isRule = kind === "topicRule";
    const alone = new Set(isRule && path[0] === "error_action" ? [...single, ...ACTIONS, "error_action"] : single);
    const made: (string | number)[] = [];
    for (const [index, segment] of path.entries()) {
        if (typeof segment === "number" && alone.has(String(path[index - 1]))) continue;
        made.push(typeof segment === "number" ? segment : spelling.toFact(segment));
    }
    return made;
}

const SPELLINGS = new Map<string, Spelling>(
    Object.entries(TYPES).map(([type, { names }]) => [type, spelledBy(SNAKE_CASE, names)]),
);
const RULE_SPELLING = spelledBy(SNAKE_CASE, { ...TYPES.aws_iot_topic_rule!.names, ...RULE_LISTS });

function converted(type: string, mapping: TypeMapping, values: unknown): Converted {
    const origins = new Origins();
    const spelling = SPELLINGS.get(type)!;
    const dialect = dialectOf(spelling, mapping.single ?? []);
    if (mapping.kind !== "topicRule")
        return { facts: record(new Conversion(dialect, origins).convert(values, [])), origins, spelling };
    const { error_action: errors, ...rest } = record(values);
    const facts: Record<string, unknown> = {
        ...record(new Conversion(dialectOf(RULE_SPELLING, mapping.single ?? []), origins).convert(rest, [])),
    };
    const inner = new Conversion(dialectOf(spelling, [...(mapping.single ?? []), ...ACTIONS]), origins);
    const made = inner.convert(errors, ["error_action"]);
    // The provider has one error action at most, in a list.
    const [errorAction] = Array.isArray(made) ? made : [made];
    if (errorAction !== undefined) facts.errorAction = errorAction;
    return { facts: origins.note(facts, []), origins, spelling: RULE_SPELLING };
}

interface Converted {
    readonly facts: Record<string, unknown>;
    readonly origins: Origins;
    readonly spelling: Spelling;
}

/** The blocks of an error action, each of which is there once at most. */
const ACTIONS: readonly string[] = [
    ...Object.keys(RULE_LISTS),
    ...["cloudwatch_logs", "elasticsearch", "iot_analytics", "iot_events", "s3", "sns", "sqs", "step_functions"],
];

function dialectOf(spelling: Spelling, single: readonly string[]): Dialect {
    return {
        spelling,
        free: FREE,
        single: new Set(single),
        hasLooseTexts: false,
        dropsEmpty: true,
        resolve: (value, at) => ({ value, at }),
    };
}

function withoutMembers(value: unknown, names: readonly string[]): unknown {
    if (!isRecord(value) || names.length === 0) return value;
    return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function record(value: unknown): Record<string, unknown> {
    return isRecord(value) ? { ...value } : {};
}
