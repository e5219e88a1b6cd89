/** Where a request goes: the part of an ARN that does not depend on the resource. */
export interface Scope {
    readonly partition: string;
    readonly region: string;
    readonly account: string;
}

/** The account that the stand-in pretends to be, unless told otherwise. Not one of the numbers used in documentation. */
export const ACCOUNT = "602911837465";

/** The partition to which a Region belongs. */
export function partitionOf(region: string): string {
    if (region.startsWith("cn-")) {
        return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

export function dnsSuffixOf(partition: string): string {
    return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

/** `arn:<partition>:<service>:<region>:<account>:<resource>`. */
export function arn(scope: Scope, service: string, resource: string): string {
    return `arn:${scope.partition}:${service}:${scope.region}:${scope.account}:${resource}`;
}

/** The ARN of a thing that belongs to the account and to no Region, as IAM's do. */
export function globalArn(scope: Scope, service: string, resource: string): string {
    return arn({ ...scope, region: "" }, service, resource);
}

/** Zone letters in us-east-1 and their ids: each account has an order of its own, and not every zone has MSK or VPC destinations. */
const NORTH_VIRGINIA = { a: 4, b: 6, c: 1, d: 2, e: 3, f: 5 };

/** The zones that the stand-in gives a Region. */
export function zonesOf(region: string): readonly { readonly name: string; readonly id: string }[] {
    const letters = region === "us-east-1" ? NORTH_VIRGINIA : { a: 1, b: 2, c: 3 };
    return Object.entries(letters).map(([letter, number]) => ({
        name: region + letter,
        id: `${zonePrefix(region)}-az${number}`,
    }));
}

/** `use1` of `us-east-1`, `apse2` of `ap-southeast-2`, `usgw1` of `us-gov-west-1`. */
function zonePrefix(region: string): string {
    const words = region.split("-");
    const directions: Record<string, string> = {
        northeast: "ne",
        northwest: "nw",
        southeast: "se",
        southwest: "sw",
    };
    const [area = "", ...rest] = words;
    return area + rest.map((word) => directions[word] ?? (/^\d+$/.test(word) ? word : word.charAt(0))).join("");
}
