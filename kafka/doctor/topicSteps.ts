import type { Outcome, Topic } from "../client";
import { failed, notReached, open, passed, type Reason, type StepOfAction } from "./doctorStep";
import { isTemplate } from "./template";

/** What an action says of the place of its records. */
export interface Place {
    /** `undefined` where the file does not tell. */
    readonly topic: string | undefined;
    /** As it is written; `undefined` without one, or where the file does not tell. */
    readonly partition: string | undefined;
    readonly key: string | undefined;
}

/** The topic that can be asked for: one that no message decides. */
export function askableTopic({ topic }: Place): string | undefined {
    return topic === undefined || isTemplate(topic) ? undefined : topic;
}

/** What the cluster knows of the topic and the partition. `answer` is absent where no broker could be asked. */
export function topicSteps(place: Place, answer: Outcome<Topic> | undefined, because: string): StepOfAction[] {
    const { topic, partition } = place;
    const partitionTarget = `${topic ?? "topic"}[${partition ?? "any"}]`;
    if (topic === undefined) {
        return [
            open("topic", "topic", "not-known", "The file does not tell the topic."),
            open("partition", partitionTarget, "not-known", "The file does not tell the topic."),
        ];
    }
    if (isTemplate(topic)) {
        const cause = `Each message decides the topic by ${topic}; iot-kafka simulate shows which it is for a message.`;
        return [open("topic", topic, "by-message", cause), open("partition", partitionTarget, "by-message", cause)];
    }
    if (!answer) {
        return [notReached("topic", topic, because), notReached("partition", partitionTarget, because)];
    }
    if (!answer.ok) {
        return [
            failed("topic", topic, answer.failure),
            notReached("partition", partitionTarget, `topic failed at ${topic}`),
        ];
    }
    return [topicStep(topic, answer.value), partitionStep(partition, partitionTarget, answer.value)];
}

function topicStep(name: string, { partitions, mayWrite }: Topic): StepOfAction {
    const count = partitions.length;
    const found = `It is there, with ${count} partition${count === 1 ? "" : "s"}`;
    if (mayWrite === true) return passed("topic", name, `${found}, and the user may write to it.`);
    if (mayWrite === undefined) {
        return open("topic", name, "rights-not-told", `${found}; whether the user may write to it, --produce tells.`);
    }
    return failed("topic", name, {
        code: "topic-denied",
        cause: `The user may see the topic ${name}, and may not write to it.`,
        fix: "Add an ACL that lets the user WRITE the topic.",
    });
}

function partitionStep(partition: string | undefined, target: string, topic: Topic): StepOfAction {
    if (partition === undefined) return anyPartition(target, topic);
    if (isTemplate(partition)) {
        const cause = `Each message decides the partition by ${partition}; the topic has ${partitionsOf(topic)}.`;
        return open("partition", target, "by-message", cause);
    }
    if (!/^[0-9]{1,10}$/.test(partition)) return failed("partition", target, formFailure(partition));
    const found = topic.partitions.find((one) => one.partition === Number(partition));
    if (!found) {
        return failed("partition", target, {
            code: "partition-unknown",
            cause: `The topic ${topic.name} has no partition ${partition}, only ${partitionsOf(topic)}.`,
            fix: "Take one that there is, leave the partition out so that the key decides, or add partitions to the topic.",
        });
    }
    if (!found.leader) return failed("partition", target, leaderFailure([found.partition]));
    return passed("partition", target, `Its leader is broker ${found.leader.id}.`);
}

/** Without a partition the key decides, so that each may be the one. */
function anyPartition(target: string, { partitions }: Topic): StepOfAction {
    const without = partitions.filter(({ leader }) => !leader).map(({ partition }) => partition);
    if (without.length > 0) return failed("partition", target, leaderFailure(without));
    return passed("partition", target, "The key decides, and each partition has a leader.");
}

function partitionsOf({ partitions }: Topic): string {
    return partitions.length === 1 ? "0" : `0 to ${partitions.length - 1}`;
}

function formFailure(partition: string): Reason {
    return {
        code: "partition-form",
        cause: `The partition is ${JSON.stringify(partition)}, and has to be a whole number from 0 on.`,
        fix: "Give the number of a partition, or leave it out so that the key decides.",
    };
}

function leaderFailure(partitions: readonly number[]): Reason {
    const which =
        partitions.length === 1 ? `Partition ${partitions[0]} has` : `Partitions ${partitions.join(", ")} have`;
    return {
        code: "leader-missing",
        cause: `${which} no leader: the brokers that hold it are down.`,
        fix: "Have the brokers started, or wait until one of them takes the lead.",
    };
}
