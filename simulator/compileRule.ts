import {
    type CompiledStatement,
    type CompiledTemplate,
    type CompileProblem,
    compileSql,
    compileTemplate,
} from "../language/evaluate";
import type { ErrorAction, KafkaActionTexts, TopicRule } from "./topicRule";

/** A mistake in a text of a rule: AWS IoT would refuse it. */
export interface CompiledRuleProblem extends CompileProblem {
    /** Which text: `sql`, `actions[0].kafka.topic`. */
    readonly place: string;
}

/** A text of an action, and the same compiled. */
export interface ActionText {
    readonly text: string;
    readonly template: CompiledTemplate;
}

/** A Kafka action, its templates compiled. */
export interface CompiledAction {
    readonly topic: ActionText;
    readonly key?: ActionText;
    readonly partition?: ActionText;
    readonly headers: readonly { readonly key: string; readonly value: ActionText }[];
}

/** A rule that can be asked about any number of messages. */
export interface CompiledRule {
    readonly rule: TopicRule;
    readonly statement: CompiledStatement;
    readonly actions: readonly CompiledAction[];
    readonly errorAction?: { readonly action: string; readonly kafka?: CompiledAction };
}

/** A compiled rule, or everything that is wrong with its texts. */
export type CompiledRuleResult =
    | { readonly ok: true; readonly value: CompiledRule }
    | { readonly ok: false; readonly problems: readonly CompiledRuleProblem[] };

/** Compiles the statement of a rule and all templates of its Kafka actions. Never throws. */
export function compileRule(rule: TopicRule): CompiledRuleResult {
    const { sql, sqlVersion: version } = rule;
    const statement = compileSql(sql, { version });
    const problems: CompiledRuleProblem[] = statement.ok ? [] : at("sql", statement.problems);
    const variables = statement.ok ? statement.value.variables : [];
    const template = (text: string, place: string): ActionText | undefined => {
        const compiled = compileTemplate(text, { version, variables });
        if (compiled.ok) return { text, template: compiled.value };
        problems.push(...at(place, compiled.problems));
        return undefined;
    };
    const actions = rule.actions.map((action, index) => actionOf(action, `actions[${index}].kafka`, template));
    const errorAction = rule.errorAction && errorActionOf(rule.errorAction, template);
    if (!statement.ok || problems.length > 0) return { ok: false, problems };
    // Without a problem every template was compiled.
    return {
        ok: true,
        value: {
            rule,
            statement: statement.value,
            actions: actions as CompiledAction[],
            ...(errorAction ? { errorAction: errorAction as CompiledRule["errorAction"] & object } : {}),
        },
    };
}

type Compile = (text: string, place: string) => ActionText | undefined;

function actionOf({ topic, key, partition, headers }: KafkaActionTexts, place: string, template: Compile) {
    return {
        topic: template(topic, `${place}.topic`),
        ...(key === undefined ? {} : { key: template(key, `${place}.key`) }),
        ...(partition === undefined ? {} : { partition: template(partition, `${place}.partition`) }),
        headers: headers.map((header, index) => ({
            key: header.key,
            value: template(header.value, `${place}.headers[${index}].value`),
        })),
    };
}

function errorActionOf({ action, kafka }: ErrorAction, template: Compile) {
    return kafka === undefined ? { action } : { action, kafka: actionOf(kafka, "errorAction.kafka", template) };
}

function at(place: string, problems: readonly CompileProblem[]): CompiledRuleProblem[] {
    return problems.map((problem) => ({ place, ...problem }));
}
