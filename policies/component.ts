import { partsOfComponent } from "../constraints/components";
import type { ComponentFacts } from "../constraints/components/componentFacts";
import { hasUnknown, member, UNKNOWN } from "../constraints/core/known";
import { type Path, valueAt } from "../constraints/core/path";
import type { ResourceFacts } from "../constraints/facts/stack";
import type { Seen, Told } from "./facts";
import { plainValues } from "./values";

/** One of our components: what its arguments state, as the resources that it makes of them. */
export interface SeenComponent {
    readonly urn: string;
    readonly name: string;
    readonly parts: readonly Part[];
}

/** A resource that a component makes, as far as its arguments tell. Its paths are spelled as arguments. */
export interface Part extends Seen {
    /** True where the user gave an argument at this path of the facts that is not known yet, or not all of it. */
    isOpen(path: Path): boolean;
}

/** What one of our components states; undefined for every other resource, and for one that states nothing. */
export function seenComponent(told: Told): SeenComponent | undefined {
    if (!told.type.startsWith("iotkafka:")) return undefined;
    const args = plainValues(told.props);
    const parts = partsOfComponent(told.type, told.urn, told.name, args);
    if (parts.length === 0) return undefined;
    return { urn: told.urn, name: told.name, parts: parts.map((part) => partOf(told.urn, part, args)) };
}

/** Which provider a component hands to its children, and so their Region, only they show. */
function partOf(urn: string, { resource, argumentPath }: ComponentFacts, args: ResourceFacts["values"]): Part {
    return {
        urn,
        facts: { region: UNKNOWN, ...resource },
        spell: argumentPath,
        isOpen: (path) => hasUnknown(valueAt(args, argumentPath(path))),
    };
}

/**
 * The part of a component that a resource was made as: the only one of its kind, else the one of the same name. None
 * where a component of another kind, or a transform, made it.
 */
export function partMadeAs({ parts }: SeenComponent, resource: ResourceFacts): Part | undefined {
    const alike = parts.filter(({ facts }) => facts.kind === resource.kind);
    if (alike.length < 2) return alike[0];
    const named = alike.filter(({ facts }) => {
        const name = member(facts.values, "name");
        return typeof name === "string" && name === member(resource.values, "name");
    });
    return named.length === 1 ? named[0] : undefined;
}
