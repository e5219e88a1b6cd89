import type { NotEvaluated, SourceResource } from "./sourceDocument";

/** Resources of a document, and what of it is not judged. */
export interface ReadResources {
    readonly resources: readonly SourceResource[];
    readonly notEvaluated: readonly NotEvaluated[];
    /** By the name under which others import it: the ids of the resources behind it. */
    readonly exports?: ReadonlyMap<string, readonly string[]>;
}
