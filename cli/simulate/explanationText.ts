import {
    type EvaluationContext,
    type ExplainedExpression,
    explainSql,
    explainTemplate,
    Message,
    secretVariablesOf,
} from "../../language/evaluate";
import { type ActionText, type CompiledRule, withoutSecrets } from "../../simulator";

const VERSIONS = ["2015-10-08", "2016-03-23"] as const;

/** Each expression of a rule with its value, or why it has none; and what the other SQL version makes of it. */
export function explanationText(compiled: CompiledRule, payload: Uint8Array, context: EvaluationContext): string {
    const { rule, statement } = compiled;
    const message = new Message(payload);
    const own = sqlLines(rule.sql, statement.version, message, context);
    const others = VERSIONS.filter((version) => version !== statement.version).map((version) => {
        const lines = sqlLines(rule.sql, version, message, context);
        return lines.join("\n") === own.join("\n")
            ? `under ${version} it comes to the same`
            : [`under ${version}:`, ...lines].join("\n");
    });
    const lines = [`under ${statement.version}:`, ...own, ...others, ...templateLines(compiled, message, context)];
    return withoutSecrets(lines.join("\n"), context.secrets);
}

function sqlLines(sql: string, version: string, message: Message, context: EvaluationContext): string[] {
    const explained = explainSql(sql, { version });
    if (!explained.ok) return explained.problems.map((problem) => `  is refused: ${problem.message}`);
    const { clauses, outcome } = explained.value.explain(message, context);
    const lines = clauses.flatMap(({ clause, expression }) => [`  ${clause}`, ...expressionLines(expression, 2)]);
    return outcome.ok ? lines : [...lines, `  fails: ${outcome.error.message}`];
}

function templateLines(compiled: CompiledRule, message: Message, context: EvaluationContext): string[] {
    const { variables, version, statement } = compiled.statement;
    const outcome = compiled.statement.evaluate(message, context);
    const values = outcome.ok && outcome.matched ? outcome.variables : [];
    const secretVariables = secretVariablesOf(statement);
    const lines = ({ text }: ActionText, place: string): string[] => {
        const explained = explainTemplate(text, { version, variables, secretVariables });
        if (!explained.ok) return [];
        const { clauses } = explained.value.explain(message, context, values);
        return clauses.length === 0
            ? []
            : [`${place}: ${text}`, ...clauses.flatMap(({ expression }) => expressionLines(expression, 1))];
    };
    return compiled.actions.flatMap(({ topic, key, partition, headers }, index) => [
        ...lines(topic, `actions[${index}] topic`),
        ...(key === undefined ? [] : lines(key, `actions[${index}] key`)),
        ...(partition === undefined ? [] : lines(partition, `actions[${index}] partition`)),
        ...headers.flatMap((header) => lines(header.value, `actions[${index}] header ${header.key}`)),
    ]);
}

function expressionLines(
    { source, kind, value, isSecret, reason, parts }: ExplainedExpression,
    depth: number,
): string[] {
    const told = isSecret ? "hidden: it may show a secret" : (value ?? kind);
    const line = `${"  ".repeat(depth)}${source}  =  ${told}${reason === undefined ? "" : `, since ${reason}`}`;
    return [line, ...parts.flatMap((part) => expressionLines(part, depth + 1))];
}
