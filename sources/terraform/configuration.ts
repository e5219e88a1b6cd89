import { isRecord, member } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import { keyBehind, type Narrowing, type Referred, withoutKeys } from "./instances";

/** A resource as the configuration of a plan writes it. */
interface Written {
    /** `module.network.` of the module that it is in, "" in the root. */
    readonly module: string;
    readonly expressions: unknown;
    readonly dependsOn: readonly string[];
    readonly provider: string | undefined;
}

/** What a resource hangs on. */
export interface Edges {
    /** By the name of the argument. */
    readonly references: Readonly<Record<string, readonly Referred[]>>;
    /** Addresses of resources without instance keys. */
    readonly dependencies: readonly string[];
    /** True where something is taken from a local value, whose own references a plan does not tell. */
    readonly isVague: boolean;
}

/** An output that a value of a resource is taken from. */
export interface TakenOutput extends Referred {
    /** From the resource to the expression, by the names of the arguments. */
    readonly path: Path;
    readonly attribute: string;
}

/** A resource that a reference leads to, and which of its attributes, where the reference tells. */
interface Target extends Referred {
    readonly attribute?: string;
}

/** The configuration that a plan was made from: who refers to whom, and which provider makes what. */
export class Configuration {
    readonly #resources = new Map<string, Written>();
    readonly #modules = new Map<string, unknown>();
    readonly #calls = new Map<string, unknown>();
    readonly #providers: unknown;
    readonly #variables: unknown;

    constructor(plan: unknown) {
        const configuration = member(plan, "configuration");
        this.#providers = member(configuration, "provider_config");
        this.#variables = member(plan, "variables");
        this.#addModule(member(configuration, "root_module"), "", 0);
    }

    /** What a resource hangs on; undefined where the plan does not say how it was written. */
    edgesOf(address: string): Edges | undefined {
        const written = this.#resources.get(address);
        if (written === undefined) return undefined;
        const references: Record<string, readonly Referred[]> = {};
        const search = new Search();
        if (isRecord(written.expressions)) {
            for (const [name, expression] of Object.entries(written.expressions)) {
                const found = this.#resolved(referencesIn(expression), written.module, search, address);
                if (found.length > 0) references[name] = found;
            }
        }
        const dependencies = [
            ...this.#addresses(written.dependsOn, written.module, search),
            ...this.#ofModules(written.module, search),
        ];
        return { references, dependencies, isVague: search.isVague };
    }

