import type { Constraint } from "../core/constraint";
import { brokenInterpolation } from "./broken-interpolation";
import { documentationPlaceholder } from "./documentation-placeholder";

/** What AWS documents about every resource that is judged. */
export const GENERAL_CONSTRAINTS: readonly Constraint[] = [brokenInterpolation, documentationPlaceholder];
