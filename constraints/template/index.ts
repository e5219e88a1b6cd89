import type { Constraint } from "../core/constraint";

/** What AWS documents about substitution templates. */
export const TEMPLATE_CONSTRAINTS: readonly Constraint[] = [];
