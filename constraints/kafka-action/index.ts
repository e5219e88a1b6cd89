import type { Constraint } from "../core/constraint";
import { acksValue } from "./acks-value";

/** What AWS documents about the action's own fields and its client properties. */
export const KAFKA_ACTION_CONSTRAINTS: readonly Constraint[] = [acksValue];
