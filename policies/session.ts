import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { type Prepared, prepare } from "../constraints/core/judge";
import { UNKNOWN } from "../constraints/core/known";
import type { ResourceFacts } from "../constraints/facts/stack";
import { escapesJudgement, type Seen, seenComponent, seenInStack, seenResource, type Told } from "./facts";
import { PerRequest } from "./perRequest";
import { Tally } from "./tally";

/** A resource made ready to be judged by itself. */
export interface Alone {
    readonly seen: Seen;
    readonly prepared: readonly Prepared[];
    /** Our component that it was made by, where it was made by one. */
    readonly component?: Seen;
}

/** A whole stack made ready to be judged. */
export interface Together {
    readonly prepared: readonly Prepared[];
    readonly seen: ReadonlyMap<string, Seen>;
    /** Our components by the URN of what they made. */
    readonly components: ReadonlyMap<string, Seen>;
}

/**
 * What the policies of one process share: a resource is converted and parsed once, however many policies ask about it.
 * The engine analyses a component before it registers what the component makes, so the component is known by then.
 */
export class Session {
    readonly tally = new Tally();
    readonly #components = new Map<string, Seen>();
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
        const component = seenComponent(args);
        if (component) this.#components.set(args.urn, component);
        const seen = component ?? seenResource(args);
        const prepared = seen ? stackOf([seen.facts]) : [];
        const hasSubjects = this.#count(args, seen, prepared);
        if (seen === undefined || !hasSubjects) return undefined;
        const parent = component ? undefined : this.#components.get(args.opts.parent ?? "");
        return { seen, prepared, ...(parent?.facts.kind === seen.facts.kind ? { component: parent } : {}) };
    }

    #seeAll(resources: readonly PolicyResource[]): Together {
        const seen = new Map<string, Seen>();
        const components = new Map<string, Seen>();
        for (const resource of [...resources].sort((a, b) => (a.urn < b.urn ? -1 : 1))) {
            const one = seenInStack(resource);
            if (one === undefined) continue;
            seen.set(resource.urn, one);
            const parent = this.#components.get(resource.parent?.urn ?? "");
            if (parent?.facts.kind === one.facts.kind) components.set(resource.urn, parent);
        }
        const prepared = stackOf([...seen.values()].map(({ facts }) => facts));
        return { seen, components, prepared };
    }

    #count(told: Told, seen: Seen | undefined, prepared: readonly Prepared[]): boolean {
        const hasSubjects = prepared.some(({ subjects }) => subjects.length > 0);
        const outcome = hasSubjects ? "judged" : escapesJudgement(told, seen) ? "escaped" : "neither";
        this.tally.count(told.urn, outcome);
        return hasSubjects;
    }
}

/** Resources made ready to be judged. A pack is not told the account they are made in. */
export function stackOf(resources: readonly ResourceFacts[]): readonly Prepared[] {
    return prepare({ resources, account: UNKNOWN });
}
