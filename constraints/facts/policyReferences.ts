import { UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { type Answer, allOf, anyOf } from "./answers";
import type { ResourceFacts, ResourceKind, Stack, UsedOutput } from "./stack";

/** What a value in a policy document is that is not known yet. */
export interface PolicyReference {
    /** It is one of these, or a list of them. */
    readonly outputs: readonly UsedOutput[];
    /** False where the source does not tell of the value itself, but of all that stands around it. */
    readonly isTold: boolean;
}

/** What stands at a path from the document inwards; undefined where nothing is known of it. */
export type ReferencesAt = (path: Path) => PolicyReference | undefined;

/**
 * What stands at a place of a document which is not known yet: by the outputs that the source tells, else by the only
 * resource that the whole property hangs on.
 */
export function referencesIn(stack: Stack, resource: ResourceFacts, at: Path): ReferencesAt {
    return (path) => {
        const told = stack.outputsAt(resource, [...at, ...path]);
        if (told.length > 0) return { outputs: told, isTold: true };
        if (resource.outputs !== undefined) return undefined;
        const edges = [...new Set(resource.references?.[String(at[0])] ?? [])];
        const only = edges.length === 1 ? stack.withId(edges[0]!) : undefined;
        return only && { outputs: [{ resource: only, output: undefined }], isTold: false };
    };
}

/**
 * Whether what a statement refers to is a resource, of which `made` are the resource itself and those that have its ARN
 * too. Another resource of its kind is not, nor is the ARN of one of another kind.
 */
export function refersTo(reference: PolicyReference | undefined, made: readonly ResourceFacts[]): Answer {
    if (reference === undefined || made.length === 0) return UNKNOWN;
    const answers = reference.outputs.map((one) => isArnOf(one, made));
    if (allOf(answers) === true) return true;
    return anyOf(answers) === false && reference.isTold ? false : UNKNOWN;
}

/** Outputs that are the ARN of their resource; that of a log group alone leaves out its streams. */
const ARNS: Partial<Record<ResourceKind, readonly string[]>> = {
    secret: ["arn", "id"],
    secretVersion: ["arn", "secretId", "secretArn"],
    key: ["arn"],
    logGroup: ["streamArns"],
};

/** Resources whose `arn` is that of another one. */
const BORROWING: ReadonlySet<ResourceKind> = new Set(["secretVersion", "secretPolicy", "singleScramSecretAssociation"]);

function isArnOf({ resource, output }: UsedOutput, made: readonly ResourceFacts[]): Answer {
    const arns = ARNS[resource.kind] ?? ["arn"];
    if (made.includes(resource)) return arns.includes(output ?? "arn") ? true : UNKNOWN;
    if (BORROWING.has(resource.kind)) return UNKNOWN;
    return resource.kind === made[0]!.kind || output === "arn" ? false : UNKNOWN;
}
