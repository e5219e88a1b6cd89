export { MAXIMUM_NESTING, type ParseResult, parseSql, parseTemplate, type SyntaxProblem } from "./parse";
export type * from "./tree";
export { callsOf, sameTree, walk, wholeExpression } from "./walk";
