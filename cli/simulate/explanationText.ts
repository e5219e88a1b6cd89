import type { ExplainedExpression } from "../../language/evaluate";
import type { RuleExplanation, StatementExplanation } from "../../simulator";

/** Each expression of a rule with its value, or why it has none; and what the other SQL version makes of it. */
export function explanationText({ statement, templates }: RuleExplanation): string {
    const [own, ...others] = statement as [StatementExplanation, ...StatementExplanation[]];
    const ownLines = statementLines(own);
    return [
        `under ${own.version}:`,
        ...ownLines,
        ...others.flatMap((other) => {
            const lines = statementLines(other);
            const isSame = lines.join("\n") === ownLines.join("\n");
            return isSame ? [`under ${other.version} it comes to the same`] : [`under ${other.version}:`, ...lines];
        }),
        ...templates.flatMap(({ place, text, expressions }) => [
            `${place}: ${text}`,
            ...expressions.flatMap((expression) => expressionLines(expression, 1)),
        ]),
    ].join("\n");
}

function statementLines({ refused, clauses, error }: StatementExplanation): string[] {
    return [
        ...refused.map((reason) => `  is refused: ${reason}`),
        ...clauses.flatMap(({ clause, expression }) => [`  ${clause}`, ...expressionLines(expression, 2)]),
        ...(error === null ? [] : [`  fails: ${error.message}`]),
    ];
}

function expressionLines(
    { source, kind, value, isSecret, reason, parts }: ExplainedExpression,
    depth: number,
): string[] {
    const told = isSecret ? "hidden: it may show a secret" : (value ?? kind);
    const line = `${"  ".repeat(depth)}${source}  =  ${told}${reason === undefined ? "" : `, since ${reason}`}`;
    return [line, ...parts.flatMap((part) => expressionLines(part, depth + 1))];
}
