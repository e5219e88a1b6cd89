import { type Facts, isRecord, member, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { ResourceFacts, ResourceKind } from "../../constraints/facts/stack";
import { Conversion, type Dialect } from "../conversion/conversion";
import { idIn, PlacedResource } from "../conversion/placedResource";
import { rulePayload } from "../conversion/rulePayload";
import { Shapes } from "../conversion/shapes";
import { PASCAL_CASE, type Spelling, spelledBy } from "../conversion/spelling";
import type { ReadResources } from "../readResources";
import type { NotEvaluated, SourceResource } from "../sourceDocument";
import type { Located } from "../text/located";
import { TEMPLATE_SPEECH } from "../wording/speeches";
import { addAttachments } from "./attachments";
import { derivedFrom } from "./derived";
import { Intrinsics, importedName } from "./intrinsics";
import { RESHAPES } from "./shapes";
import { isLoop, type Surroundings, Template, type TemplateResource } from "./template";
import { FREE, TYPES } from "./types";

/** A resource on its way to facts. */
export interface Draft {
    readonly kind: ResourceKind;
    readonly id: string;
    readonly logicalId: string;
    readonly type: string;
    readonly values: Record<string, unknown>;
    readonly references: Record<string, readonly string[]>;
    readonly dependencies: readonly string[];
    readonly conversion: Conversion;
    /** Members that nobody wrote, whose values are those that AWS takes then. */
    readonly assumed?: readonly string[];
}

const SPELLINGS = new Map<string, Spelling>(
    Object.entries(TYPES).map(([type, { names }]) => [type, spelledBy(PASCAL_CASE, names)]),
);

const SINGLE: ReadonlySet<string> = new Set();

/** True for a CloudFormation template, as it is written or as a tool writes it. */
export function isTemplate(value: unknown): boolean {
    if (!isRecord(value)) return false;
    if (Object.hasOwn(value, "AWSTemplateFormatVersion")) return true;
    const resources = member(value, "Resources");
    if (!isRecord(resources)) return false;
    return Object.values(resources).some((resource) => {
        const type = member(resource, "Type");
        return typeof type === "string" && /^(AWS|Custom|Alexa)::|::/.test(type);
    });
}

/** The resources of a template that constraints may look at. */
export function readTemplate(file: string, located: Located, surroundings: Surroundings): ReadResources {
    const shapes = new Shapes(file, located);
    const template = new Template(located.value as Facts, surroundings, shapes);
    const intrinsics = new Intrinsics(template);
    const drafts: Draft[] = [];
    const notEvaluated: NotEvaluated[] = [];
    for (const resource of template.resources.values()) {
        const mapping = Object.hasOwn(TYPES, resource.type) ? TYPES[resource.type]! : undefined;
        if (mapping === undefined || isForOthers(resource)) continue;
        const isMade = resource.condition === undefined ? true : intrinsics.holds(resource.condition);
        if (isMade === false) continue;
        const made = draftsOf(file, resource, mapping.kind, intrinsics);
        for (const { at, message } of made[0]!.conversion.complaints)
            shapes.add(["Resources", resource.logicalId, "Properties", ...at], message);
        // What a policy says counts only where it is there.
        if (isMade !== true) for (const { values } of made) if (values.policy !== undefined) values.policy = UNKNOWN;
        drafts.push(...made);
        const macro = macroIn(resource.properties);
        if (macro && mapping.kind === "topicRule")
            notEvaluated.push({ resource: resource.logicalId, type: resource.type, reason: macro });
    }
    notEvaluated.push(...loopsIn(located.value));
    addAttachments(file, template, intrinsics, drafts);
    const parts = partsOf(file, drafts);
    const resources = drafts.map((draft) => placed(file, located, template, draft, parts));
    return { resources, notEvaluated, exports: exportsOf(file, located.value, intrinsics), problems: shapes.problems };
}

/** Loops over resources that constraints would look at. */
function loopsIn(document: unknown): NotEvaluated[] {
    const resources = member(document, "Resources");
    return Object.entries(isRecord(resources) ? resources : {}).flatMap(([name, loop]): NotEvaluated[] => {
        const type = isLoop(name) ? typeIn(loop) : undefined;
        return type === undefined
            ? []
            : [{ resource: name, type, reason: "the loop Fn::ForEach makes it when the template is deployed" }];
    });
}

/** The first type in a loop, or in one within it, that is read. */
function typeIn(loop: unknown, depth = 0): string | undefined {
    const body = Array.isArray(loop) ? loop.at(-1) : undefined;
    for (const inner of isRecord(body) && depth < 8 ? Object.values(body) : []) {
        const type = Array.isArray(inner) ? typeIn(inner, depth + 1) : member(inner, "Type");
        if (typeof type === "string" && Object.hasOwn(TYPES, type)) return type;
    }
    return undefined;
}

/** The ids behind edges; an import keeps its mark until the template that exports it is there. */
function edgeIds(file: string, edges: ReadonlySet<string>): string[] {
    return [...edges].map((edge) => (importedName(edge) === undefined ? idIn(file, edge) : edge));
}

/** By name: the resources behind what a template exports. */
function exportsOf(file: string, document: unknown, intrinsics: Intrinsics): ReadonlyMap<string, readonly string[]> {
    const outputs = member(document, "Outputs");
    const found = new Map<string, readonly string[]>();
    for (const output of isRecord(outputs) ? Object.values(outputs) : []) {
        const name = intrinsics.plain(member(member(output, "Export"), "Name"));
        if (typeof name !== "string") continue;
        intrinsics.edges = new Set();
        intrinsics.plain(member(output, "Value"));
        found.set(name, edgeIds(file, intrinsics.edges));
    }
    return found;
}

/** A destination of another kind than VPC has nothing to do with Kafka. */
function isForOthers({ type, properties }: TemplateResource): boolean {
    return type === "AWS::IoT::TopicRuleDestination" && member(properties, "HttpUrlProperties") !== undefined;
}

/** A macro makes properties that are not in the template. */
function macroIn(properties: unknown): string | undefined {
    const transform = member(properties, "Fn::Transform");
    if (transform === undefined) return undefined;
    const name = member(transform, "Name");
    return `the macro ${typeof name === "string" ? name : "of Fn::Transform"} makes some of its properties`;
}

function draftsOf(file: string, resource: TemplateResource, kind: ResourceKind, intrinsics: Intrinsics): Draft[] {
    const { logicalId, type, dependsOn } = resource;
    const dialect: Dialect = {
        spelling: SPELLINGS.get(type)!,
        free: FREE,
        single: SINGLE,
        hasLooseTexts: true,
        dropsEmpty: false,
        resolve: (value, at) => intrinsics.resolve(value, at),
    };
    const conversion = new Conversion(dialect);
    const references: Record<string, readonly string[]> = {};
    const watch = <T>(fact: string, make: () => T): T => {
        intrinsics.edges = new Set();
        const made = make();
        if (intrinsics.edges.size > 0) {
            const ids = edgeIds(file, intrinsics.edges);
            references[fact] = [...new Set([...(references[fact] ?? []), ...ids])];
        }
        return made;
    };
    const { value: properties } = intrinsics.resolve(resource.properties, []);
    const { values, assumed } =
        kind === "topicRule"
            ? rule(conversion, properties, watch)
            : { values: plain(conversion, properties, watch), assumed: [] };
    RESHAPES[type]?.(values, conversion);
    if (kind === "role") values.arn = intrinsics.template.roleArn(logicalId);
    // Texts that read the secret name it so, where CloudFormation makes its name.
    if (kind === "secret" && values.name === undefined) values.id = intrinsics.template.secretName(logicalId);
    const dependencies = [...new Set([...dependsOn.map((id) => idIn(file, id)), ...Object.values(references).flat()])];
    const draft: Draft = {
        ...{ kind, id: idIn(file, logicalId), logicalId, type, values, references, dependencies, conversion },
        ...(assumed.length > 0 ? { assumed } : {}),
    };
    return [draft, ...derivedFrom(draft, properties)].map(finished);
}

function plain(conversion: Conversion, properties: unknown, watch: <T>(fact: string, make: () => T) => T) {
    const values: Record<string, unknown> = {};
    if (!isRecord(properties)) return conversion.origins.note(values, []);
    const { spelling } = conversion.dialect;
    for (const name of Object.keys(properties)) {
        const fact = spelling.toFact(name);
        const manner = { free: FREE.has(name) };
        const value = watch(fact, () => conversion.convert(properties[name], [name], manner));
        if (value === undefined) continue;
        values[fact] = value;
        conversion.origins.descend(values, fact, conversion.descent);
    }
    return conversion.origins.note(values, []);
}

function rule(conversion: Conversion, properties: unknown, watch: <T>(fact: string, make: () => T) => T) {
    const payload = member(properties, "TopicRulePayload");
    const { values, places, assumed } = rulePayload(conversion, payload, ["TopicRulePayload"], watch);
    // A rule without a name gets one that is made from those of stack and resource.
    const name = watch("name", () => conversion.convert(member(properties, "RuleName"), ["RuleName"]));
    values.name = name ?? UNKNOWN;
    if (name !== undefined) conversion.origins.descend(values, "name", conversion.descent);
    places.set("name", ["RuleName"]);
    conversion.origins.note(values, payload === undefined ? [] : ["TopicRulePayload"], places);
    return { values, assumed };
}

function finished(draft: Draft): Draft {
    const dependencies = new Set([...draft.dependencies, ...Object.values(draft.references).flat()]);
    dependencies.delete(draft.id);
    return { ...draft, dependencies: [...dependencies] };
}

/** The further resources that each resource of the template is read as. */
function partsOf(file: string, drafts: readonly Draft[]): ReadonlyMap<string, readonly string[]> {
    const parts = new Map<string, string[]>();
    for (const { id, logicalId } of drafts) {
        const whole = idIn(file, logicalId);
        if (id === whole) continue;
        const known = parts.get(whole);
        if (known) known.push(id);
        else parts.set(whole, [id]);
    }
    return parts;
}

/** Who waits for a resource of the template waits for all that it is read as. */
function placed(
    file: string,
    located: Located,
    template: Template,
    draft: Draft,
    parts: ReadonlyMap<string, readonly string[]>,
): SourceResource {
    const { kind, id, logicalId, type, values, references, conversion } = draft;
    const isPart = id !== idIn(file, logicalId);
    const dependencies = draft.dependencies.flatMap((one) =>
        isPart && one === idIn(file, logicalId) ? [one] : [one, ...(parts.get(one) ?? [])],
    );
    const outputs = conversion.origins.outputsIn(values).map((use) => ({ ...use, of: idIn(file, use.of) }));
    const facts: ResourceFacts = {
        ...{ kind, id, name: logicalId, values, references, dependencies },
        ...(outputs.length > 0 ? { outputs } : {}),
        ...(draft.assumed ? { assumed: draft.assumed } : {}),
    };
    const base: Path = ["Resources", logicalId, "Properties"];
    const source = template.resources.get(logicalId)?.properties;
    const { spelling } = conversion.dialect;
    const { origins } = conversion;
    const anchor = { file, located, base, source, spelling, origins, speech: TEMPLATE_SPEECH };
    return new PlacedResource(facts, logicalId, type, anchor);
}
