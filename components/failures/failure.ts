import type { Source } from "../../constraints/core/source";

/** What the engine wanted of a service when it failed. */
export type Operation = "create" | "update" | "delete";

/** Something that services are known to answer, and what is behind it. */
export interface KnownFailure {
    /** Type tokens of the resources at which it is known; without them at all. */
    readonly types?: readonly string[];
    readonly operations?: readonly Operation[];
    /** What the service says. */
    readonly says: RegExp;
    /** Probable causes, the most probable one first; each a sentence. */
    readonly causes: readonly string[];
    /** What to do about them, in sentences. */
    readonly remedy: string;
    readonly source: Source;
}
