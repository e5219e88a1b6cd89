import { isRecord, isUnknown, UNKNOWN } from "../../constraints/core/known";
import { ACTION_LISTS } from "../../constraints/facts/ruleActions";
import type { ResourceFacts } from "../../constraints/facts/stack";
import { type Given, givenOf } from "./requests";

/** Members of a rule that AWS Cloud Control has in its payload, by their names in `aws.iot.TopicRule`. */
const IN_PAYLOAD: Readonly<Record<string, string>> = {
    sql: "sql",
    description: "description",
    sqlVersion: "awsIotSqlVersion",
    errorAction: "errorAction",
};
const ON_TABLES: Readonly<Record<string, string>> = { dynamodb: "dynamoDB", dynamodbv2: "dynamoDBv2" };

/** A rule or a VPC destination in the form of the AWS Cloud Control provider, under the same URN; all else as it is. */
export function transcribed(facts: ResourceFacts): Given {
    const given = { ...givenOf(facts), region: facts.values.region ?? facts.region };
    if (facts.kind === "topicRule") return rule(facts, given);
    return facts.kind === "destination" ? destination(facts, given) : given;
}

function rule({ values, references }: ResourceFacts, given: Given): Given {
    const { name, arn, enabled, region: _, tags: __, ...members } = values;
    const payload: Record<string, unknown> = { ...(enabled === undefined ? {} : { ruleDisabled: inverted(enabled) }) };
    for (const [fact, to] of Object.entries(IN_PAYLOAD)) if (fact in members) payload[to] = members[fact];
    if (isRecord(members.errorAction)) {
        const kinds = Object.entries(members.errorAction);
        payload.errorAction = Object.fromEntries(kinds.map(([kind, value]) => [ON_TABLES[kind] ?? kind, value]));
    }
    payload.actions = actions(members);
    const props = { topicRulePayload: payload, ...defined({ ruleName: name, arn }) };
    const { name: named = [], ...others } = references ?? {};
    const edges = [...new Set(Object.values(others).flat())];
    return {
        ...given,
        type: "aws-native:iot:TopicRule",
        props,
        references: { ...(named.length > 0 ? { ruleName: named } : {}), topicRulePayload: edges },
    };
}

/** One list for all actions, where the AWS provider has one for each kind: an entry may hold several of them. */
function actions(members: Readonly<Record<string, unknown>>): unknown {
    if (isUnknown(members.kafkas)) return UNKNOWN;
    const left = Object.entries(ACTION_LISTS).map(([list, kind]) => {
        const entries = members[list];
        return [kind, Array.isArray(entries) ? [...entries] : []] as const;
    });
    const byKind = new Map(left);
    const mixed = Array.isArray(members.mixedActions) ? (members.mixedActions as { kinds: string[] }[]) : [];
    return [
        ...mixed.map(({ kinds }) => Object.fromEntries(kinds.map((kind) => [kind, byKind.get(kind)?.shift() ?? {}]))),
        ...left.flatMap(([kind, entries]) => entries.map((entry) => ({ [kind]: entry as unknown }))),
    ];
}

function destination({ values, references }: ResourceFacts, given: Given): Given {
    const { enabled, vpcConfiguration, arn } = values;
    const status = isUnknown(enabled) ? UNKNOWN : enabled === false ? "DISABLED" : "ENABLED";
    return {
        ...given,
        type: "aws-native:iot:TopicRuleDestination",
        props: defined({ arn, status, vpcProperties: vpcConfiguration }),
        references: { ...references, vpcProperties: references?.vpcConfiguration ?? [] },
    };
}

function inverted(value: unknown): unknown {
    return typeof value === "boolean" ? !value : value;
}

function defined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
