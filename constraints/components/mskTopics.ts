import type { Path } from "../core/path";
import type { Arguments, Leaves } from "./arguments";

/** The inputs of a topic beside its cluster, spelled as in @pulumi/aws. */
export interface MskTopicInputs<L extends Leaves> {
    readonly name: L["text"];
    readonly partitionCount: L["number"];
    readonly replicationFactor: L["number"];
    readonly configs?: L["text"];
    readonly region?: L["text"];
}

/** Shared evenly by two or three brokers. */
const PARTITIONS = 6;

/** The inputs of one of the topics that an `MskCluster` makes. */
export function mskTopicInputs<L extends Leaves>(args: Arguments<L>, topic: string): MskTopicInputs<L> {
    const at = (...path: string[]): Path => ["topics", topic, ...path];
    const names = args.names(at("configs"));
    const region = args.leaf("text", ["region"]);
    return {
        name: args.text(topic),
        partitionCount: args.leafOr("number", at("partitions"), args.number(PARTITIONS)),
        replicationFactor: args.leafOr("number", at("replicationFactor"), args.count(["subnetIds"])),
        ...(names.length === 0
            ? {}
            : {
                  configs: args.compose(
                      names.map((name) => args.leaf("text", at("configs", name))),
                      (...texts) =>
                          JSON.stringify(Object.fromEntries(names.map((name, index) => [name, texts[index]] as const))),
                  ),
              }),
        ...(region === undefined ? {} : { region }),
    };
}

const RENAMED: Readonly<Record<string, string>> = { partitionCount: "partitions" };

/** Where a path of a topic's inputs comes from among the arguments. */
export function mskTopicArgument(topic: string, [first, ...rest]: Path): Path {
    if (first === undefined || first === "name" || first === "clusterArn") return ["topics", topic];
    return ["topics", topic, RENAMED[String(first)] ?? first, ...rest];
}
