import type { Path } from "../core/path";
import type { Arguments, Leaves } from "./arguments";

/** What a `VpcDestination` makes itself where the arguments give nothing. */
export interface MadeForDestination<L extends Leaves> {
    readonly roleArn: L["text"];
    readonly securityGroups: L["texts"];
}

/** The inputs of the topic rule destination that a `VpcDestination` makes, spelled as in @pulumi/aws. */
export interface DestinationInputs<L extends Leaves> {
    readonly enabled: L["flag"];
    readonly region?: L["text"];
    readonly vpcConfiguration: {
        readonly vpcId: L["text"];
        readonly subnetIds: L["texts"];
        readonly securityGroups: L["texts"];
        readonly roleArn: L["text"];
    };
}

export function destinationInputs<L extends Leaves>(
    args: Arguments<L>,
    made: MadeForDestination<L>,
): DestinationInputs<L> {
    const region = args.leaf("text", ["region"]);
    return {
        enabled: args.leafOr("flag", ["enabled"], args.flag(true)),
        ...(region === undefined ? {} : { region }),
        vpcConfiguration: {
            vpcId: args.leafOr("text", ["vpcId"], args.unknown),
            subnetIds: args.leafOr("texts", ["subnetIds"], args.unknown),
            securityGroups: args.leaf("texts", ["securityGroupIds"]) ?? made.securityGroups,
            roleArn: args.leaf("text", ["roleArn"]) ?? made.roleArn,
        },
    };
}

/** Where a path of the destination's inputs comes from among the arguments. */
export function destinationArgument(path: Path): Path {
    const [first, member, ...rest] = path;
    if (first !== "vpcConfiguration") return path;
    if (member === undefined) return [];
    return [member === "securityGroups" ? "securityGroupIds" : member, ...rest];
}
