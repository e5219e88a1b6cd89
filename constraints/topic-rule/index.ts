import type { Constraint } from "../core/constraint";
import { ruleName } from "./rule-name";
import { sqlSyntax } from "./sql-syntax";
import { sqlVersion } from "./sql-version";

/** What AWS documents about the rule around the action: its name, its SQL, its error action. */
export const TOPIC_RULE_CONSTRAINTS: readonly Constraint[] = [ruleName, sqlSyntax, sqlVersion];
