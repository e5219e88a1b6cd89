import { isRecord } from "../../../../constraints/core/known";
import type { ResourceFacts } from "../../../../constraints/facts/stack";

/** Properties by which resources are known to others. */
const NAMES = ["name", "clusterName", "bucket"];

interface Apart {
    /** @default that of the examples */
    readonly region?: string;
    /** Names that are made the case's own. @default those of all its resources */
    readonly names?: readonly string[];
}

/**
 * The same resources with an account, ids, names and a domain that no other case has, and in another Region where one
 * is given: nothing in another case is taken for one of theirs. What was equal stays equal.
 */
export function distinct(
    resources: readonly ResourceFacts[],
    number: number,
    { region = "us-east-1", names = namesOf(resources) }: Apart,
): ResourceFacts[] {
    // A name ends where its text does, but for what Secrets Manager adds to one.
    const end = "(?![\\w-])|(?=-(?:\\?{6}|AbCdEf|\\*))";
    const isName = new RegExp(`(?<![\\w-])(?:${names.map(escaped).join("|")})(?:${end})`, "g");
    const digits = String(number).padStart(4, "0");
    const rename = (text: string) =>
        (names.length === 0 ? text : text.replace(isName, (name) => `${name}${digits}`))
            .replaceAll("us-east-1", region)
            .replace(/\bplant\.example\b/g, `plant${digits}.example`)
            .replace(/209876543210/g, `2098765${digits}0`)
            .replace(/\b(vpc|subnet|sg|rtb|acl|nat|igw|eipalloc)-([0-9a-f]{4})([0-9a-f]+)/g, `$1-${digits}$3`);
    return resources.map((one) => ({
        ...one,
        region: renamed(one.region, rename) as ResourceFacts["region"],
        values: renamed(one.values, rename) as ResourceFacts["values"],
    }));
}

function namesOf(resources: readonly ResourceFacts[]): string[] {
    const own = resources.flatMap(({ values }) => NAMES.map((name) => values[name]));
    return [...new Set(own.filter((name): name is string => typeof name === "string" && name.length > 3))];
}

function renamed(value: unknown, rename: (text: string) => string): unknown {
    if (typeof value === "string") return rename(value);
    if (Array.isArray(value)) return value.map((inner) => renamed(inner, rename));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner, rename)]));
}

function escaped(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
