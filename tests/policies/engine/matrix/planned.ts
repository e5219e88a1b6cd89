import { isRecord, UNKNOWN } from "../../../../constraints/core/known";
import type { ResourceFacts } from "../../../../constraints/facts/stack";

/**
 * Resources as a preview knows them: the ARN of one that is yet to be made is not known, nor is any text that holds it,
 * but of what such a text is made is.
 */
export function planned(resources: readonly ResourceFacts[]): ResourceFacts[] {
    const made = resources.flatMap(({ id, values: { arn } }) => (typeof arn === "string" ? [{ id, arn }] : []));
    return resources.map((resource) => {
        const { arn, ...inputs } = resource.values;
        const others = made.filter(({ id }) => id !== resource.id);
        const references: Record<string, readonly string[]> = { ...resource.references };
        const values = Object.entries(inputs).map(([name, value]) => {
            const used: string[] = [];
            const now = withoutArns(value, others, used);
            if (used.length > 0) references[name] = [...new Set([...(references[name] ?? []), ...used])];
            return [name, now] as const;
        });
        const dependencies = [...new Set([...(resource.dependencies ?? []), ...Object.values(references).flat()])];
        return { ...resource, values: Object.fromEntries(values), references, dependencies };
    });
}

function withoutArns(value: unknown, made: readonly { id: string; arn: string }[], used: string[]): unknown {
    if (typeof value === "string") {
        const within = made.filter(({ arn }) => value.includes(arn));
        used.push(...within.map(({ id }) => id));
        return within.length > 0 ? UNKNOWN : value;
    }
    if (Array.isArray(value)) return value.map((inner) => withoutArns(inner, made, used));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutArns(inner, made, used)]));
}
