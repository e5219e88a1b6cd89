import { parseTemplate } from "../parse";
import type { Node, Template } from "../tree";
import { compileExpression } from "./compileExpression";
import { type Compiler, versionOf } from "./compiler";
import { type CompileOptions, type CompileResult, syntax, unknownVersion } from "./compileSql";
import type { EvaluationContext } from "./context";
import { type EvaluationError, errorOf } from "./failure";
import type { Message } from "./message";
import { serialize } from "./output";
import type { Evaluator } from "./run";
import { startRun } from "./startRun";
import type { Result } from "./value";
import type { Variables } from "./variables";

export interface TemplateOptions extends CompileOptions {
    /** The names that the SET clause of the rule's statement assigns: `CompiledStatement.variables`. */
    readonly variables?: readonly string[];
}

export type TemplateOutcome =
    /** `isComplete`: whether every expression had a value. */
    | { readonly ok: true; readonly text: string; readonly isComplete: boolean }
    | { readonly ok: false; readonly error: EvaluationError };

/** A value with substitution templates in it, to be evaluated for any number of messages. */
export interface CompiledTemplate {
    readonly template: Template;
    /** False for a plain text, which is the same for every message. */
    readonly hasExpressions: boolean;
    /**
     * Over the original message: what SELECT names with AS is not seen. An expression without a value becomes the
     * empty text. Never throws. `variables` are those of the statement's outcome, in the same order as the names.
     */
    evaluate(message: Message, context?: EvaluationContext, variables?: Variables): TemplateOutcome;
}

/** https://docs.aws.amazon.com/iot/latest/developerguide/iot-substitution-templates.html */
export function compileTemplate(text: string, options: TemplateOptions = {}): CompileResult<CompiledTemplate> {
    return compileWatchedTemplate(text, options);
}

/** As `compileTemplate`, with somebody who sees every value. */
export function compileWatchedTemplate(
    text: string,
    options: TemplateOptions,
    watch?: (node: Node, evaluator: Evaluator) => Evaluator,
): CompileResult<CompiledTemplate> {
    const given = options.version ?? "2016-03-23";
    const version = versionOf(given);
    if (version === undefined) return unknownVersion(given);
    const parsed = parseTemplate(text);
    if (!parsed.ok) return syntax(parsed);
    const compiler: Compiler = {
        text,
        version,
        versionText: given,
        keepsWhole: version === "2015-10-08",
        isTemplate: true,
        variables: [...(options.variables ?? [])],
        problems: [],
        ...(watch && { watch }),
    };
    const template = parsed.value;
    const parts = template.parts.map((part) =>
        part.kind === "text" ? part.text : compileExpression(part, compiler, false),
    );
    if (compiler.problems.length > 0) return { ok: false, problems: compiler.problems };
    const hasExpressions = parts.some((part) => typeof part !== "string");
    return { ok: true, value: { template, hasExpressions, evaluate: evaluation(compiler, parts) } };
}

function evaluation(compiler: Compiler, parts: readonly (string | Evaluator)[]): CompiledTemplate["evaluate"] {
    return (message, context = {}, variables = []) => {
        try {
            const { run, root } = startRun(message, context, compiler, [...variables] as Result[]);
            let text = "";
            for (const part of parts) {
                const value = typeof part === "string" ? part : part(root, run);
                if (value === undefined) run.isComplete = false;
                text += typeof value === "string" ? value : serialize(value);
            }
            return { ok: true, text, isComplete: run.isComplete };
        } catch (thrown) {
            return { ok: false, error: errorOf(thrown) };
        }
    };
}
