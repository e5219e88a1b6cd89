import type { Path } from "../core/path";
import { type IotTrust, isPositive, type SourceCondition, writtenValues } from "../facts/trust";
import { matchesWildcards } from "../facts/wildcards";

/** The parts of one value of aws:SourceArn; each may be a pattern. */
export interface SourceArnFields {
    readonly region: string;
    readonly account: string;
    readonly resource: string;
    readonly path: Path;
}

/** The values of aws:SourceArn that have the form of an ARN of AWS IoT; undefined where some are not known. */
export function sourceArnFields({ sourceArns }: IotTrust): readonly SourceArnFields[] | undefined {
    const values = textsOf(sourceArns);
    return values?.flatMap(({ value, path }) => {
        const [, , service, region, account, ...resource] = value.split(":");
        if (service !== "iot" || !region || !account || resource.length === 0) return [];
        return [{ region, account, resource: resource.join(":"), path }];
    });
}

/** The values of aws:SourceAccount; undefined where some are not known. */
export function sourceAccountsOf({ sourceAccounts }: IotTrust): readonly string[] | undefined {
    return textsOf(sourceAccounts)?.map(({ value }) => value);
}

/** True where a statement asks for the account twice, and no account satisfies both. */
export function whereAccountsDiffer(trust: IotTrust): boolean {
    const accounts = sourceAccountsOf(trust);
    const arns = sourceArnFields(trust);
    if (accounts === undefined || arns === undefined || accounts.length === 0 || arns.length === 0) return false;
    return !accounts.some((account) => arns.some((arn) => matchesWildcards(arn.account, account)));
}

function textsOf(conditions: readonly SourceCondition[]): { value: string; path: Path }[] | undefined {
    const found: { value: string; path: Path }[] = [];
    for (const condition of conditions.filter(isPositive)) {
        const values = writtenValues(condition);
        if (values === undefined) return undefined;
        for (const value of values) found.push({ value, path: condition.path });
    }
    return found;
}
