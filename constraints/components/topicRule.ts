import type { Path } from "../core/path";
import type { Arguments, Leaves } from "./arguments";
import { type ErrorActionInputs, errorActionArgument, errorActionInputs, type MadeForErrors } from "./errorAction";
import { type KafkaActionInputs, kafkaActionArgument, kafkaActionInputs, optional } from "./kafkaAction";
import { type NamedIn, ruleNameOf } from "./names";
import { OTHER_ACTIONS, type OtherActionName } from "./otherActions";
import { CONNECTION, placeWithin, within } from "./within";

/** The SQL version that a rule gets unless another one is asked for: the only one that knows arrays and nulls well. */
export const SQL_VERSION = "2016-03-23";

/** The inputs of the topic rule that a `KafkaTopicRule` makes, spelled as in @pulumi/aws. */
export interface TopicRuleInputs<L extends Leaves> extends Partial<Record<OtherActionName, L["raw"]>> {
    readonly name: L["text"];
    readonly description?: L["text"];
    readonly enabled: L["flag"];
    readonly sql: L["text"];
    readonly sqlVersion: L["text"];
    readonly kafkas: KafkaActionInputs<L>[];
    readonly errorAction?: ErrorActionInputs<L>;
    readonly region?: L["text"];
    readonly tags?: L["tags"];
}

/** Members of the rule that are arguments under another name. */
const RENAMED: Readonly<Record<string, string>> = { name: "ruleName" };

/** The inputs of the rule. `made` is what its error action needs and the arguments do not name. */
export function topicRuleInputs<L extends Leaves>(
    args: Arguments<L>,
    named: NamedIn | undefined,
    made: MadeForErrors<L>,
): TopicRuleInputs<L> {
    return {
        name: args.leafOr("text", ["ruleName"], named ? args.text(ruleNameOf(named)) : args.unknown),
        ...optional("description", args.leaf("text", ["description"])),
        enabled: args.leafOr("flag", ["enabled"], args.flag(true)),
        sql: args.leafOr("text", ["sql"], args.unknown),
        sqlVersion: args.leafOr("text", ["sqlVersion"], args.text(SQL_VERSION)),
        kafkas: [args, ...furtherActions(args)].map(kafkaActionInputs),
        ...otherActions(args),
        ...optional("errorAction", errorActionInputs(args, named, made)),
        ...optional("region", args.leaf("text", ["region"])),
        ...optional("tags", args.leaf("tags", ["tags"])),
    };
}

/** Kafka actions beside the first one, each with the rule's own connection unless it gives another. */
function furtherActions<L extends Leaves>(args: Arguments<L>): Arguments<L>[] {
    return Array.from({ length: args.length(["moreKafka"]) }, (_, index) =>
        within(args, ["moreKafka", index], CONNECTION),
    );
}

function otherActions<L extends Leaves>(args: Arguments<L>): Partial<Record<OtherActionName, L["raw"]>> {
    const given = OTHER_ACTIONS.map((name) => [name, args.leaf("raw", ["otherActions", name])] as const);
    return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** Where a path of the rule's inputs comes from among the arguments; the enclosing argument where something is missing. */
export function topicRuleArgument<L extends Leaves>(args: Arguments<L>, path: Path): Path {
    const [first, ...rest] = path;
    if (first === undefined) return [];
    if (first === "kafkas") return kafkaArgument(args, Number(path[1] ?? 0), path.slice(2));
    if (first === "errorAction") return errorActionArgument(args, path);
    if (OTHER_ACTIONS.some((name) => name === first)) return ["otherActions", ...path];
    return [RENAMED[String(first)] ?? first, ...rest];
}

function kafkaArgument<L extends Leaves>(args: Arguments<L>, index: number, path: Path): Path {
    if (index === 0) return kafkaActionArgument(args, path);
    const at: Path = ["moreKafka", index - 1];
    return placeWithin(args, at, kafkaActionArgument(within(args, at, CONNECTION), path), CONNECTION);
}
