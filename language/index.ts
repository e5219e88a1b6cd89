/** AWS IoT SQL and substitution templates: text to tree, tree to text. */
export { format } from "./format";
export { MAXIMUM_DEPTH, MAXIMUM_NESTING, type ParseResult, parseSql, parseTemplate } from "./parse";
export type { Mistake, SyntaxProblem } from "./problem";
export type * from "./tree";
export { callsOf, childrenOf, sameTree, walk, wholeExpression } from "./walk";
