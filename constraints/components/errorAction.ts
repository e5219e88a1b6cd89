import type { Path } from "../core/path";
import type { Arguments, Leaves } from "./arguments";
import { type KafkaActionInputs, kafkaActionArgument, kafkaActionInputs } from "./kafkaAction";
import { errorLogGroupNameOf, type NamedIn, roleNameOf, ruleNameOf } from "./names";
import { within } from "./within";

/** Where messages can go that could not be sent; `none` is said in words. */
export const ERROR_KINDS = ["none", "logs", "s3", "sqs", "sns", "kinesis", "lambda", "kafka"] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** What is made for an error action, beside what its arguments name. */
export interface MadeForErrors<L extends Leaves> {
    readonly logGroupName?: L["text"];
    readonly roleArn?: L["text"];
}

/** The error action of a rule, spelled as in @pulumi/aws: exactly one of its members is there. */
export interface ErrorActionInputs<L extends Leaves> {
    readonly cloudwatchLogs?: { readonly logGroupName: L["text"]; readonly roleArn: L["text"] };
    readonly s3?: { readonly bucketName: L["text"]; readonly key: L["text"]; readonly roleArn: L["text"] };
    readonly sqs?: { readonly queueUrl: L["text"]; readonly useBase64: L["flag"]; readonly roleArn: L["text"] };
    readonly sns?: { readonly targetArn: L["text"]; readonly roleArn: L["text"] };
    readonly kinesis?: {
        readonly streamName: L["text"];
        readonly partitionKey: L["text"];
        readonly roleArn: L["text"];
    };
    readonly lambda?: { readonly functionArn: L["text"] };
    readonly kafka?: KafkaActionInputs<L>;
}

/** Which kind of error action the arguments ask for: logs unless something else is said. */
export function errorKindOf<L extends Leaves>(args: Arguments<L>): ErrorKind {
    if (args.leaf("text", ["errorAction"]) === "none") return "none";
    const [name] = args.names(["errorAction"]);
    return ERROR_KINDS.find((kind) => kind === name) ?? "logs";
}

/** The error action that the arguments ask for, undefined when errors go nowhere. */
export function errorActionInputs<L extends Leaves>(
    args: Arguments<L>,
    named: NamedIn | undefined,
    made: MadeForErrors<L>,
): ErrorActionInputs<L> | undefined {
    const kind = errorKindOf(args);
    const given = within(args, ["errorAction", kind]);
    const text = (name: string) => given.leafOr("text", [name], args.unknown);
    const roleArn = given.leaf("text", ["roleArn"]) ?? made.roleArn ?? args.unknown;
    switch (kind) {
        case "none":
            return undefined;
        case "logs": {
            const logGroupName = given.leaf("text", ["existingLogGroupName"]) ?? made.logGroupName ?? args.unknown;
            return { cloudwatchLogs: { logGroupName, roleArn } };
        }
        case "s3":
            return { s3: { bucketName: text("bucket"), key: objectKey(args, named), roleArn } };
        case "sqs":
            return { sqs: { queueUrl: text("queueUrl"), useBase64: args.flag(false), roleArn } };
        case "sns":
            return { sns: { targetArn: text("topicArn"), roleArn } };
        case "kinesis": {
            const partitionKey = given.leafOr("text", ["partitionKey"], args.text("${newuuid()}"));
            return { kinesis: { streamName: text("streamName"), partitionKey, roleArn } };
        }
        case "lambda":
            return { lambda: { functionArn: text("functionArn") } };
        case "kafka":
            return { kafka: kafkaActionInputs(given) };
    }
}

/** Objects of one rule lie together; no two messages get one key. */
function objectKey<L extends Leaves>(args: Arguments<L>, named: NamedIn | undefined): L["text"] {
    const given = args.leaf("text", ["errorAction", "s3", "key"]);
    if (given !== undefined) return given;
    const ruleName = args.leafOr("text", ["ruleName"], named ? args.text(ruleNameOf(named)) : args.unknown);
    return args.compose([ruleName], (name) => `${name}/\${timestamp()}-\${newuuid()}`);
}

/** What is made, as far as arguments tell: the names of what needs no more than a name. */
export function errorActionFacts(args: Arguments<Leaves>, named: NamedIn | undefined): MadeForErrors<Leaves> {
    return {
        logGroupName: named ? errorLogGroupNameOf(named) : args.unknown,
        roleArn: args.unknown,
    };
}

/** Name of the role that is made, of whatever kind the error action is. */
export function errorRoleNameOf(named: NamedIn): string {
    return roleNameOf(named, "errors");
}

/** Arguments that have another name in @pulumi/aws. */
const RENAMED: Readonly<Record<string, string>> = {
    bucketName: "bucket",
    targetArn: "topicArn",
    logGroupName: "existingLogGroupName",
};

/** Where a path below `errorAction` comes from among the arguments; the enclosing one where something is missing. */
export function errorActionArgument<L extends Leaves>(args: Arguments<L>, [, member, ...rest]: Path): Path {
    const kind = errorKindOf(args);
    const at: Path = ["errorAction", kind];
    if (member === "kafka" && kind === "kafka") return [...at, ...kafkaActionArgument(within(args, at), rest)];
    const [first, ...deeper] = rest;
    const name = RENAMED[String(first)] ?? String(first);
    return args.leaf("text", [...at, name]) === undefined ? ["errorAction"] : [...at, name, ...deeper];
}
