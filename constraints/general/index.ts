import type { Constraint } from "../core/constraint";

/** What AWS documents about every resource that is judged. */
export const GENERAL_CONSTRAINTS: readonly Constraint[] = [];
