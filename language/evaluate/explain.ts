import { parseTemplate } from "../parse";
import type { Expression, Statement } from "../tree";
import { type CompileOptions, type CompileResult, compileWatched, type Outcome } from "./compileSql";
import { compileWatchedTemplate, type TemplateOptions, type TemplateOutcome } from "./compileTemplate";
import type { EvaluationContext } from "./context";
import type { Message } from "./message";
import { missingIn } from "./missing";
import { serialize } from "./output";
import { reasonOf } from "./reasons";
import { secretVariablesOf, showsSecret } from "./secretValues";
import { expressionsIn, type Trace, Tracer } from "./trace";
import { type Kind, kindOf } from "./value";
import type { Variables } from "./variables";

/** An expression with what came of it, and the same of the expressions within. */
export interface ExplainedExpression {
    /** Its text in the statement or template. */
    readonly source: string;
    /** First character, in UTF-16 units. */
    readonly offset: number;
    /** The character after the last. */
    readonly end: number;
    readonly kind: Kind;
    /**
     * The value as JSON; absent when it is Undefined, or may show a secret. Within a nested SELECT that of the first
     * element.
     */
    readonly value?: string;
    /** Set when the value is withheld, since get_secret is in it. */
    readonly isSecret?: true;
    /** Why it is Undefined, or failed. */
    readonly reason?: string;
    readonly isFailure?: true;
    /** Those that were evaluated. */
    readonly parts: readonly ExplainedExpression[];
}

/** One expression of a statement or template, and the place where it stands. */
export interface ExplainedClause {
    /** `SET @name`, `WHERE`, `SELECT`, or `template`. */
    readonly clause: string;
    readonly expression: ExplainedExpression;
}

export interface Explanation<Of> {
    readonly outcome: Of;
    /** In the order of the evaluation; clauses that were not reached are left out. */
    readonly clauses: readonly ExplainedClause[];
    /** The texts of the expressions whose missing value cost the result something. */
    readonly undefined: readonly string[];
}

/** A statement that is evaluated slower, and tells how it came to its result. */
export interface ExplainedStatement {
    explain(message: Message, context?: EvaluationContext): Explanation<Outcome>;
    /** The texts of the expressions whose missing value cost the result something, and no more. */
    undefinedIn(message: Message, context?: EvaluationContext): readonly string[];
}

/** As `compileSql`, to explain and not to be fast. */
export function explainSql(text: string, options: CompileOptions = {}): CompileResult<ExplainedStatement> {
    const tracer = new Tracer();
    const compiled = compileWatched(text, options, tracer.watch);
    if (!compiled.ok) return compiled;
    const { statement, evaluate } = compiled.value;
    const places = placesIn(statement);
    const secrets = secretVariablesOf(statement);
    const explain: ExplainedStatement["explain"] = (message, context) => {
        const trace = tracer.start();
        return explanation(text, evaluate(message, context), places, trace, secrets);
    };
    const undefinedIn: ExplainedStatement["undefinedIn"] = (message, context) => {
        const trace = tracer.start();
        evaluate(message, context);
        return missingTexts(text, places, trace);
    };
    return { ok: true, value: { explain, undefinedIn } };
}

export interface ExplainedTemplate {
    explain(message: Message, context?: EvaluationContext, variables?: Variables): Explanation<TemplateOutcome>;
    /** The texts of the expressions without a value, and no more. */
    undefinedIn(message: Message, context?: EvaluationContext, variables?: Variables): readonly string[];
}

export interface ExplainTemplateOptions extends TemplateOptions {
    /** Those of the variables whose values are withheld: `secretVariablesOf(statement)`. */
    readonly secretVariables?: readonly string[];
}

/** As `compileTemplate`, to explain and not to be fast. */
export function explainTemplate(text: string, options: ExplainTemplateOptions = {}): CompileResult<ExplainedTemplate> {
    const tracer = new Tracer();
    const compiled = compileWatchedTemplate(text, options, tracer.watch);
    const parsed = parseTemplate(text);
    if (!compiled.ok || !parsed.ok) return compiled as Extract<typeof compiled, { ok: false }>;
    const places = parsed.value.parts.flatMap((part): Place[] =>
        part.kind === "text" ? [] : [{ clause: "template", expression: part }],
    );
    const explain: ExplainedTemplate["explain"] = (message, context, variables) => {
        const trace = tracer.start();
        const outcome = compiled.value.evaluate(message, context, variables);
        return explanation(text, outcome, places, trace, options.secretVariables ?? []);
    };
    const undefinedIn: ExplainedTemplate["undefinedIn"] = (message, context, variables) => {
        const trace = tracer.start();
        compiled.value.evaluate(message, context, variables);
        return missingTexts(text, places, trace);
    };
    return { ok: true, value: { explain, undefinedIn } };
}

interface Place {
    readonly clause: string;
    readonly expression: Expression;
}

/** In the order in which they are evaluated. */
function placesIn({ set, where, select }: Statement): Place[] {
    return [
        ...set.map(({ name, expression }) => ({ clause: `SET @${name}`, expression })),
        ...(where ? [{ clause: "WHERE", expression: where }] : []),
        ...select.items.map(({ expression }) => ({ clause: "SELECT", expression })),
    ];
}

function explanation<Of>(
    text: string,
    outcome: Of,
    places: readonly Place[],
    trace: Trace,
    secrets: readonly string[],
): Explanation<Of> {
    const sourceOf = sourcesIn(text);
    const reached = places.filter(({ expression }) => trace.has(expression));

    const explained = (node: Expression): ExplainedExpression => {
        const { value, failure } = trace.get(node)!;
        const parts = expressionsIn(node).filter((part) => trace.has(part));
        const { offset, end } = node;
        const told = { source: sourceOf(node), offset, end, kind: kindOf(value), parts: parts.map(explained) };
        if (failure !== undefined) return { ...told, reason: failure, isFailure: true };
        if (value === undefined) return { ...told, reason: reasonOf(node, trace, sourceOf) };
        return showsSecret(node, secrets) ? { ...told, isSecret: true } : { ...told, value: serialize(value) };
    };

    return {
        outcome,
        clauses: reached.map(({ clause, expression }) => ({ clause, expression: explained(expression) })),
        undefined: missingTexts(text, places, trace),
    };
}

function missingTexts(text: string, places: readonly Place[], trace: Trace): string[] {
    const missing = places.flatMap(({ expression }) => missingIn(expression, trace));
    return [...new Set(missing.map(sourcesIn(text)))];
}

function sourcesIn(text: string): (node: Expression) => string {
    return (node) => text.slice(node.offset, node.end).trim();
}
