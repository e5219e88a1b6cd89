import { type Facts, hasUnknown, isRecord, member, UNKNOWN } from "../constraints/core/known";
import type { Path } from "../constraints/core/path";
import type { ResourceFacts } from "../constraints/facts/stack";
import { derivedFrom } from "../sources/cloudformation/derived";
import type { Draft } from "../sources/cloudformation/readTemplate";
import { RESHAPES } from "../sources/cloudformation/shapes";
import { FREE, TYPES, type TypeMapping } from "../sources/cloudformation/types";
import { Conversion } from "../sources/conversion/conversion";
import { rulePayload } from "../sources/conversion/rulePayload";
import { PASCAL_CASE, SAME, type Spelling, spelledBy } from "../sources/conversion/spelling";

/** A type of the AWS Cloud Control provider: that of CloudFormation, its names beginning with a small letter. */
interface NativeType extends TypeMapping {
    readonly cloudFormation: string;
    readonly spelling: Spelling;
}

/** What a resource of the provider is told with: its properties by their names, and what each hangs on. */
export interface NativeResource {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    readonly values: Facts;
    readonly references?: Readonly<Record<string, readonly string[]>>;
    readonly dependencies?: readonly string[];
}

/** Facts of the provider's resource, and the way back to its properties. */
export interface NativeFacts {
    readonly facts: ResourceFacts;
    spell(path: Path): Path;
}

const smallLetter = PASCAL_CASE.toFact;

/** Names that the provider spells in a way of its own. */
const ACTIONS = { dynamoDb: "dynamoDB" };

/**
 * Attachments of gateways, and what hangs on them, have no form that is read here; without them, routes and their
 * likes would tell half of the truth.
 */
const READ = /^AWS::(IoT|IAM|SecretsManager|KMS|MSK|Logs)::|^AWS::EC2::(VPC|Subnet|SecurityGroup(Ingress|Egress)?)$/;

const NATIVE: ReadonlyMap<string, NativeType> = new Map(
    Object.entries(TYPES)
        .filter(([type]) => READ.test(type))
        .map(([cloudFormation, mapping]) => {
            const [, service, name] = cloudFormation.split("::");
            const names = Object.entries(mapping.names ?? {}).map(([from, to]) => [smallLetter(from), to]);
            const table = { ...Object.fromEntries(names), ...(mapping.kind === "topicRule" ? ACTIONS : {}) };
            const type: NativeType = { ...mapping, cloudFormation, spelling: spelledBy(SAME, table) };
            return [`aws-native:${service}:${name}`.toLowerCase(), type];
        }),
);

const NAMED_BY_USER: ReadonlySet<string> = new Set([...FREE].map(smallLetter));
const NONE: ReadonlySet<string> = new Set();

/** What a type of the provider is to the constraints; undefined when it is nothing to them. */
export function nativeKindOf(type: string): ResourceFacts["kind"] | undefined {
    return NATIVE.get(type.toLowerCase())?.kind;
}

/** A resource of the AWS Cloud Control provider as facts; none where it is nothing to the constraints. */
export function nativeFacts(given: NativeResource): NativeFacts[] {
    const type = NATIVE.get(given.type.toLowerCase());
    if (type === undefined || member(given.values, "httpUrlProperties") !== undefined) return [];
    const { kind, cloudFormation, spelling } = type;
    const conversion = new Conversion({
        spelling,
        free: NAMED_BY_USER,
        single: NONE,
        hasLooseTexts: false,
        dropsEmpty: false,
        resolve: (value, at) => ({ value, at }),
    });
    const values = kind === "topicRule" ? ruleValues(conversion, given.values) : plain(conversion, given.values);
    RESHAPES[cloudFormation]?.(values, conversion);
    const draft: Draft = {
        kind,
        id: given.urn,
        logicalId: given.urn,
        type: cloudFormation,
        values,
        references: { ...referencesOf(type, given, values) },
        dependencies: given.dependencies ?? [],
        conversion,
    };
    const spell = (holder: Facts) => (path: Path) =>
        conversion.origins.sourcePath(holder, path, given.values, spelling).map(asWritten(given.values));
    return [draft, ...derivedFrom(draft, given.values)].map((one) => ({
        facts: factsOf(one, given),
        spell: spell(one.values),
    }));
}

function factsOf(draft: Draft, { name, references, dependencies }: NativeResource): ResourceFacts {
    const { kind, id, values } = draft;
    return {
        kind,
        id,
        name,
        values,
        ...(references ? { references: draft.references } : {}),
        ...(dependencies ? { dependencies: draft.dependencies } : {}),
    };
}

function plain(conversion: Conversion, given: Facts): Record<string, unknown> {
    const values = conversion.convert(given, []);
    return conversion.origins.note(isRecord(values) ? { ...values } : {}, []);
}

function ruleValues(conversion: Conversion, given: Facts): Record<string, unknown> {
    const { topicRulePayload, ruleName = UNKNOWN, arn } = given;
    const { values, places } = rulePayload(conversion, topicRulePayload, ["topicRulePayload"]);
    values.name = ruleName;
    places.set("name", ["ruleName"]);
    if (arn !== undefined) values.arn = arn;
    return conversion.origins.note(values, ["topicRulePayload"], places);
}

/** What hangs on what, by the properties of the facts. One property holds a whole rule: its unknown parts hang on it. */
function referencesOf(
    { kind, spelling }: NativeType,
    { references = {} }: NativeResource,
    values: Facts,
): Record<string, readonly string[]> {
    const found = Object.entries(references).map(([name, ids]) => [spelling.toFact(name), ids] as const);
    const whole = references.topicRulePayload;
    if (kind !== "topicRule" || whole === undefined) return Object.fromEntries(found);
    const open = Object.keys(values).filter((name) => hasUnknown(values[name]) && name !== "name" && name !== "arn");
    const parts = (open.length > 0 ? open : ["kafkas"]).map((name) => [name, whole] as const);
    return { name: references.ruleName ?? [], ...Object.fromEntries(parts) };
}

/** Places that a derived resource notes are spelled as CloudFormation does. */
function asWritten(source: Facts): (segment: string | number, index: number) => string | number {
    return (segment, index) =>
        index === 0 && typeof segment === "string" && !Object.hasOwn(source, segment) ? smallLetter(segment) : segment;
}
