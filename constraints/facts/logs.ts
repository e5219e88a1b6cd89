import { isUnknown, member } from "../core/known";
import { ruleOf } from "./rules";
import type { ResourceFacts, Stack } from "./stack";

/** The log group to which AWS IoT writes, where logging is on. */
export const IOT_LOG_GROUP = "AWSIotLogsV2";

/** A log group that holds something of messages: AWS IoT's own, or the one that an action of a rule writes to. */
export class JoinedLogGroup {
    readonly at = [];

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
        /** What is written to it, as the end of a sentence. */
        readonly holds: string,
    ) {}
}

/** The options of account-wide logging of AWS IoT. */
export class JoinedLoggingOptions {
    readonly at = [];

    constructor(
        readonly stack: Stack,
        readonly resource: ResourceFacts,
    ) {}

    value(name: string): unknown {
        return member(this.resource.values, name) ?? undefined;
    }
}

/** The options of logging, where the stack has a rule with a Kafka action. */
export function loggingOptionsOf(stack: Stack, resource: ResourceFacts): JoinedLoggingOptions | undefined {
    return hasKafkaRule(stack) ? new JoinedLoggingOptions(stack, resource) : undefined;
}

/** The log group, where it concerns a rule with a Kafka action. */
export function logGroupOf(stack: Stack, resource: ResourceFacts): JoinedLogGroup | undefined {
    const name = member(resource.values, "name");
    if (name === IOT_LOG_GROUP) {
        return hasKafkaRule(stack) ? new JoinedLogGroup(stack, resource, "logs of AWS IoT") : undefined;
    }
    const { names, ids } = errorGroupsIn(stack);
    const isNamed = typeof name === "string" && names.has(name);
    return isNamed || ids.has(resource.id) ? new JoinedLogGroup(stack, resource, "messages that failed") : undefined;
}

interface Groups {
    readonly names: ReadonlySet<string>;
    readonly ids: ReadonlySet<string>;
}

const kafkaRules = new WeakMap<Stack, boolean>();
const errorGroups = new WeakMap<Stack, Groups>();

export function hasKafkaRule(stack: Stack): boolean {
    const known = kafkaRules.get(stack) ?? kafkaRulesOf(stack).length > 0;
    kafkaRules.set(stack, known);
    return known;
}

function kafkaRulesOf(stack: Stack) {
    return stack
        .ofKind("topicRule")
        .map((resource) => ruleOf(stack, resource))
        .filter(({ kafkaActions }) => kafkaActions.length > 0);
}

/** The groups to which error actions write: by their names, else by the edges of the error action. */
function errorGroupsIn(stack: Stack): Groups {
    const known = errorGroups.get(stack);
    if (known) return known;
    const names = new Set<string>();
    const ids = new Set<string>();
    for (const rule of kafkaRulesOf(stack)) {
        const logs = member(rule.value("errorAction"), "cloudwatchLogs");
        const name = member(logs, "logGroupName");
        if (typeof name === "string") names.add(name);
        if (isUnknown(name)) for (const id of rule.resource.references?.errorAction ?? []) ids.add(id);
    }
    const found = { names, ids };
    errorGroups.set(stack, found);
    return found;
}
