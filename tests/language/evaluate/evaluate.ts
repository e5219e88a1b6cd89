import assert from "node:assert/strict";
import { compileSql, type EvaluationContext, Message, type Outcome, serialize } from "../../../language/evaluate";

export interface Given {
    /** @default "{}" */
    readonly message?: string | Uint8Array;
    /** @default "2016-03-23" */
    readonly version?: string;
    readonly context?: EvaluationContext;
}

/** What a statement makes of a message. It must compile. */
export function evaluate(sql: string, { message = "{}", version, context }: Given = {}): Outcome {
    const compiled = compileSql(sql, { ...(version !== undefined && { version }) });
    assert.ok(compiled.ok, compiled.ok ? "" : `${sql}: ${JSON.stringify(compiled.problems)}`);
    return compiled.value.evaluate(new Message(message), context);
}

/** The document after SELECT as JSON; the empty text is Undefined. It must match. */
export function output(sql: string, given?: Given): string {
    const outcome = evaluate(sql, given);
    assert.ok(outcome.ok, outcome.ok ? "" : `${sql}: ${outcome.error.message}`);
    assert.ok(outcome.matched, `${sql} does not match`);
    return serialize(outcome.output);
}

/** The value of one expression as JSON, or the word Undefined. */
export function resultOf(expression: string, given?: Given): string {
    return output(`SELECT VALUE (${expression}) FROM 'a'`, given) || "Undefined";
}

/** Why an evaluation failed. It must. */
export function failureOf(sql: string, given?: Given): { readonly code: string; readonly message: string } {
    const outcome = evaluate(sql, given);
    assert.ok(!outcome.ok, `${sql} does not fail`);
    return outcome.error;
}

/** What is wrong with a text. It must not compile. */
export function problemsOf(sql: string, version = "2016-03-23"): string[] {
    const compiled = compileSql(sql, { version });
    assert.ok(!compiled.ok, `${sql} compiles`);
    return compiled.problems.map(({ code }) => code);
}
