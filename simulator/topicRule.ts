import { isRecord } from "../constraints/core/known";

/** A Kafka action of a rule, its texts as they are written, templates included. */
export interface KafkaActionTexts {
    readonly topic: string;
    readonly key?: string;
    readonly partition?: string;
    readonly headers: readonly { readonly key: string; readonly value: string }[];
}

/** What the error action of a rule is. */
export type ErrorAction =
    | { readonly action: "kafka"; readonly kafka: KafkaActionTexts }
    /** Another service takes the error message as it is; `action` is the name that AWS gives it. */
    | { readonly action: string; readonly kafka?: undefined };

/** What a simulation needs to know of a topic rule. */
export interface TopicRule {
    readonly name: string | null;
    readonly sql: string;
    /** `2015-10-08`, `2016-03-23` or `beta`. */
    readonly sqlVersion: string;
    readonly enabled: boolean;
    /** The Kafka actions, in their order. */
    readonly actions: readonly KafkaActionTexts[];
    /** The names of the other actions, which are not simulated. */
    readonly otherActions: readonly string[];
    readonly errorAction?: ErrorAction;
}

/** A value of a rule that has to be a text, and is none. */
export class RuleProblem extends Error {
    override readonly name = "RuleProblem";
}

/**
 * A rule as AWS IoT's API writes it: the payload of CreateTopicRule, by itself, under `topicRulePayload`, or what
 * GetTopicRule answers. Without a version the API takes 2015-10-08.
 *
 * https://docs.aws.amazon.com/iot/latest/apireference/API_TopicRulePayload.html
 *
 * @throws RuleProblem naming what is missing
 */
export function topicRuleOfPayload(given: unknown): TopicRule {
    const outer = record(given, "The rule");
    const payload = record(outer.topicRulePayload ?? outer.rule ?? outer, "The payload");
    const actions = listOf(payload.actions).map((action) => record(action, "An action"));
    return {
        name: optionalText(outer.ruleName ?? payload.ruleName, "ruleName") ?? null,
        sql: text(payload.sql, "sql"),
        sqlVersion: optionalText(payload.awsIotSqlVersion, "awsIotSqlVersion") ?? "2015-10-08",
        enabled: payload.ruleDisabled !== true,
        actions: actions.flatMap(({ kafka }, index) =>
            kafka === undefined ? [] : [kafkaAction(kafka, `actions[${index}]`)],
        ),
        otherActions: actions.flatMap((action) => Object.keys(action).filter((name) => name !== "kafka")),
        ...errorActionOf(payload.errorAction),
    };
}

/** A rule as the facts of the catalogue hold it, spelled as the inputs of aws.iot.TopicRule. @throws RuleProblem */
export function topicRuleOfFacts(values: Readonly<Record<string, unknown>>): TopicRule {
    const kafkas = listOf(values.kafkas);
    return {
        name: typeof values.name === "string" ? values.name : null,
        sql: text(values.sql, "sql"),
        sqlVersion: optionalText(values.sqlVersion, "sqlVersion") ?? "2015-10-08",
        enabled: values.enabled !== false,
        actions: kafkas.map((kafka, index) => kafkaAction(kafka, `kafkas[${index}]`)),
        otherActions: Object.keys(values).filter((name) => name !== "kafkas" && isActionList(name, values[name])),
        ...errorActionOf(values.errorAction),
    };
}

/** Every list of objects among a rule's inputs is one of actions. */
function isActionList(name: string, value: unknown): boolean {
    return name !== "tags" && Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

function errorActionOf(given: unknown): { readonly errorAction?: ErrorAction } {
    if (!isRecord(given)) return {};
    const [action] = Object.keys(given).filter((name) => isRecord(given[name]));
    if (action === undefined) return {};
    if (action !== "kafka") return { errorAction: { action } };
    return { errorAction: { action, kafka: kafkaAction(given.kafka, "errorAction.kafka") } };
}

function kafkaAction(given: unknown, place: string): KafkaActionTexts {
    const { topic, key, partition, headers } = record(given, place);
    const ownKey = optionalText(key, `${place}.key`);
    const ownPartition = optionalText(partition, `${place}.partition`);
    return {
        topic: text(topic, `${place}.topic`),
        ...(ownKey === undefined ? {} : { key: ownKey }),
        ...(ownPartition === undefined ? {} : { partition: ownPartition }),
        headers: listOf(headers).map((header, index) => {
            const own = record(header, `${place}.headers[${index}]`);
            return {
                key: text(own.key, `${place}.headers[${index}].key`),
                value: text(own.value, `${place}.headers[${index}].value`),
            };
        }),
    };
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
    if (!isRecord(value)) throw new RuleProblem(`${what} is no object.`);
    return value;
}

function listOf(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}

function text(value: unknown, what: string): string {
    const found = optionalText(value, what);
    if (found === undefined) throw new RuleProblem(`The rule has no ${what}.`);
    return found;
}

function optionalText(value: unknown, what: string): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string") {
        throw new RuleProblem(typeof value === "symbol" ? `${what} is not known in this file.` : `${what} is no text.`);
    }
    return value;
}
