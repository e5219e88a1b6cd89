import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown, UNKNOWN } from "../core/known";
import { describe, show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { topicWith } from "../examples/topics";
import type { Topic } from "../facts/topic";
import { TOPIC_RESOURCE } from "./pages";

const COUNTS = ["partitionCount", "replicationFactor"] as const;
const CONFIGS = ["configs"];

export const topicForm = defineConstraint({
    id: "topic-form",
    subject: "topic",
    requirements: ["MSK-TOPIC-01"],
    level: "mandatory",
    severity: "high",
    what: "A topic has at least one partition and one replica, and its settings are a JSON object of texts.",
    why: "Amazon MSK refuses the topic otherwise.",
    fix: 'Give whole numbers from 1, and configs as JSON.stringify({ "retention.ms": "86400000" }).',
    source: TOPIC_RESOURCE,
    check: (topic) => [...COUNTS.flatMap((name) => judgeCount(topic, name)), ...judgeSettings(topic)],
    examples: {
        valid: [
            {
                title: "partitions, replicas and settings",
                stack: topicWith({ configs: '{"retention.ms":"86400000"}' }),
            },
            { title: "no settings", stack: topicWith({}) },
            { title: "values that are not known yet", stack: topicWith({ partitionCount: UNKNOWN, configs: UNKNOWN }) },
        ],
        invalid: [
            { title: "no partition", stack: topicWith({ partitionCount: 0 }) },
            { title: "half a replica", stack: topicWith({ replicationFactor: 1.5 }) },
            { title: "settings as lines", stack: topicWith({ configs: "retention.ms=86400000" }) },
            { title: "a list of settings", stack: topicWith({ configs: "[]" }) },
            { title: "a setting that is an object", stack: topicWith({ configs: '{"retention":{"ms":1}}' }) },
        ],
    },
});

function judgeCount(topic: Topic, name: (typeof COUNTS)[number]): Verdict[] {
    const value = topic.value(name);
    if (isUnknown(value)) return [undetermined([name])];
    if (value === undefined || topic.count(name) !== undefined) return [];
    return [violation([name], `${name} is ${typeof value === "number" ? value : describe(value)}`)];
}

function judgeSettings(topic: Topic): Verdict[] {
    const configs = topic.value("configs");
    if (configs === undefined) return [];
    if (isUnknown(configs)) return [undetermined(CONFIGS)];
    const { settings } = topic;
    if (settings === undefined || isUnknown(settings))
        return [violation(CONFIGS, `configs is ${describeSettings(configs)}`)];
    // A number among the settings is written as a text by the provider.
    return Object.entries(settings)
        .filter(([, value]) => isRecord(value) || Array.isArray(value) || value === null)
        .map(([name, value]) => violation(CONFIGS, `The setting ${show(name)} is ${describe(value)}`));
}

function describeSettings(configs: unknown): string {
    if (typeof configs !== "string") return describe(configs);
    return configs.includes("=") && !configs.trimStart().startsWith("{")
        ? "lines of key=value, no JSON"
        : "no JSON object";
}
