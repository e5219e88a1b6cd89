import type { Constraint } from "../core/constraint";

/** What AWS documents about the rule around the action: its name, its SQL, its error action. */
export const TOPIC_RULE_CONSTRAINTS: readonly Constraint[] = [];
