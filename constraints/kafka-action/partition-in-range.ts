import { matchesGlob } from "../core/configuration";
import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, member, UNKNOWN } from "../core/known";
import { listOption } from "../core/options";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { besides, cluster, configured, topic } from "../examples/clusters";
import { brokerSetting } from "../facts/clusters";
import type { KafkaAction } from "../facts/kafkaAction";
import type { ResourceFacts } from "../facts/stack";
import { hasUnnamedTopic, literalTopic, topicsNamed } from "../facts/topics";
import { MSK_DEFAULT_CONFIGURATION } from "./pages";
import { partitionNumber } from "./partitionNumber";

const PATH = ["partition"];
const AUTO = "auto.create.topics.enable=true";

export const partitionInRange = defineConstraint({
    id: "partition-in-range",
    subject: "kafkaAction",
    joins: true,
    requirements: ["KAFKA-PART-03"],
    level: "mandatory",
    severity: "high",
    what: "A partition that is written out is one that the topic has.",
    why: "Partitions are counted from 0; a message to one that is not there fails.",
    fix: "Name a smaller one, raise `partitionCount` of the topic, or leave the partition out.",
    source: MSK_DEFAULT_CONFIGURATION,
    options: {
        elsewhere: listOption(
            "Topics that are made elsewhere with more partitions than the brokers give: * globs over their names.",
            [],
        ),
    },
    check: (action, { elsewhere }) => {
        const number = partitionNumber(action.value("partition"));
        if (isUnknown(action.value("partition"))) return undetermined(PATH);
        const name = number === undefined ? undefined : literalTopic(action);
        if (number === undefined || name === undefined) return undefined;
        if (isUnknown(name)) return undetermined(PATH, "the topic is not known yet");
        const topics = topicsNamed(action, name);
        if (topics.length > 0) return judgeTopics(number, topics);
        return elsewhere.some((glob) => matchesGlob(glob, name)) ? undefined : judgeBrokers(action, number, name);
    },
    examples: {
        valid: [
            { title: "the last partition", stack: withPartition("5", topic("telemetry")) },
            {
                title: "a count that is not known yet",
                stack: withPartition("9", topic("telemetry", { partitionCount: UNKNOWN })),
            },
            { title: "a topic of another stack", stack: withPartition("9") },
            {
                title: "the only partition of a topic that the brokers make",
                stack: besides(configured(AUTO), { action: { partition: "0" } }),
            },
            {
                title: "a topic that is made elsewhere",
                stack: besides(configured(AUTO), { action: { partition: "3" } }),
                options: { elsewhere: ["telemetry"] },
            },
        ],
        invalid: [
            { title: "one more than the last", stack: withPartition("6", topic("telemetry")) },
            {
                title: "the second partition of a topic that the brokers make",
                stack: besides(configured(AUTO), { action: { partition: "1" } }),
            },
            {
                title: "one more than the brokers give",
                stack: besides(configured(`${AUTO}\nnum.partitions=4`), { action: { partition: "4" } }),
            },
        ],
    },
});

function judgeTopics(number: number, topics: readonly ResourceFacts[]): Verdict | undefined {
    const counts = topics.map(({ values }) => member(values, "partitionCount"));
    const known = counts.filter((count): count is number => typeof count === "number");
    if (known.some((count) => count > number)) return undefined;
    if (known.length < counts.length) return undetermined(PATH, "the number of partitions is not known yet");
    const most = Math.max(...known);
    return violation(PATH, `The partition is ${number}, but the topic has ${most}, of which the last is ${most - 1}`);
}

/** The topic is not in the stack; where the brokers make it with the first message, they tell its partitions. */
function judgeBrokers(action: KafkaAction, number: number, name: string): Verdict | undefined {
    const made = action.cluster;
    if (made === undefined) return undefined;
    const setting = (property: string): Known<string | undefined> => brokerSetting(action.stack, made, property);
    const creates = setting("auto.create.topics.enable");
    const given = setting("num.partitions");
    if (isUnknown(creates) || isUnknown(given) || hasUnnamedTopic(action)) {
        return undetermined(PATH, "the topics or the configuration are not known yet");
    }
    const count = Number(given ?? "1");
    if (creates !== "true" || !Number.isInteger(count) || number < count) return undefined;
    return violation(PATH, `The partition is ${number}, but the brokers make the topic ${show(name)} with ${count}`);
}

function withPartition(partition: string, ...topics: ResourceFacts[]) {
    return besides([cluster(), ...topics], { action: { partition } });
}
