import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { parseArn } from "./arn";
import { isNameInArn, secretOfVersion, secretsNamedIn } from "./secrets";
import type { ResourceFacts, Stack } from "./stack";

/** What gives a cluster users: `aws.msk.ScramSecretAssociation` or `aws.msk.SingleScramSecretAssociation`. */
export class Association {
    /** Where it stands in its resource. */
    readonly at: Path = [];
    #secrets: readonly ResourceFacts[] | undefined;

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    get region(): Known<string | undefined> {
        return this.stack.regionOf(this.resource);
    }

    /** True for the kind that owns the whole list of a cluster. */
    get ownsList(): boolean {
        return this.resource.kind === "scramSecretAssociation";
    }

    /** The input that names secrets. */
    get property(): "secretArnLists" | "secretArn" {
        return this.ownsList ? "secretArnLists" : "secretArn";
    }

    /** How a finding names it. */
    get name(): string {
        return this.resource.name ?? this.resource.id;
    }

    /** The ARNs of its secrets, each of which may be unknown; unknown when the list itself is. */
    get arns(): Known<readonly unknown[]> {
        const given = member(this.resource.values, this.property) ?? undefined;
        if (isUnknown(given)) return this.ownsList ? UNKNOWN : [UNKNOWN];
        if (Array.isArray(given)) return given;
        return given === undefined ? [] : [given];
    }

    /** Its known ARNs, each with its path. */
    get knownArns(): { readonly arn: string; readonly path: Path }[] {
        const { arns, property, ownsList } = this;
        if (isUnknown(arns)) return [];
        return arns.flatMap((arn, index) =>
            typeof arn === "string" ? [{ arn, path: ownsList ? [property, index] : [property] }] : [],
        );
    }

    /**
     * The secrets of the stack that it names: by their ARNs, and by its edges, which an ARN from a version of the
     * secret has too. More edges than unknown ARNs tell of no secret for sure: an output carries the edges of everything
     * that it was made of.
     */
    get secrets(): readonly ResourceFacts[] {
        this.#secrets ??= this.#findSecrets();
        return this.#secrets;
    }

    /** True when some of its secrets may be any: unknown ARNs whose edges do not tell. */
    get hasUntold(): boolean {
        const { arns } = this;
        if (isUnknown(arns)) return this.#referenced().length === 0;
        const unknown = arns.filter((arn) => typeof arn !== "string").length;
        return unknown > 0 && this.#referenced().length !== unknown;
    }

    get clusterArn(): unknown {
        return member(this.resource.values, "clusterArn") ?? undefined;
    }

    /** The cluster of the stack, provisioned or serverless; undefined where the stack does not tell. */
    get cluster(): ResourceFacts | undefined {
        const { stack, resource, clusterArn } = this;
        return (
            stack.joined(resource, "clusterArn", clusterArn, "cluster", "arn") ??
            stack.joined(resource, "clusterArn", clusterArn, "serverlessCluster", "arn")
        );
    }

    /** Whether another association is of the same cluster. */
    isOfSameCluster(other: Association): Known<boolean> {
        const [own, its] = [this.clusterArn, other.clusterArn];
        if (typeof own === "string" && typeof its === "string") return own === its;
        const [cluster, another] = [this.cluster, other.cluster];
        return cluster === undefined || another === undefined ? UNKNOWN : cluster.id === another.id;
    }

    #findSecrets(): ResourceFacts[] {
        const { stack, arns } = this;
        const known = isUnknown(arns) ? [] : arns.filter((arn) => typeof arn === "string");
        const named = known.flatMap((arn) =>
            secretsNamedIn(stack, arn).filter((secret) => isArnOf(stack, secret, arn)),
        );
        const referenced = this.#referenced().filter((secret) => !named.includes(secret));
        const room = isUnknown(arns) ? Number.POSITIVE_INFINITY : arns.length - known.length;
        return [...new Set(referenced.length <= room ? [...named, ...referenced] : named)];
    }

    /** The secrets that its edges lead to, over their versions too. */
    #referenced(): ResourceFacts[] {
        const { stack } = this;
        const found = (this.resource.references?.[this.property] ?? []).flatMap((id) => {
            const resource = stack.withId(id);
            if (resource?.kind === "secretVersion") return secretOfVersion(stack, resource) ?? [];
            return resource?.kind === "secret" ? [resource] : [];
        });
        return [...new Set(found)];
    }
}

/** Whether an ARN is that of a secret of the stack: by its ARN where that is known, else by its name and Region. */
export function isArnOf(stack: Stack, secret: ResourceFacts, text: string): boolean {
    const own = member(secret.values, "arn");
    if (typeof own === "string") return own === text;
    const arn = parseArn(text);
    const name = member(secret.values, "name");
    if (typeof name !== "string" || arn?.service !== "secretsmanager") return false;
    const region = stack.regionOf(secret);
    return (
        isNameInArn(arn.resource.replace(/^secret:/, ""), name) && (typeof region !== "string" || region === arn.region)
    );
}
