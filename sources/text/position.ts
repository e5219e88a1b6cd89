/** A place in a text: line and column from 1. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
