import type { NotEvaluated, SourceResource } from "./sourceDocument";

/** Resources of a document, and what of it is not judged. */
export interface ReadResources {
    readonly resources: readonly SourceResource[];
    readonly notEvaluated: readonly NotEvaluated[];
}
