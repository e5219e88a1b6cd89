import { isRecord, isUnknown, type Known, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import type { TopicRule } from "./topicRule";

/** The lists of actions that a rule can have, each with the name of the action in the AWS API. */
export const ACTION_LISTS: Readonly<Record<string, string>> = {
    cloudwatchAlarms: "cloudwatchAlarm",
    cloudwatchLogs: "cloudwatchLogs",
    cloudwatchMetrics: "cloudwatchMetric",
    dynamodbs: "dynamoDB",
    dynamodbv2s: "dynamoDBv2",
    elasticsearch: "elasticsearch",
    firehoses: "firehose",
    https: "http",
    iotAnalytics: "iotAnalytics",
    iotEvents: "iotEvents",
    kafkas: "kafka",
    kineses: "kinesis",
    lambdas: "lambda",
    // Pulumi has no location, openSearch and salesforce actions; files may hold them.
    locations: "location",
    openSearches: "openSearch",
    republishes: "republish",
    s3: "s3",
    salesforces: "salesforce",
    sns: "sns",
    sqs: "sqs",
    stepFunctions: "stepFunctions",
    timestreams: "timestream",
};

/** One action of a rule, of whatever kind. */
export interface RuleAction {
    readonly path: Path;
    /** Its name in the AWS API. */
    readonly kind: string;
    readonly values: unknown;
}

/** Every action of a rule without the error action; `complete` is false when a list of them is not known yet. */
export interface RuleActions {
    readonly actions: readonly RuleAction[];
    readonly complete: boolean;
}

const LISTS = Object.entries(ACTION_LISTS);

/** Reads the lists of actions; `TopicRule.actions` keeps what is found. */
export function findActions(rule: TopicRule): RuleActions {
    const actions: RuleAction[] = [];
    let complete = true;
    for (const [name, kind] of LISTS) {
        const list = rule.value(name);
        if (Array.isArray(list)) {
            for (const [index, values] of list.entries()) actions.push({ path: [name, index], kind, values });
        } else if (isUnknown(list)) complete = false;
    }
    return { actions, complete };
}

/** The kinds of action that the error action holds; unknown when the whole is, undefined when there is none. */
export function errorActionKinds(rule: TopicRule): Known<readonly { kind: string; values: unknown }[] | undefined> {
    const errorAction = rule.value("errorAction");
    if (isUnknown(errorAction)) return UNKNOWN;
    if (!isRecord(errorAction)) return undefined;
    return Object.entries(errorAction)
        .filter(([name, values]) => values !== undefined && values !== null && !name.startsWith("__"))
        .map(([kind, values]) => ({ kind, values }));
}
