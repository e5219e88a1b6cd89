import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { isPlaceholderAccount, isPlaceholderRegion } from "../data/placeholders";
import type { Answer } from "./answers";
import { parseArn } from "./arn";
import type { ResourceFacts } from "./stack";
import { LONGEST_TEXT, matchesWildcards, mayStartWith } from "./wildcards";

/** What an action is done to: a resource by its ARN, of which some parts may not be known, or nothing in particular. */
export type RequestedResource = "*" | ResourceName;

export interface ResourceName {
    readonly partition: Known<string>;
    readonly service: string;
    readonly region: Known<string>;
    readonly account: Known<string>;
    /** The last part of the ARN. */
    readonly resource: string;
    /** True when more stands behind it that is not known. @default false */
    readonly isOpen?: boolean;
    /** Where the stack makes it: the resource itself, then those that have its ARN too. */
    readonly made?: readonly ResourceFacts[];
}

/** Longer than anything that `?` would be written for. */
const UNKNOWN_TEXT = "\u0001".repeat(48);

/** Whether a pattern of a policy covers a resource, whatever the unknown parts of the resource turn out to be. */
export function coversResource(pattern: Known<string>, requested: RequestedResource): Answer {
    if (isUnknown(pattern)) return UNKNOWN;
    if (/^\*+$/.test(pattern)) return true;
    if (requested === "*") return false;
    if (pattern.length > LONGEST_TEXT || pattern.includes("${")) return UNKNOWN;
    if (matchesWildcards(pattern, wholeOf(requested))) return true;
    return mayCover(pattern, requested) ? UNKNOWN : false;
}

/** The ARN as a name of a resource; undefined for a text that is none. */
export function nameOfArn(text: string): ResourceName | undefined {
    const arn = parseArn(text);
    if (arn === undefined || text.length > LONGEST_TEXT) return undefined;
    const { partition, service, region, account, resource } = arn;
    return { partition, service, region: regionOf(region), account: accountOf(account), resource };
}

/** A Region that a text names; not known where the text copies the AWS pages. */
export function regionOf(region: Known<string | undefined>): Known<string> {
    return region === undefined || isUnknown(region) || isPlaceholderRegion(region) ? UNKNOWN : region;
}

/** The same of an account. */
export function accountOf(account: Known<string | undefined>): Known<string> {
    return account === undefined || isUnknown(account) || isPlaceholderAccount(account) ? UNKNOWN : account;
}

function wholeOf({ partition, service, region, account, resource, isOpen }: ResourceName): string {
    const parts = [partition, service, region, account].map((part) => (isUnknown(part) ? UNKNOWN_TEXT : part));
    return `arn:${parts.join(":")}:${resource}${isOpen ? UNKNOWN_TEXT : ""}`;
}

/** Whether the known parts leave it open; a placeholder in the pattern may stand for anything. */
function mayCover(pattern: string, { partition, service, region, account, resource, isOpen }: ResourceName): boolean {
    const [first, ...fields] = pattern.split(":");
    if (first !== "arn" && first !== "*") return false;
    const wanted: readonly Known<string>[] = [partition, service, region, account];
    for (const [index, part] of wanted.entries()) {
        const field = fields[index];
        // A * at the end of a shorter pattern stands for all that follows.
        if (field === undefined) return fields.at(-1)?.endsWith("*") ?? false;
        if (isUnknown(part) || isPlaceholderRegion(field) || isPlaceholderAccount(field)) continue;
        if (!matchesWildcards(field, part)) return false;
    }
    const rest = fields.slice(wanted.length).join(":");
    return isOpen ? mayStartWith(rest, resource) : matchesWildcards(rest, resource, true);
}
