import { USER } from "../lab/broker";
import type { Lab } from "../lab/lab";
import { changed, type Mistake, TIME_OUT } from "./mistake";

/** Mistakes in topics, partitions and rights. */
export const TOPIC_MISTAKES: readonly Mistake[] = [
    {
        what: "a topic that does not exist",
        step: "topic",
        code: "topic-unknown",
        java: TIME_OUT,
        make: (lab) => ({ properties: lab.modes["SCRAM-SHA-512"], topic: "no-such-topic" }),
    },
    {
        what: "a topic that the user must not write to",
        step: "topic",
        code: "topic-denied",
        java: /Not authorized to access topics/,
        make: async (lab) => ({
            properties: lab.modes["SCRAM-SHA-512"],
            topic: await closedTopic(lab, "closed", "User:nobody-else", ["ALL"]),
        }),
    },
    {
        what: "a partition that the topic does not have",
        step: "partition",
        code: "partition-unknown",
        java: /Partition 7 of topic .* with partition count 1|not present in metadata/,
        javaSays: "TimeoutException: Partition 7 of topic mistakes with partition count 1 is not present in metadata",
        make: (lab) => ({ properties: lab.modes["SCRAM-SHA-512"], partition: "7" }),
    },
    {
        what: "the partition -1",
        step: "partition",
        code: "partition-form",
        java: /IllegalArgumentException/,
        make: (lab) => ({ properties: changed(lab, "SCRAM-SHA-512", {}), partition: "-1" }),
    },
];

/** Rows whose code has a row already. */
export const MORE_TOPIC_MISTAKES: readonly Mistake[] = [
    {
        what: "a topic that the user may see and not write to",
        step: "topic",
        code: "topic-denied",
        java: /Not authorized to access topics/,
        make: async (lab) => ({
            properties: lab.modes["SCRAM-SHA-512"],
            topic: await closedTopic(lab, "read-only", OWN_PRINCIPAL, ["DESCRIBE", "READ"]),
        }),
    },
];

/** A topic whose rights only these have. */
export async function closedTopic(lab: Lab, name: string, principal: string, operations: readonly string[]) {
    await lab.topic(name);
    const properties = lab.plaintext;
    const { ok, error } = await lab.java.ask({ do: "acl", topic: name, principal, operations, properties });
    if (!ok) throw new Error(error);
    return name;
}

const OWN_PRINCIPAL = `User:${USER}`;
