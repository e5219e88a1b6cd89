/** AWS IoT SQL and substitution templates: text to tree, tree to text. */
export { format } from "./format";
export { MAXIMUM_NESTING, type ParseResult, parseSql, parseTemplate, type SyntaxProblem } from "./parse";
export type * from "./tree";
export { callsOf, childrenOf, sameTree, walk, wholeExpression } from "./walk";
