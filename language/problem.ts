/**
 * What kind of mistake made a text unreadable, so that a caller can tell them apart without reading messages. `other`
 * is anything that people do not do often enough to have a name.
 */
export type Mistake =
    | "alias"
    | "case"
    | "cast"
    | "character"
    | "comment"
    | "empty-statement"
    | "empty-template"
    | "missing-comma"
    | "misspelt-word"
    | "name"
    | "nested-select"
    | "nested-template"
    | "number"
    | "object-key"
    | "operator"
    | "other"
    | "per-element-sequence"
    | "quote-in-text"
    | "second-statement"
    | "select-missing"
    | "semicolon"
    | "set-clause"
    | "set-variable"
    | "too-deep"
    | "topic-filter"
    | "trailing-comma"
    | "unclosed-bracket"
    | "unclosed-text"
    | "unopened-bracket"
    | "unsupported-clause";

/** Why a text cannot be parsed, where, and what to do. */
export interface SyntaxProblem {
    readonly mistake: Mistake;
    /**
     * What was expected and what was found, as the end of a sentence. It may show a few characters of the text: for a
     * text that may hold a secret use `safeMessage`.
     */
    readonly message: string;
    /** The same without any character of the text. */
    readonly safeMessage: string;
    /** What to write instead, as a sentence without any character of the text; absent where there is no good guess. */
    readonly help?: string;
    /** First character concerned, in UTF-16 units: where an unclosed quote, bracket or template opens. */
    readonly offset: number;
    /** Line of that character, from 1. */
    readonly line: number;
    /** Column of that character, from 1. */
    readonly column: number;
}
