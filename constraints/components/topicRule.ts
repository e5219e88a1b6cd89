import type { Path } from "../core/path";
import { type ClientProperty, isDocumentedProperty } from "../facts/clientProperties";
import type { Arguments, Leaves } from "./arguments";
import { authenticationProperties, type WrittenProperty } from "./authentication";
import { errorLogGroupNameOf, type NamedIn, ruleNameOf } from "./names";

/** The SQL version that a rule gets unless another one is asked for: the only one that knows arrays and nulls well. */
export const SQL_VERSION = "2016-03-23";

/** Where the error action goes, when it goes to CloudWatch Logs. */
export interface ErrorLogs<L extends Leaves> {
    readonly logGroupName: L["text"];
    readonly roleArn: L["text"];
}

export interface KafkaActionInputs<L extends Leaves> {
    readonly destinationArn: L["text"];
    readonly topic: L["text"];
    readonly key?: L["text"];
    readonly partition?: L["text"];
    readonly headers?: L["headers"];
    readonly clientProperties: Record<string, L["text"]>;
}

/** The inputs of the topic rule that a `KafkaTopicRule` makes, spelled as in @pulumi/aws. */
export interface TopicRuleInputs<L extends Leaves> {
    readonly name: L["text"];
    readonly description?: L["text"];
    readonly enabled: L["flag"];
    readonly sql: L["text"];
    readonly sqlVersion: L["text"];
    readonly kafkas: KafkaActionInputs<L>[];
    readonly errorAction?: { readonly cloudwatchLogs: ErrorLogs<L> };
    readonly region?: L["text"];
    readonly tags?: L["tags"];
}

/** Client properties that are arguments of the rule itself; those of `authentication` have a table of their own. */
const PROPERTIES: readonly { readonly property: ClientProperty; readonly argument: string }[] = [
    { property: "bootstrap.servers", argument: "bootstrapServers" },
    { property: "acks", argument: "acks" },
    { property: "compression.type", argument: "compression" },
    { property: "key.serializer", argument: "keySerializer" },
    { property: "value.serializer", argument: "valueSerializer" },
];

/** Members of the rule and of its action that are arguments under another name. */
const RENAMED: Readonly<Record<string, string>> = { name: "ruleName" };

/** The inputs of the rule. `errorLogs` is where its errors go, undefined when they go nowhere. */
export function topicRuleInputs<L extends Leaves>(
    args: Arguments<L>,
    named: NamedIn | undefined,
    errorLogs: ErrorLogs<L> | undefined,
): TopicRuleInputs<L> {
    return {
        name: args.leafOr("text", ["ruleName"], named ? args.text(ruleNameOf(named)) : args.unknown),
        ...optional("description", args.leaf("text", ["description"])),
        enabled: args.leafOr("flag", ["enabled"], args.flag(true)),
        sql: args.leafOr("text", ["sql"], args.unknown),
        sqlVersion: args.leafOr("text", ["sqlVersion"], args.text(SQL_VERSION)),
        kafkas: [
            {
                destinationArn: args.leafOr("text", ["destinationArn"], args.unknown),
                topic: args.leafOr("text", ["topic"], args.unknown),
                ...optional("key", args.leaf("text", ["key"])),
                ...optional("partition", args.leaf("text", ["partition"])),
                ...optional("headers", args.leaf("headers", ["headers"])),
                clientProperties: Object.fromEntries(
                    writtenProperties(args).map(({ property, value }) => [property, value]),
                ),
            },
        ],
        ...(errorLogs ? { errorAction: { cloudwatchLogs: errorLogs } } : {}),
        ...optional("region", args.leaf("text", ["region"])),
        ...optional("tags", args.leaf("tags", ["tags"])),
    };
}

/** Where errors go as far as arguments tell: to logs unless that is refused in words. */
export function errorLogsFacts(args: Arguments<Leaves>, named: NamedIn | undefined): ErrorLogs<Leaves> | undefined {
    if (args.leaf("text", ["errorAction"]) === "none") return undefined;
    return { logGroupName: named ? errorLogGroupNameOf(named) : args.unknown, roleArn: args.unknown };
}

/** Where a path of the rule's inputs comes from among the arguments; the enclosing argument where something is missing. */
export function topicRuleArgument<L extends Leaves>(args: Arguments<L>, path: Path): Path {
    const [first, ...rest] = path;
    if (first === "kafkas") return kafkaArgument(args, path.slice(2));
    if (first === "errorAction") return ["errorAction"];
    return first === undefined ? [] : [RENAMED[String(first)] ?? first, ...rest];
}

function kafkaArgument<L extends Leaves>(args: Arguments<L>, path: Path): Path {
    const [first, property, ...rest] = path;
    if (first !== "clientProperties") return path;
    if (property === undefined) return [];
    const written = writtenProperties(args).find((one) => one.property === property);
    if (written) return [...written.argument, ...rest];
    const own = PROPERTIES.find((one) => one.property === property);
    if (own) return [own.argument];
    return isDocumentedProperty(String(property)) ? ["authentication"] : [];
}

function writtenProperties<L extends Leaves>(args: Arguments<L>): WrittenProperty<L>[] {
    const own = PROPERTIES.flatMap(({ property, argument }) => {
        const value = args.leaf("text", [argument]);
        return value === undefined ? [] : [{ property, value, argument: [argument] }];
    });
    return [...own, ...authenticationProperties(args)];
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [K in Name]?: Value } {
    return value === undefined ? {} : ({ [name]: value } as { [K in Name]: Value });
}