    /** The outputs that the values of a resource are taken from, as far as the plan tells. */
    outputsOf(address: string): TakenOutput[] {
        const written = this.#resources.get(address);
        if (written === undefined) return [];
        const search = new Search();
        return placedReferences(written.expressions).flatMap(({ path, references }) =>
            this.#resolved(references, written.module, search, address).flatMap(({ attribute, ...of }) =>
                attribute === undefined ? [] : [{ ...of, path, attribute }],
            ),
        );
    }

    /** The data source whose policy document an argument is, and nothing else; undefined where it is none. */
    documentBehind(address: string, argument: string): Referred | undefined {
        const written = this.#resources.get(address);
        const [reference, ...more] = mostExact(texts(member(member(written?.expressions, argument), "references")));
        const [, data] = /^(data\.aws_iam_policy_document\.[^.[]+).*\.(?:minified_)?json$/.exec(reference ?? "") ?? [];
        if (written === undefined || reference === undefined || data === undefined || more.length > 0) return undefined;
        const block = written.module + data;
        return { address: block, narrowings: narrowingOf(block, keyBehind(reference, 3), address) };
    }

    /** Of each block of a name the outputs that its arguments are made of, where every reference tells of one. */
    listsOf(address: string, block: string): ReadonlyMap<string, readonly TakenOutput[]>[] | undefined {
        const written = this.#resources.get(address);
        const blocks = member(written?.expressions, block);
        if (written === undefined || !Array.isArray(blocks)) return undefined;
        const search = new Search();
        const outputOf = (reference: string, path: Path): TakenOutput | undefined => {
            const [target, ...more] = this.#resolved([reference], written.module, search, address);
            if (target?.attribute === undefined || more.length > 0) return undefined;
            return { ...target, path, attribute: target.attribute };
        };
        return blocks.map((expressions: unknown, index) => {
            const entries = Object.entries(isRecord(expressions) ? expressions : {}).map(([name, expression]) => {
                const references = mostExact(texts(member(expression, "references")));
                const outputs = references.map((one) => outputOf(one, [block, index, name]));
                return [name, outputs.filter((one) => one !== undefined)] as const;
            });
            return new Map(entries);
        });
    }

    /** Whether an argument is written; undefined where the plan does not say how the resource was written. */
    gives(address: string, argument: string): boolean | undefined {
        const written = this.#resources.get(address);
        return written && isRecord(written.expressions) && Object.hasOwn(written.expressions, argument);
    }

    /** The Region of the provider of a resource; undefined where the plan does not tell. */
    regionOf(address: string): string | undefined {
        const { provider = "aws" } = this.#resources.get(address) ?? {};
        const region = member(member(member(this.#providers, provider), "expressions"), "region");
        const constant = member(region, "constant_value");
        if (typeof constant === "string") return constant;
        const [reference] = referencesIn(region);
        const variable = reference?.startsWith("var.") ? reference.slice("var.".length) : undefined;
        const value = variable === undefined ? undefined : member(member(this.#variables, variable), "value");
        return typeof value === "string" && value !== "" ? value : undefined;
    }

    #addModule(module: unknown, prefix: string, depth: number): void {
        if (!isRecord(module) || depth > 50) return;
        this.#modules.set(prefix, module);
        const resources = member(module, "resources");
        for (const resource of Array.isArray(resources) ? resources : []) {
            const address = member(resource, "address");
            const provider = member(resource, "provider_config_key");
            if (typeof address !== "string") continue;
            this.#resources.set(prefix + address, {
                module: prefix,
                expressions: member(resource, "expressions"),
                dependsOn: texts(member(resource, "depends_on")),
                provider: typeof provider === "string" ? provider : undefined,
            });
        }
        const calls = member(module, "module_calls");
        if (!isRecord(calls)) return;
        for (const [name, call] of Object.entries(calls)) {
            const inner = `${prefix}module.${name}.`;
            this.#calls.set(inner, call);
            this.#addModule(member(call, "module"), inner, depth + 1);
        }
    }

    #addresses(references: readonly string[], module: string, search: Search): string[] {
        return [...new Set(this.#resolved(references, module, search).map(({ address }) => address))];
    }

    /**
     * The resources behind references, which may lead through variables, outputs and data sources. They stand in a
     * block, a resource or the call of a module, of whose instances `each` and `count` tell.
     */
    #resolved(references: readonly string[], module: string, search: Search, block?: string): Target[] {
        const like = references.some((one) => /^(?:each\.|count\.index$)/.test(one)) ? block : undefined;
        return references.flatMap((reference) => this.#resolve(reference, module, search, like));
    }

    #resolve(reference: string, module: string, search: Search, like?: string): readonly Target[] {
        const [first = "", second = "", third = "", fourth = ""] = withoutKeys(reference).split(".");
        if (first === "local") {
            search.isVague = true;
            return [];
        }
        const narrowing = narrowingOf(`${module}${first}.${second}`, keyBehind(reference, 2), like);
        return search.once(`${module}|${reference}|${like}`, () => {
            if (first === "var") return this.#argument(second, module, search);
            if (first === "module") return within(this.#output(second, third, module, search), narrowing);
            if (first === "data") return this.#throughData(`${module}data.${second}.${third}`, fourth, search);
            const address = `${module}${first}.${second}`;
            if (!this.#resources.has(address)) return [];
            return within([third === "" ? { address } : { address, attribute: third }], narrowing);
        });
    }

    /** What the calls of a module, and of those around it, have to wait for. */
    #ofModules(module: string, search: Search): string[] {
        const call = this.#calls.get(module);
        if (call === undefined) return [];
        const caller = callerOf(module);
        const own = this.#addresses(texts(member(call, "depends_on")), caller, search);
        return [...own, ...this.#ofModules(caller, search)];
    }

    #argument(name: string, module: string, search: Search): readonly Target[] {
        const call = this.#calls.get(module);
        if (call === undefined) return [];
        const references = referencesIn(member(member(call, "expressions"), name));
        return this.#resolved(references, callerOf(module), search, module.slice(0, -1));
    }

    #output(name: string, output: string, module: string, search: Search): readonly Target[] {
        const inner = `${module}module.${name}.`;
        if (output === "") {
            const made = [...this.#resources.keys()].filter((address) => address.startsWith(inner));
            return made.map((address) => ({ address }));
        }
        const outputs = member(this.#modules.get(inner), "outputs");
        const given = member(outputs, output);
        const references = [...referencesIn(member(given, "expression")), ...texts(member(given, "depends_on"))];
        return this.#resolved(references, inner, search);
    }

    /** What a data source tells is another thing than what it was asked with, but for those of clusters. */
    #throughData(address: string, attribute: string, search: Search): readonly Target[] {
        const written = this.#resources.get(address);
        if (written === undefined) return [];
        const behind = this.#resolved(referencesIn(written.expressions), written.module, search);
        const isOfCluster = /(^|\.)data\.aws_msk_(bootstrap_brokers|cluster)\.[^.]+$/.test(address) && attribute !== "";
        return behind.map(({ attribute: _, ...of }) => (isOfCluster ? { ...of, attribute } : of));
    }
}

function narrowingOf(block: string, key: string | undefined, like: string | undefined): readonly Narrowing[] {
    if (key !== undefined) return [{ block, key }];
    return like === undefined ? [] : [{ block, like }];
}

function within(targets: readonly Target[], more: readonly Narrowing[]): readonly Target[] {
    if (more.length === 0) return targets;
    return targets.map((target) => ({ ...target, narrowings: [...(target.narrowings ?? []), ...more] }));
}

function callerOf(module: string): string {
    return module.replace(/module\.[^.]+\.$/, "");
}

/** What was followed already: references may lead in circles. */
class Search {
    isVague = false;
    readonly #found = new Map<string, readonly Target[]>();

    once(key: string, find: () => readonly Target[]): readonly Target[] {
        const known = this.#found.get(key);
        if (known) return known;
        this.#found.set(key, []);
        const found = find();
        this.#found.set(key, found);
        return found;
    }
}

/** Every reference in an expression, or in the blocks of one. */
function referencesIn(expression: unknown, depth = 0): string[] {
    if (depth > 32 || typeof expression !== "object" || expression === null) return [];
    if (Array.isArray(expression)) return expression.flatMap((inner) => referencesIn(inner, depth + 1));
    return Object.entries(expression).flatMap(([name, inner]) => {
        if (name === "references" && Array.isArray(inner) && inner.every((one) => typeof one === "string"))
            return mostExact(inner as string[]);
        return referencesIn(inner, depth + 1);
    });
}

interface PlacedReferences {
    readonly path: Path;
    readonly references: readonly string[];
}

/** The references of every expression in the arguments of a resource, with the path of the argument. */
function placedReferences(value: unknown, path: Path = []): PlacedReferences[] {
    if (path.length > 16 || typeof value !== "object" || value === null) return [];
    if (Array.isArray(value)) return value.flatMap((inner, index) => placedReferences(inner, [...path, index]));
    const own = member(value, "references");
    if (Array.isArray(own)) return [{ path, references: mostExact(texts(own)) }];
    return Object.entries(value).flatMap(([name, inner]) => placedReferences(inner, [...path, name]));
}

/** Terraform lists what a reference is a part of, too: `a.b.arn` and `a.b`; of outputs only the whole name leads on. */
function mostExact(references: readonly string[]): string[] {
    return references.filter(
        (one) =>
            !references.some((other) => other !== one && (other.startsWith(`${one}.`) || other.startsWith(`${one}[`))),
    );
}

function texts(value: unknown): string[] {
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
