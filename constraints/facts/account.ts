import type { ResourceFacts } from "./stack";

/**
 * The account of what is there already, where all ARNs that AWS gave to the resources name the same; undefined where they
 * name none, or several.
 */
export function accountOfArns(resources: readonly ResourceFacts[]): string | undefined {
    const accounts = new Set<string>();
    for (const { values } of resources) {
        const { arn } = values;
        const account = typeof arn === "string" ? arn.split(":")[4] : undefined;
        if (account !== undefined && /^\d{12}$/.test(account)) accounts.add(account);
    }
    const [account] = accounts;
    return accounts.size === 1 ? account : undefined;
}
