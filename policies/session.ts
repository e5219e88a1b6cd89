import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { type Prepared, prepare } from "../constraints/core/judge";
import { UNKNOWN } from "../constraints/core/known";
import type { Named } from "../constraints/core/suppression";
import { accountOfArns } from "../constraints/facts/account";
import type { ResourceFacts } from "../constraints/facts/stack";
import { type Part, partMadeAs, type SeenComponent, seenComponent } from "./component";
import { escapesJudgement, type Seen, seenInStack, seenResource } from "./facts";
import { PerRequest } from "./perRequest";
import { Tally } from "./tally";
import { writtenIn } from "./written";

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
    /** By the id of a resource's facts: what our component that made it states of it. */
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
    readonly #written = new Map<string, ReadonlySet<string>>();

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
        const all = component?.parts ?? seenResource(args);
        if (!component && all.length > 0 && !isNative(args)) this.#written.set(args.urn, writtenIn(all[0]!.facts));
        const prepared = stackOf(all.map(({ facts }) => facts));
        if (!this.#count(args.urn, all, prepared)) return undefined;
        const part = component ? undefined : this.#partOf(args.urn, all[0]!.facts)?.part;
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
            for (const one of seenInStack(resource, this.#written.get(resource.urn))) {
                seen.set(one.facts.id, one);
                const part = this.#partOf(resource.urn, one.facts);
                if (part) parts.set(one.facts.id, part);
            }
        }
        const prepared = stackOf([...seen.values()].map(({ facts }) => facts));
        // Some are looked at only beside others: a role by the destination that it is for.
        for (const { resource, subjects } of prepared) {
            if (subjects.length > 0) this.tally.count(seen.get(resource.id)!.urn, "judged");
        }
        return { seen, parts, prepared };
    }

    #note(urn: string, parent: string | undefined): void {
        if (parent) this.#parents.set(urn, parent);
    }

    /** What the nearest of our components above a resource states of it. */
    #partOf(child: string, resource: ResourceFacts): PartOf | undefined {
        let urn = this.#parents.get(child);
        for (let steps = 0; urn !== undefined && steps < DEEPEST; steps++) {
            const component = this.#components.get(urn);
            const part = component && partMadeAs(component, resource);
            if (part) return { part, component: { id: component.urn, name: component.name } };
            urn = this.#parents.get(urn);
        }
        return undefined;
    }

    #count(urn: string, seen: readonly Seen[], prepared: readonly Prepared[]): boolean {
        const hasSubjects = prepared.some(({ subjects }) => subjects.length > 0);
        const outcome = hasSubjects ? "judged" : seen.some(escapesJudgement) ? "escaped" : "neither";
        this.tally.count(urn, outcome);
        return hasSubjects;
    }
}

/** Properties of the AWS Cloud Control provider have other names than facts, and it plans none that are left out. */
function isNative({ type }: ResourceValidationArgs): boolean {
    return type.startsWith("aws-native:");
}

/** More steps than resources are nested: a ring of parents ends, too. */
const DEEPEST = 64;

/** Resources made ready to be judged. A pack is not told the account they are made in, but by what is there already. */
export function stackOf(resources: readonly ResourceFacts[]): readonly Prepared[] {
    return prepare({ resources, account: accountOfArns(resources) ?? UNKNOWN });
}
