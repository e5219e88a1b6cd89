import { isRecord, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import type { KafkaAction } from "./kafkaAction";
import type { ResourceFacts } from "./stack";

/** The topic that an action names where it is written out; undefined where templates make it. */
export function literalTopic(action: KafkaAction): Known<string | undefined> {
    const topic = action.value("topic");
    if (isUnknown(topic)) return UNKNOWN;
    return typeof topic === "string" && topic !== "" && !topic.includes("${") ? topic : undefined;
}

/** The topics of the stack with this name that may be the one an action sends to. */
export function topicsNamed(action: KafkaAction, name: string): ResourceFacts[] {
    const cluster = action.cluster;
    return action.stack.ofKind("topic").filter((topic) => {
        if (member(topic.values, "name") !== name) return false;
        if (cluster === undefined) return true;
        const { stack } = action;
        const own = stack.joined(topic, "clusterArn", member(topic.values, "clusterArn"), "cluster", "arn");
        return own === undefined || own.id === cluster.id;
    });
}

/** True when a topic of the stack has a name that is not known yet, so that it may be any. */
export function hasUnnamedTopic(action: KafkaAction): boolean {
    return action.stack.ofKind("topic").some(({ values }) => isUnknown(member(values, "name")));
}

/** A setting of one topic, from its `configs`: undefined where it has none of its own. */
export function topicSetting(topic: ResourceFacts, name: string): Known<string | undefined> {
    const configs = member(topic.values, "configs");
    if (isUnknown(configs)) return UNKNOWN;
    if (typeof configs !== "string") return undefined;
    try {
        const parsed: unknown = JSON.parse(configs);
        const value = isRecord(parsed) ? member(parsed, name) : undefined;
        return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
    } catch {
        return undefined;
    }
}
