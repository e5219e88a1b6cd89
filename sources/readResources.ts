import type { NotEvaluated, SourceProblem, SourceResource } from "./sourceDocument";

/** Resources of a document, and what of it is not judged. */
export interface ReadResources {
    readonly resources: readonly SourceResource[];
    readonly notEvaluated: readonly NotEvaluated[];
    /** What stands where something of another shape belongs. */
    readonly problems?: readonly SourceProblem[];
    /** By the name under which others import it: the ids of the resources behind it. */
    readonly exports?: ReadonlyMap<string, readonly string[]>;
}
