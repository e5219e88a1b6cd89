import { hasUnknown } from "../core/known";
import { jsonSize } from "../facts/jsonSize";
import type { TopicRule } from "../facts/topicRule";

interface PayloadSize {
    readonly bytes: number;
    readonly complete: boolean;
}

/** Two constraints ask about the same rule. */
const measured = new WeakMap<TopicRule, PayloadSize>();

/** The least size of the rule's payload in bytes, as the AWS API gets it, and whether all of it is known. */
export function payloadSize(rule: TopicRule): PayloadSize {
    const known = measured.get(rule) ?? measure(rule);
    measured.set(rule, known);
    return known;
}

function measure(rule: TopicRule): PayloadSize {
    const { actions, complete } = rule.actions;
    const payload = {
        sql: rule.value("sql"),
        description: rule.value("description"),
        actions: actions.map(({ kind, values }) => ({ [kind]: values })),
        ruleDisabled: rule.value("enabled") === false,
        awsIotSqlVersion: rule.value("sqlVersion"),
        errorAction: rule.value("errorAction"),
    };
    return { bytes: jsonSize(payload), complete: complete && !hasUnknown(payload) };
}

/** A text of that many bytes, for examples. */
export function padding(bytes: number): string {
    return "a".repeat(bytes);
}
