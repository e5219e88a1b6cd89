import { isRecord, isUnknown } from "../constraints/core/known";
import { formatPath, type Path } from "../constraints/core/path";

/** A Kafka action of a rule, its texts as they are written, templates included. */
export interface KafkaActionTexts {
    readonly topic: string;
    readonly key?: string;
    readonly partition?: string;
    readonly headers: readonly { readonly key: string; readonly value: string }[];
    /** As they are written, `get_secret` templates included; those that are no text, or not known, are left out. */
    readonly clientProperties: Readonly<Record<string, string>>;
}

/** What the error action of a rule is. */
export type ErrorAction =
    | { readonly action: "kafka"; readonly kafka: KafkaActionTexts }
    /**
     * Another service takes the error message as it is; `action` is the name that AWS gives it. Also a Kafka action
     * with a text that is not known yet: what it gets can be told, what it makes of that cannot.
     */
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

/** Why something is no rule that can be simulated, and where. */
export class RuleProblem extends Error {
    override readonly name = "RuleProblem";

    constructor(
        /** What is wrong, as the end of a sentence about what stands at the path. */
        readonly reason: string,
        /** In the spelling of what was read; empty for the rule as a whole. */
        readonly path: Path = [],
    ) {
        super(path.length === 0 ? reason : `${formatPath(path)} ${reason}`);
    }
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
    if (!isRecord(given)) throw new RuleProblem("The rule is no object.");
    const payload = record(given.topicRulePayload ?? given.rule ?? given, ["topicRulePayload"]);
    const actions = listAt(payload.actions, ["actions"]).map((action, index) => record(action, ["actions", index]));
    return {
        name: optionalText(given.ruleName ?? payload.ruleName, ["ruleName"]) ?? null,
        sql: text(payload.sql, ["sql"]),
        sqlVersion: optionalText(payload.awsIotSqlVersion, ["awsIotSqlVersion"]) ?? "2015-10-08",
        enabled: payload.ruleDisabled !== true,
        actions: actions.flatMap(({ kafka }, index) =>
            kafka === undefined ? [] : [kafkaAction(kafka, ["actions", index, "kafka"])],
        ),
        otherActions: actions.flatMap((action) => Object.keys(action).filter((name) => name !== "kafka")),
        ...errorActionOf(payload.errorAction),
    };
}

/**
 * A rule as the facts of the catalogue hold it, spelled as the inputs of aws.iot.TopicRule.
 *
 * @throws RuleProblem for what is missing or not known, with its path in the facts
 */
export function topicRuleOfFacts(values: Readonly<Record<string, unknown>>): TopicRule {
    return {
        name: typeof values.name === "string" ? values.name : null,
        sql: text(values.sql, ["sql"]),
        sqlVersion: optionalText(values.sqlVersion, ["sqlVersion"]) ?? "2015-10-08",
        enabled: enabledOf(values.enabled),
        actions: listAt(values.kafkas, ["kafkas"]).map((kafka, index) => kafkaAction(kafka, ["kafkas", index])),
        otherActions: Object.keys(values).filter((name) => name !== "kafkas" && isActionList(name, values[name])),
        ...errorActionOf(values.errorAction),
    };
}

function enabledOf(value: unknown): boolean {
    if (isUnknown(value)) throw new RuleProblem(NOT_KNOWN, ["enabled"]);
    return value !== false;
}

/** Every list of objects among a rule's inputs is one of actions. */
function isActionList(name: string, value: unknown): boolean {
    return name !== "tags" && Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

function errorActionOf(given: unknown): { readonly errorAction?: ErrorAction } {
    if (isUnknown(given)) return { errorAction: { action: "unknown" } };
    if (!isRecord(given)) return {};
    const [action] = Object.keys(given).filter((name) => isRecord(given[name]) || isUnknown(given[name]));
    if (action === undefined) return {};
    if (action !== "kafka") return { errorAction: { action } };
    try {
        return { errorAction: { action, kafka: kafkaAction(given.kafka, ["errorAction", "kafka"]) } };
    } catch (error) {
        // What no message is meant to reach stands in nobody's way.
        if (error instanceof RuleProblem && error.reason === NOT_KNOWN) return { errorAction: { action } };
        throw error;
    }
}

function kafkaAction(given: unknown, path: Path): KafkaActionTexts {
    const { topic, key, partition, headers, clientProperties } = record(given, path);
    const ownKey = optionalText(key, [...path, "key"]);
    const ownPartition = optionalText(partition, [...path, "partition"]);
    return {
        topic: text(topic, [...path, "topic"]),
        ...(ownKey === undefined ? {} : { key: ownKey }),
        ...(ownPartition === undefined ? {} : { partition: ownPartition }),
        headers: listAt(headers, [...path, "headers"]).map((header, index) => {
            const place = [...path, "headers", index];
            const own = record(header, place);
            return { key: text(own.key, [...place, "key"]), value: text(own.value, [...place, "value"]) };
        }),
        clientProperties: textsIn(clientProperties),
    };
}

function textsIn(given: unknown): Readonly<Record<string, string>> {
    if (!isRecord(given)) return {};
    return Object.fromEntries(
        Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
}

const NOT_KNOWN = "is known only after the deployment, so that this rule cannot be simulated.";

function record(value: unknown, path: Path): Readonly<Record<string, unknown>> {
    if (isUnknown(value)) throw new RuleProblem(NOT_KNOWN, path);
    if (!isRecord(value)) throw new RuleProblem("is no object.", path);
    return value;
}

function listAt(value: unknown, path: Path): readonly unknown[] {
    if (isUnknown(value)) throw new RuleProblem(NOT_KNOWN, path);
    return Array.isArray(value) ? value : [];
}

function text(value: unknown, path: Path): string {
    const found = optionalText(value, path);
    if (found === undefined) throw new RuleProblem("is missing.", path);
    return found;
}

function optionalText(value: unknown, path: Path): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (isUnknown(value)) throw new RuleProblem(NOT_KNOWN, path);
    if (typeof value !== "string") throw new RuleProblem("is no text.", path);
    return value;
}
