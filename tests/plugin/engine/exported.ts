import { isDeepStrictEqual } from "node:util";

/** A resource of an exported stack. */
export interface Exported {
    readonly urn: string;
    readonly type: string;
    readonly id?: string;
    readonly parent?: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
    readonly dependencies?: readonly string[];
}

/** The resources of `pulumi stack export --show-secrets`, without the providers, which are the engine's. */
export function resourcesIn(exported: string): ReadonlyMap<string, Exported> {
    const { deployment } = JSON.parse(exported, withoutSecrets) as { deployment: { resources: Exported[] } };
    const own = deployment.resources.filter(({ type }) => !type.startsWith("pulumi:providers:"));
    return new Map(own.map((resource) => [resource.urn, resource]));
}

/** A secret's value in its place, said to be one. */
function withoutSecrets(_name: string, value: unknown): unknown {
    const { plaintext } = (value ?? {}) as { readonly plaintext?: unknown };
    return typeof plaintext === "string" ? { secret: JSON.parse(plaintext) } : value;
}

/**
 * What AWS has chosen for one stack, with what it has chosen for another one of the same resources: ids, and outputs that
 * no input says. The longest come first, since one may be a part of another.
 */
export function chosen(
    one: ReadonlyMap<string, Exported>,
    other: ReadonlyMap<string, Exported>,
): readonly (readonly [string, string])[] {
    const pairs = new Map<string, string>();
    for (const [urn, resource] of one) {
        const twin = other.get(urn);
        if (twin === undefined || resource.id === undefined) continue;
        collect(resource.id, twin.id, pairs);
        const said = new Set(Object.keys(resource.inputs ?? {}));
        // Names that the provider makes up are inputs too, listed by it.
        for (const name of (resource.inputs?.__defaults ?? []) as string[]) said.delete(name);
        for (const [name, value] of Object.entries(resource.outputs ?? {})) {
            if (!said.has(name)) collect(value, twin.outputs?.[name], pairs);
        }
    }
    return [...pairs].sort(([first], [second]) => second.length - first.length);
}

function collect(value: unknown, twin: unknown, pairs: Map<string, string>): void {
    if (isDeepStrictEqual(value, twin)) return;
    if (typeof value === "string" && typeof twin === "string") {
        pairs.set(value, twin);
    } else if (typeof value === "object" && typeof twin === "object" && value !== null && twin !== null) {
        for (const [name, inner] of Object.entries(value))
            collect(inner, (twin as Record<string, unknown>)[name], pairs);
    }
}

/** The same with everything chosen replaced by what was chosen there. */
export function translated(value: unknown, pairs: readonly (readonly [string, string])[]): unknown {
    const translate = (text: string) => pairs.reduce((all, [one, other]) => all.replaceAll(one, other), text);
    if (typeof value === "string") return translate(value);
    if (Array.isArray(value)) return value.map((entry) => translated(entry, pairs));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, translated(inner, pairs)]));
}
