import { isRecord, isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { isAutoNamed } from "./autoName";
import type { KafkaAction } from "./kafkaAction";
import type { ResourceFacts, Stack } from "./stack";

/** The topic that an action names where it is written out; undefined where templates make it. */
export function literalTopic(action: KafkaAction): Known<string | undefined> {
    const topic = action.value("topic");
    if (isUnknown(topic)) return UNKNOWN;
    return typeof topic === "string" && topic !== "" && !topic.includes("${") ? topic : undefined;
}

/** The topics of the stack with this name that may be the one an action sends to. */
export function topicsNamed(action: KafkaAction, name: string): ResourceFacts[] {
    const cluster = action.cluster;
    return (topicIndexOf(action.stack).byName.get(name) ?? []).filter((topic) => {
        if (cluster === undefined) return true;
        const { stack } = action;
        const own = stack.joined(topic, "clusterArn", member(topic.values, "clusterArn"), "cluster", "arn");
        return own === undefined || own.id === cluster.id;
    });
}

/** True when a topic of the stack has a name that is not known yet, so that it may be any. */
export function hasUnnamedTopic(action: KafkaAction): boolean {
    return topicIndexOf(action.stack).hasUnnamed;
}

/** The topic of the stack that its program calls by this name, and that Pulumi has named after it. */
export function topicNamedAfter(action: KafkaAction, name: string): ResourceFacts | undefined {
    return topicIndexOf(action.stack).autoNamed.get(name);
}

/** The topics of a stack by their names: each rule looks for one. */
interface TopicIndex {
    readonly byName: ReadonlyMap<string, readonly ResourceFacts[]>;
    readonly autoNamed: ReadonlyMap<string, ResourceFacts>;
    readonly hasUnnamed: boolean;
}

const INDICES = new WeakMap<Stack, TopicIndex>();

function topicIndexOf(stack: Stack): TopicIndex {
    let index = INDICES.get(stack);
    if (index === undefined) {
        index = indexed(stack.ofKind("topic"));
        INDICES.set(stack, index);
    }
    return index;
}

function indexed(topics: readonly ResourceFacts[]): TopicIndex {
    const byName = new Map<string, ResourceFacts[]>();
    const autoNamed = new Map<string, ResourceFacts>();
    for (const topic of topics) {
        const name = member(topic.values, "name");
        if (typeof name !== "string") continue;
        const same = byName.get(name);
        if (same) same.push(topic);
        else byName.set(name, [topic]);
        if (topic.name !== undefined && isAutoNamed(topic)) autoNamed.set(topic.name, topic);
    }
    return { byName, autoNamed, hasUnnamed: topics.some(({ values }) => isUnknown(member(values, "name"))) };
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
