export { STAND_IN_ACCOUNT } from "./cloudformation/template";
export { MAXIMUM_LENGTH, readSource } from "./readSource";
export type {
    NotEvaluated,
    SourceDocument,
    SourceFile,
    SourceFormat,
    SourceProblem,
    SourceResource,
} from "./sourceDocument";
export { stackOfSources } from "./stackOfSources";
export type { Position } from "./text/position";
