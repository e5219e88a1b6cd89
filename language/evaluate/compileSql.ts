import { type ParseResult, parseSql } from "../parse";
import type { Node, Statement } from "../tree";
import { compileExpression } from "./compileExpression";
import { type CompileProblem, type Compiler, type EvaluatedVersion, problemAt, versionOf } from "./compiler";
import { compileSelect } from "./compileSelect";
import type { EvaluationContext } from "./context";
import { type EvaluationError, errorOf } from "./failure";
import type { Message } from "./message";
import type { Evaluator, Run } from "./run";
import { startRun } from "./startRun";
import type { Result } from "./value";
import { checkVariables, type Variables } from "./variables";

export interface CompileOptions {
    /** `2015-10-08`, `2016-03-23` or `beta`. @default "2016-03-23" */
    readonly version?: string;
}

/** Something compiled, or everything that is wrong with its text. */
export type CompileResult<T> =
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly problems: readonly CompileProblem[] };

/** What a statement makes of a message. */
export type Outcome =
    | {
          readonly ok: true;
          readonly matched: true;
          /** The document after SELECT; Undefined when SELECT VALUE had no value. */
          readonly output: Result;
          readonly variables: Variables;
          /** True when nothing without a value was left out of the output. */
          readonly isComplete: boolean;
      }
    /** WHERE was not true. */
    | { readonly ok: true; readonly matched: false; readonly isComplete: boolean }
    | { readonly ok: false; readonly error: EvaluationError };

/** A statement that can be evaluated for any number of messages. */
export interface CompiledStatement {
    readonly statement: Statement;
    readonly version: EvaluatedVersion;
    /** Of the SET clause, without `@`: what `compileTemplate` needs to know. */
    readonly variables: readonly string[];
    /** Never throws and never changes the message. Whether the topic matches FROM is not asked here. */
    evaluate(message: Message, context?: EvaluationContext): Outcome;
}

/**
 * Compiles a statement into closures; AWS IoT would refuse the rule of one that cannot be compiled. Never throws.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-reference.html
 */
export function compileSql(text: string, options: CompileOptions = {}): CompileResult<CompiledStatement> {
    return compileWatched(text, options);
}

/** As `compileSql`, with somebody who sees every value. */
export function compileWatched(
    text: string,
    options: CompileOptions,
    watch?: (node: Node, evaluator: Evaluator) => Evaluator,
): CompileResult<CompiledStatement> {
    const given = options.version ?? "2016-03-23";
    const version = versionOf(given);
    if (version === undefined) return unknownVersion(given);
    const parsed = parseSql(text);
    if (!parsed.ok) return syntax(parsed);
    const statement = parsed.value;
    const compiler: Compiler = {
        text,
        version,
        versionText: given,
        keepsWhole: version === "2015-10-08",
        isTemplate: false,
        variables: [],
        problems: [],
        ...(watch && { watch }),
    };
    const set = compileSet(statement, compiler);
    const where = statement.where && compileExpression(statement.where, compiler, false);
    const select = compileSelect(statement.select, compiler, false);
    if (compiler.problems.length > 0) return { ok: false, problems: compiler.problems };
    const evaluate = evaluation(compiler, set, where, select);
    return { ok: true, value: { statement, version, variables: compiler.variables, evaluate } };
}

/** Each sees the variables before it. */
function compileSet({ set }: Statement, compiler: Compiler): Evaluator[] {
    return set.map((assignment) => {
        const evaluator = compileExpression(assignment.expression, compiler, false);
        if (compiler.variables.includes(assignment.name)) {
            const message = `@${assignment.name} is assigned a second time`;
            problemAt(compiler, assignment, "variable-assigned-twice", message, "Give it another name.");
        }
        compiler.variables.push(assignment.name);
        return evaluator;
    });
}

function evaluation(
    compiler: Compiler,
    set: readonly Evaluator[],
    where: Evaluator | undefined,
    select: Evaluator,
): CompiledStatement["evaluate"] {
    return (message, context = {}) => {
        try {
            const { run, root } = startRun(message, context, compiler, []);
            for (const variable of set) run.variables.push(variable(root, run));
            if (set.length > 0) checkVariables(compiler.variables, run.variables);
            if (where !== undefined && where(root, run) !== true) return notMatched(run);
            const output = select(root, run);
            return { ok: true, matched: true, output, variables: run.variables, isComplete: run.isComplete };
        } catch (thrown) {
            return { ok: false, error: errorOf(thrown) };
        }
    };
}

function notMatched({ isComplete }: Run): Outcome {
    return { ok: true, matched: false, isComplete };
}

export function unknownVersion(given: string): { readonly ok: false; readonly problems: readonly CompileProblem[] } {
    const message = `there is no SQL version ${JSON.stringify(given.slice(0, 40))}`;
    const help = "The versions are 2016-03-23, 2015-10-08 and beta.";
    return { ok: false, problems: [{ code: "unknown-version", message, help, offset: 0, line: 1, column: 1 }] };
}

export function syntax({ error }: Extract<ParseResult<unknown>, { ok: false }>): {
    readonly ok: false;
    readonly problems: readonly CompileProblem[];
} {
    const { message, help, offset, line, column } = error;
    return { ok: false, problems: [{ code: "syntax", message, ...(help && { help }), offset, line, column }] };
}
