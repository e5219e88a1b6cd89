import type { Path } from "../../constraints/core/path";
import type { Position } from "./position";

/** Something about a place in a text. */
export interface TextProblem extends Position {
    /** A sentence. */
    readonly message: string;
}

/** A text as plain values, with the places of its parts. */
export interface Located {
    readonly value: unknown;
    /** Where the value at a path stands, or, `inName`, the name before it; where that is missing, what encloses it. */
    locate(path: Path, inName?: boolean): Position;
    /** Names that an object has twice, of which readers silently drop the first, and lines that cannot be read. */
    readonly repeated: readonly TextProblem[];
}

/** Deeper nesting is refused rather than followed until the stack is full. */
export const MAXIMUM_DEPTH = 200;
