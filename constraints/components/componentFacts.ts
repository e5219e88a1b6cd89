import type { Path } from "../core/path";
import type { ResourceFacts } from "../facts/stack";

/** A resource that a component makes, as far as its arguments tell, and the way back to the arguments. */
export interface ComponentFacts {
    readonly resource: ResourceFacts;
    /** Which argument a path of the facts comes from; the enclosing one where something is missing. */
    argumentPath(path: Path): Path;
}
