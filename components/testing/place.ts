/** Where the mocks pretend that everything is made. */
export interface MockPlace {
    /** @default "us-east-1" */
    readonly region: string;
    /** @default "602911837465" */
    readonly account: string;
}

/** The partition that a Region belongs to, as ARNs name it. */
export function partitionOf(region: string): string {
    if (region.startsWith("cn-")) return "aws-cn";
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** What the names of a Region's services end in. */
export function dnsSuffixOf(region: string): string {
    return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
}

/** `arn:<partition>:<service>:<region>:<account>:<resource>`. */
export function arnOf({ region, account }: MockPlace, service: string, resource: string): string {
    return `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of what belongs to an account and to no Region, as roles do. */
export function globalArnOf({ region, account }: MockPlace, service: string, resource: string): string {
    return `arn:${partitionOf(region)}:${service}::${account}:${resource}`;
}
