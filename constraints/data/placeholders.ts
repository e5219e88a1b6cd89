/**
 * What the AWS pages print where a reader has to put something of his own (GEN-PH-01). The list is closed: a value that
 * only looks made up may be real.
 */
const ACCOUNTS: readonly string[] = ["123456789012", "12345678910"];
const REGION = "region";
const DESTINATION_ID = "VPCDestinationARN";
const SUBNET_ID = "subnet-123456789101230456";

/** One of these stands in every ARN with a placeholder; most ARNs have none, and need not be cut apart. */
const MARKS: readonly string[] = [...ACCOUNTS, `:${REGION}:`, DESTINATION_ID];

/** True for an account number that the pages print as a sample. */
export function isPlaceholderAccount(account: string): boolean {
    return ACCOUNTS.includes(account);
}

/** True for the word `region` in place of a Region's name. */
export function isPlaceholderRegion(region: string): boolean {
    return region === REGION;
}

/** True for the last segment of the founding page's destination ARN. */
export function isPlaceholderDestinationId(id: string): boolean {
    return id === DESTINATION_ID;
}

/** True for the subnet of the VPC destination page. */
export function isPlaceholderSubnet(id: string): boolean {
    return id === SUBNET_ID;
}

/** The placeholders in a text, in the order in which they stand: a subnet id, or segments of the ARNs in it. */
export function placeholdersIn(text: string): string[] {
    if (isPlaceholderSubnet(text)) return [text];
    if (!text.includes("arn:") || !MARKS.some((mark) => text.includes(mark))) return [];
    const found = arnsIn(text).flatMap(({ region, account, resource }) => [
        ...(isPlaceholderRegion(region) ? [region] : []),
        ...(isPlaceholderAccount(account) ? [account] : []),
        ...resource.split("/").filter(isPlaceholderDestinationId),
    ]);
    return [...new Set(found)];
}

interface Arn {
    readonly region: string;
    readonly account: string;
    readonly resource: string;
}

/** Every ARN that a text holds, quoted or not, alone or inside an expression. */
function arnsIn(text: string): Arn[] {
    return text
        .split(/[\s'",;()[\]]+/)
        .filter((word) => word.startsWith("arn:"))
        .map((word) => {
            const [, , , region = "", account = "", ...resource] = word.split(":");
            return { region, account, resource: resource.join(":") };
        });
}
