import type { Constraint } from "../core/constraint";

/** What AWS documents about the get_secret calls in an action's texts. */
export const GET_SECRET_CONSTRAINTS: readonly Constraint[] = [];
