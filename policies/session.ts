import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { type Prepared, prepare } from "../constraints/core/judge";
import { UNKNOWN } from "../constraints/core/known";
import type { Named } from "../constraints/core/suppression";
import type { ResourceFacts } from "../constraints/facts/stack";
import { type Part, partMadeAs, type SeenComponent, seenComponent } from "./component";
import { escapesJudgement, type Seen, seenInStack, seenResource, type Told } from "./facts";
import { PerRequest } from "./perRequest";
import { Tally } from "./tally";

/** A resource, or one of our components, made ready to be judged by itself. */
export interface Alone {
    /** What exceptions name. */
    readonly named: Named;
    /** Its facts by their ids: those of a component are of all that it makes. */
    readonly seen: ReadonlyMap<string, Seen | Part>;
    readonly prepared: readonly Prepared[];
    /** What our component that made it states of it, where one made it. */
    readonly part?: Part;
    /** The same, ready to be judged: once, however many policies ask. */
    preparedPart(): readonly Prepared[];
}

/** A whole stack made ready to be judged. */
export interface Together {
    readonly prepared: readonly Prepared[];
    readonly seen: ReadonlyMap<string, Seen>;
    /** By the URN of a resource: what our component that made it states of it. */
    readonly parts: ReadonlyMap<string, PartOf>;
}

/** A part, and the component that it is of. */
export interface PartOf {
    readonly part: Part;
    readonly component: Named;
}

/**
 * What the policies of one process share: a resource is converted and parsed once, however many policies ask about it.
 * The engine analyses a component before it registers what the component makes, so the component is known by then.
 */
export class Session {
    readonly tally = new Tally();
    readonly #components = new Map<string, SeenComponent>();
    readonly #parents = new Map<string, string>();
    readonly #alone = new PerRequest<Alone | undefined>();
    readonly #together = new PerRequest<Together>(1);
    readonly #said = new Map<string, string>();

    /** The resource of a request, ready to be judged by itself; undefined when there is nothing in it to judge. */
    alone(args: ResourceValidationArgs, order: number): Alone | undefined {
        return this.#alone.get(args.urn, order, () => this.#see(args));
    }

    /** The stack of a request, in the order of URNs: the engine's own order varies. */
    together(resources: readonly PolicyResource[], order: number): Together {
        return this.#together.get("", order, () => this.#seeAll(resources));
    }

    /** True for the first resource at which something is said that is to be said once, however often it is analysed. */
    isFirst(what: string, urn: string): boolean {
        if (!this.#said.has(what)) this.#said.set(what, urn);
        return this.#said.get(what) === urn;
    }

    #see(args: ResourceValidationArgs): Alone | undefined {
        this.#note(args.urn, args.opts?.parent);
        const component = seenComponent(args);
        if (component) this.#components.set(args.urn, component);
        const only = component ? undefined : seenResource(args);
        const all = component?.parts ?? (only ? [only] : []);
        const prepared = stackOf(all.map(({ facts }) => facts));
        const hasSubjects = this.#count(args, only, prepared);
        if (!hasSubjects) return undefined;
        const part = only && this.#partOf(only.facts)?.part;
        let preparedPart: readonly Prepared[] | undefined;
        return {
            named: { id: args.urn, name: args.name },
            seen: new Map(all.map((one) => [one.facts.id, one])),
            prepared,
            part,
            preparedPart: () => {
                preparedPart ??= part ? stackOf([part.facts]) : [];
                return preparedPart;
            },
        };
    }

    #seeAll(resources: readonly PolicyResource[]): Together {
        for (const { urn, parent } of resources) this.#note(urn, parent?.urn);
        const seen = new Map<string, Seen>();
        const parts = new Map<string, PartOf>();
        for (const resource of [...resources].sort((a, b) => (a.urn < b.urn ? -1 : 1))) {
            const one = seenInStack(resource);
            if (one === undefined) continue;
            seen.set(resource.urn, one);
            const part = this.#partOf(one.facts);
            if (part) parts.set(resource.urn, part);
        }
        const prepared = stackOf([...seen.values()].map(({ facts }) => facts));
        return { seen, parts, prepared };
    }

    #note(urn: string, parent: string | undefined): void {
        if (parent) this.#parents.set(urn, parent);
    }

    /** What the nearest of our components above a resource states of it. */
    #partOf(resource: ResourceFacts): PartOf | undefined {
        let urn = this.#parents.get(resource.id);
        for (let steps = 0; urn !== undefined && steps < DEEPEST; steps++) {
            const component = this.#components.get(urn);
            const part = component && partMadeAs(component, resource);
            if (part) return { part, component: { id: component.urn, name: component.name } };
            urn = this.#parents.get(urn);
        }
        return undefined;
    }

    #count(told: Told, seen: Seen | undefined, prepared: readonly Prepared[]): boolean {
        const hasSubjects = prepared.some(({ subjects }) => subjects.length > 0);
        const outcome = hasSubjects ? "judged" : escapesJudgement(told, seen) ? "escaped" : "neither";
        this.tally.count(told.urn, outcome);
        return hasSubjects;
    }
}

/** More steps than resources are nested: a ring of parents ends, too. */
const DEEPEST = 64;

/** Resources made ready to be judged. A pack is not told the account they are made in. */
export function stackOf(resources: readonly ResourceFacts[]): readonly Prepared[] {
    return prepare({ resources, account: UNKNOWN });
}
