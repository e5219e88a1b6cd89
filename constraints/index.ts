export { CATALOGUE } from "./catalogue";
export type {
    Configuration,
    ConstraintConfiguration,
    EnforcementLevel,
    Setting,
    Suppression,
} from "./core/configuration";
export { matchesGlob, settingOf } from "./core/configuration";
export type { Constraint, Example, Level, Severity } from "./core/constraint";
export { defineConstraint } from "./core/constraint";
export type { Finding, Judgement, OpenQuestion } from "./core/finding";
export { Judge } from "./core/judge";
export { isUnknown, type Known, UNKNOWN, type Unknown } from "./core/known";
export type { OptionSchema } from "./core/options";
export { formatPath, type Path } from "./core/path";
export { renderBody, renderFinding } from "./core/render";
export type { Source } from "./core/source";
export {
    type Undetermined,
    undetermined,
    type Verdict,
    type Verdicts,
    type Violation,
    violation,
} from "./core/verdict";
export type { ResourceFacts, ResourceKind, StackFacts } from "./facts/stack";
