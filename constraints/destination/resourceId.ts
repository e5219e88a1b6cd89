import { isUnknown } from "../core/known";
import type { Path } from "../core/path";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderSubnet } from "../data/placeholders";

/**
 * Judges the id of an EC2 resource by its form: the prefix, then 8 or 17 hexadecimal digits. A placeholder of the AWS
 * pages is reported by documentation-placeholder.
 */
export function checkResourceId(id: unknown, path: Path, prefix: "vpc" | "subnet" | "sg"): Verdict | undefined {
    if (isUnknown(id)) return undetermined(path);
    if (typeof id === "string" && isPlaceholderSubnet(id) && prefix === "subnet") {
        return undetermined(path, "the id is a placeholder of the AWS pages");
    }
    if (typeof id === "string" && new RegExp(`^${prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`).test(id)) return undefined;
    return violation(path, `The id is ${show(id)}, not ${prefix}- and 8 or 17 hexadecimal digits${hint(id, prefix)}`);
}

const KINDS: Readonly<Record<string, string>> = {
    vpc: "a VPC",
    subnet: "a subnet",
    sg: "a security group",
    eni: "a network interface",
    arn: "an ARN",
};

/** What it seems to be instead, as the end of a sentence. */
function hint(id: unknown, prefix: string): string {
    if (typeof id !== "string") return "";
    const given = /^[a-z]+(?=[-:])/.exec(id)?.[0];
    const kind = given === undefined || given === prefix ? undefined : KINDS[given];
    return kind === undefined ? "" : `; it looks like ${kind}`;
}
