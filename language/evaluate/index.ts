/**
 * AWS IoT SQL and substitution templates, evaluated. Not part of `language/index.ts`: who only reads or judges rules
 * need not load what it takes to evaluate them.
 */

export type { CompileProblem, CompileProblemCode, EvaluatedVersion } from "./compiler";
export {
    type CompiledStatement,
    type CompileOptions,
    type CompileResult,
    compileSql,
    type Outcome,
} from "./compileSql";
export {
    type CompiledTemplate,
    compileTemplate,
    type TemplateOptions,
    type TemplateOutcome,
} from "./compileTemplate";
export type { EvaluationContext, Fixtures, MqttProperties, Secrets } from "./context";
export {
    type ExplainedClause,
    type ExplainedExpression,
    type ExplainedStatement,
    type ExplainedTemplate,
    type ExplainTemplateOptions,
    type Explanation,
    explainSql,
    explainTemplate,
} from "./explain";
export type { EvaluationError, EvaluationErrorCode } from "./failure";
export { LIMITS } from "./limits";
export { Message } from "./message";
export { serialize, serializeBytes } from "./output";
export { problemText } from "./problemText";
export { FIXTURE_FUNCTIONS, readFixtures } from "./readFixtures";
export { secretVariablesOf } from "./secretValues";
export { type Kind, kindOf, type ObjectValue, type PlainObject, type Result, type Value } from "./value";
export type { Variables } from "./variables";
