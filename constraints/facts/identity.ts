import { isUnknown, member, UNKNOWN } from "../core/known";
import type { Answer } from "./answers";
import type { ResourceFacts, ResourceKind, Stack } from "./stack";

/** A resource as another names it: by its id, and by what the stack makes. */
export interface Named {
    /** Undefined while it is not known. */
    readonly id?: string;
    /** The resources of the stack that it may be: it is the only one, one of several, or none of them where empty. */
    readonly made: readonly ResourceFacts[];
}

/** What a list of ids names. */
export interface NamedList {
    readonly names: readonly Named[];
    /** False where some of it is not known. */
    readonly complete: boolean;
}

/** What a resource of the stack is called by others. */
export function nameOf(made: ResourceFacts): Named {
    const id = member(made.values, "id");
    return { made: [made], ...(typeof id === "string" ? { id } : {}) };
}

/** The resource of a kind that a property names: by its id where that is known, else by the edges of the property. */
export function nameIn(stack: Stack, from: ResourceFacts, property: string, value: unknown, kind: ResourceKind): Named {
    const id = typeof value === "string" ? value : undefined;
    const known = id === undefined ? undefined : madeWithId(stack, kind, id);
    if (known) return { id: id!, made: [known] };
    const edges = value === undefined ? [] : edgesTo(stack, from, property, kind);
    // An id beside edges to several was taken from one of them, or from none.
    return id === undefined ? { made: edges } : { id, made: edges.length === 1 ? edges : [] };
}

/**
 * The resources of a kind that a list of ids names. An Output carries the edges of everything that it was made of, so
 * that more edges than entries prove nothing.
 */
export function namesIn(
    stack: Stack,
    from: ResourceFacts,
    property: string,
    values: unknown,
    kind: ResourceKind,
): NamedList {
    const edges = edgesTo(stack, from, property, kind);
    if (isUnknown(values)) return { names: edges.map(nameOf), complete: false };
    const list = Array.isArray(values) ? values : [];
    const ids = list.filter((value): value is string => typeof value === "string");
    const made = new Map(ids.map((id) => [id, madeWithId(stack, kind, id)]));
    const rest = edges.filter((edge) => ![...made.values()].includes(edge));
    const open = list.length - ids.length;
    const byId = ids.map((id): Named => {
        const one = made.get(id);
        // An id that stands alone beside a single edge was taken from there.
        return { id, made: one ? [one] : list.length === 1 && rest.length === 1 ? rest : [] };
    });
    return { names: [...byId, ...(open > 0 ? rest.map(nameOf) : [])], complete: open === 0 || open === rest.length };
}

/** Whether two names are those of one resource. */
export function isSame(one: Named, other: Named): Answer {
    const [id, otherId] = [idOf(one), idOf(other)];
    if (id !== undefined && otherId !== undefined) return id === otherId;
    if (one.made.length === 0 || other.made.length === 0) return UNKNOWN;
    if (!one.made.some((made) => other.made.includes(made))) return false;
    return one.made.length === 1 && other.made.length === 1 ? true : UNKNOWN;
}

/** How a finding calls it. */
export function titleOf({ id, made }: Named): string {
    return made.length === 1 ? (made[0]!.name ?? made[0]!.id) : (id ?? "one that is not known yet");
}

function idOf({ id, made }: Named): string | undefined {
    if (id !== undefined || made.length !== 1) return id;
    const own = member(made[0]!.values, "id");
    return typeof own === "string" ? own : undefined;
}

function edgesTo(stack: Stack, from: ResourceFacts, property: string, kind: ResourceKind): ResourceFacts[] {
    const made = (from.references?.[property] ?? []).map((id) => stack.withId(id));
    return made.filter((resource): resource is ResourceFacts => resource?.kind === kind);
}

const indexes = new WeakMap<Stack, Map<ResourceKind, ReadonlyMap<string, ResourceFacts>>>();

/** The resource of a kind that has this id, where the stack makes it and its id is known. */
function madeWithId(stack: Stack, kind: ResourceKind, id: string): ResourceFacts | undefined {
    const ofStack = indexes.get(stack) ?? new Map<ResourceKind, ReadonlyMap<string, ResourceFacts>>();
    indexes.set(stack, ofStack);
    const ofKind = ofStack.get(kind) ?? new Map(stack.ofKind(kind).flatMap(withKnownId));
    ofStack.set(kind, ofKind);
    return ofKind.get(id);
}

function withKnownId(resource: ResourceFacts): [string, ResourceFacts][] {
    const id = member(resource.values, "id");
    return typeof id === "string" ? [[id, resource]] : [];
}
