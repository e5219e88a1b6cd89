import type { Constraint } from "../core/constraint";

/** What AWS documents about the VPC destination. */
export const DESTINATION_CONSTRAINTS: readonly Constraint[] = [];
