import {
    type EvaluationContext,
    type EvaluationError,
    type ExplainedClause,
    type ExplainedExpression,
    explainSql,
    explainTemplate,
    Message,
    problemText,
    secretVariablesOf,
} from "../language/evaluate";
import type { ActionText, CompiledRule } from "./compileRule";
import { withoutSecrets } from "./secretTexts";

/** How the statement of a rule comes to its result under one SQL version. */
export interface StatementExplanation {
    readonly version: string;
    /** Why AWS IoT would refuse the statement under this version; empty where it takes it. */
    readonly refused: readonly string[];
    /** In the order of the evaluation; clauses that were not reached are left out. */
    readonly clauses: readonly ExplainedClause[];
    /** Why the evaluation failed. */
    readonly error: EvaluationError | null;
}

/** How one text of an action is filled in. */
export interface TemplateExplanation {
    /** `actions[0].kafka.key` */
    readonly place: string;
    readonly text: string;
    readonly expressions: readonly ExplainedExpression[];
}

/** Each expression of a rule with its value, or the reason why it has none. */
export interface RuleExplanation {
    /** Under the version of the rule, and then under the other, which may come to something else. */
    readonly statement: readonly StatementExplanation[];
    /** Texts without a template are left out. */
    readonly templates: readonly TemplateExplanation[];
}

const VERSIONS = ["2015-10-08", "2016-03-23"] as const;

/** Explains what a rule makes of a message, whether or not it would be asked about it. Repeats no secret. */
export function explainRule(
    compiled: CompiledRule,
    payload: string | Uint8Array,
    context: EvaluationContext,
): RuleExplanation {
    const { rule, statement } = compiled;
    const message = new Message(payload);
    const others = VERSIONS.filter((version) => version !== statement.version);
    const explanation: RuleExplanation = {
        statement: [statement.version, ...others].map((version) => ofStatement(rule.sql, version, message, context)),
        templates: ofTemplates(compiled, message, context),
    };
    const { secrets } = context;
    return secrets === undefined ? explanation : mapTexts(explanation, (text) => withoutSecrets(text, secrets));
}

function ofStatement(sql: string, version: string, message: Message, context: EvaluationContext): StatementExplanation {
    const explained = explainSql(sql, { version });
    if (!explained.ok) return { version, refused: explained.problems.map(problemText), clauses: [], error: null };
    const { clauses, outcome } = explained.value.explain(message, context);
    return { version, refused: [], clauses, error: outcome.ok ? null : outcome.error };
}

function ofTemplates(compiled: CompiledRule, message: Message, context: EvaluationContext): TemplateExplanation[] {
    const { variables, version, statement } = compiled.statement;
    const outcome = compiled.statement.evaluate(message, context);
    const values = outcome.ok && outcome.matched ? outcome.variables : [];
    const secretVariables = secretVariablesOf(statement);
    const explain = ({ text }: ActionText, place: string): TemplateExplanation[] => {
        const explained = explainTemplate(text, { version, variables, secretVariables });
        const { clauses } = explained.ok ? explained.value.explain(message, context, values) : { clauses: [] };
        const expressions = clauses.map(({ expression }) => expression);
        return expressions.length === 0 ? [] : [{ place, text, expressions }];
    };
    return compiled.actions.flatMap(({ topic, key, partition, headers }, index) => {
        const place = `actions[${index}].kafka`;
        return [
            ...explain(topic, `${place}.topic`),
            ...(key === undefined ? [] : explain(key, `${place}.key`)),
            ...(partition === undefined ? [] : explain(partition, `${place}.partition`)),
            ...headers.flatMap(({ value }, at) => explain(value, `${place}.headers[${at}].value`)),
        ];
    });
}

/** The same with every text in it changed. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
    if (typeof value === "string") return change(value) as T;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((element) => mapTexts(element, change)) as T;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change)])) as T;
}
