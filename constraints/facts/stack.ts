import { type Facts, type Known, member } from "../core/known";
import type { Path } from "../core/path";

/**
 * What a resource is. Names follow @pulumi/aws; whatever file the facts come from, they are brought to this form.
 */
export type ResourceKind =
    | "topicRule"
    | "destination"
    | "role"
    | "rolePolicy"
    | "rolePolicyAttachment"
    | "policy"
    | "securityGroup"
    | "securityGroupRule"
    | "securityGroupIngressRule"
    | "securityGroupEgressRule"
    | "vpc"
    | "subnet"
    | "zone"
    | "record"
    | "secret"
    | "secretVersion"
    | "secretPolicy"
    | "key"
    | "cluster"
    | "serverlessCluster"
    | "configuration"
    | "topic"
    | "clusterPolicy"
    | "scramSecretAssociation"
    | "singleScramSecretAssociation"
    | "policyAttachment"
    | "rolePolicyAttachmentsExclusive"
    | "keyPolicy"
    | "keyAlias"
    | "networkAcl"
    | "networkAclRule"
    | "networkAclAssociation"
    | "routeTable"
    | "route"
    | "routeTableAssociation"
    | "mainRouteTableAssociation"
    | "routePropagation"
    | "natGateway"
    | "internetGateway"
    | "elasticAddress"
    | "elasticAddressAssociation"
    | "zoneAssociation"
    | "metricAlarm"
    | "logGroup"
    | "loggingOptions"
    | "lambdaFunction"
    | "lambdaPermission";

/** One resource in the common form: spelled as its inputs are in @pulumi/aws, with unknown leaves marked. */
export interface ResourceFacts {
    readonly kind: ResourceKind;
    /** How findings name it: a URN, a logical ID, an address, a file. Unique in its stack. */
    readonly id: string;
    /** The name that the program gives it; not the name AWS will know. */
    readonly name?: string;
    readonly values: Facts;
    /** The Region it is made in, where its source tells. */
    readonly region?: Known<string | undefined>;
    /** For each property the ids of the resources that it hangs on, known even where the value is not. */
    readonly references?: Readonly<Record<string, readonly string[]>>;
    /** Ids of all resources that must be there before this one. */
    readonly dependencies?: readonly string[];
    /** Values that are not known yet, but of which it is known which outputs they are made of. */
    readonly outputs?: readonly OutputUse[];
    /** Members that nobody wrote, whose values are those that AWS takes then. */
    readonly assumed?: readonly string[];
    /**
     * What its program gives, where its source tells that apart from outputs: names, and texts of paths for members of
     * those. Any other value that is not known is one that AWS will fill in.
     */
    readonly written?: ReadonlySet<string>;
}

/** That a value, or something in it, is an output of another resource, whatever its value will be. */
export interface OutputUse {
    /** Where it stands in the values. */
    readonly path: Path;
    /** The id of the resource that it is an output of. */
    readonly of: string;
    /** The name of the output, as @pulumi/aws has it; undefined where the source does not tell. */
    readonly output?: string;
}

/** An output of a resource of the stack. */
export interface UsedOutput {
    readonly resource: ResourceFacts;
    /** Undefined where the source does not tell. */
    readonly output: string | undefined;
}

/** Everything that is judged together. */
export interface StackFacts {
    readonly resources: readonly ResourceFacts[];
    /** The Region of resources that name none themselves. */
    readonly region?: Known<string | undefined>;
    /** The account they are made in. */
    readonly account?: Known<string | undefined>;
}

/** A stack with its resources by kind and id, for constraints that join several. */
export class Stack {
    readonly #byKind = new Map<ResourceKind, ResourceFacts[]>();
    readonly #byId = new Map<string, ResourceFacts>();
    readonly #byOutput = new Map<string, Map<string, ResourceFacts>>();

    constructor(readonly facts: StackFacts) {
        for (const resource of facts.resources) {
            this.#byId.set(resource.id, resource);
            const sameKind = this.#byKind.get(resource.kind);
            if (sameKind) sameKind.push(resource);
            else this.#byKind.set(resource.kind, [resource]);
        }
    }

    ofKind(kind: ResourceKind): readonly ResourceFacts[] {
        return this.#byKind.get(kind) ?? [];
    }

    withId(id: string): ResourceFacts | undefined {
        return this.#byId.get(id);
    }

    /** The effective Region: the resource's own argument, else what its source says, else the stack's. */
    regionOf(resource: ResourceFacts): Known<string | undefined> {
        const own = member(resource.values, "region");
        if (typeof own === "string" && own !== "") return own;
        if (typeof own === "symbol") return own as Known<string>;
        return resource.region ?? this.facts.region;
    }

    /**
     * The resource of that kind whose output stands in `property`: by the value of its `output` where both are known,
     * else by the edge that the property has. Undefined when the stack does not tell.
     */
    joined(
        from: ResourceFacts,
        property: string,
        value: unknown,
        kind: ResourceKind,
        output: string,
    ): ResourceFacts | undefined {
        const same = typeof value === "string" ? this.withOutput(kind, output, value) : undefined;
        if (same) return same;
        const referenced = this.#behind(from, property, kind);
        return referenced.length === 1 ? referenced[0] : undefined;
    }

    /** The first resource of a kind whose output is known and has this value: found at once, however many there are. */
    withOutput(kind: ResourceKind, output: string, value: string): ResourceFacts | undefined {
        const key = `${kind} ${output}`;
        let index = this.#byOutput.get(key);
        if (index === undefined) {
            index = new Map();
            for (const resource of this.ofKind(kind)) {
                const own = member(resource.values, output);
                if (typeof own === "string" && !index.has(own)) index.set(own, resource);
            }
            this.#byOutput.set(key, index);
        }
        return index.get(value);
    }

    /** The resources of a kind that a property hangs on, each once. */
    #behind(from: ResourceFacts, property: string, kind: ResourceKind): ResourceFacts[] {
        return [...new Set(from.references?.[property] ?? [])].flatMap((id) => {
            const resource = this.withId(id);
            return resource?.kind === kind ? [resource] : [];
        });
    }

    /** The outputs that a value which is not known yet is made of, as far as its source tells. */
    outputsAt({ outputs = [] }: ResourceFacts, path: Path): UsedOutput[] {
        return outputs
            .filter(({ path: at }) => at.length <= path.length && at.every((segment, index) => segment === path[index]))
            .flatMap(({ of, output }) => {
                const resource = this.withId(of);
                return resource === undefined ? [] : [{ resource, output }];
            });
    }

    /** The resources of a kind that a property refers to: by their ids among its values, or by its edges. */
    referenced(from: ResourceFacts, property: string, values: readonly unknown[], kind: ResourceKind): ResourceFacts[] {
        const edges = from.references?.[property] ?? [];
        return this.ofKind(kind).filter(({ id, values: own }) => {
            const output = member(own, "id");
            return edges.includes(id) || (typeof output === "string" && values.includes(output));
        });
    }

    /**
     * The ids of everything that must be there before a resource, over any number of steps; undefined where the
     * stack's source does not tell.
     */
    allDependencies(resource: ResourceFacts): ReadonlySet<string> | undefined {
        if (resource.dependencies === undefined && resource.references === undefined) return undefined;
        const found = new Set<string>();
        const open = [resource];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            for (const id of [...(next.dependencies ?? []), ...Object.values(next.references ?? {}).flat()]) {
                if (found.has(id)) continue;
                found.add(id);
                const dependency = this.withId(id);
                if (dependency) open.push(dependency);
            }
        }
        return found;
    }
}
