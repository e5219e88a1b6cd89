import { partitionOf } from "../kafka/partitioner";

/** A record as a consumer of the topic reads it. */
export interface KafkaRecord {
    readonly topic: string;
    /** Null for a record without a key. */
    readonly key: string | null;
    /**
     * By the key, or as the rule says; `any` without both, for then the producer chooses; null where the number of
     * partitions is not known.
     */
    readonly partition: number | "any" | null;
    readonly headers: readonly { readonly key: string; readonly value: string }[];
    /** The value as text; null where its bytes are no UTF-8. */
    readonly value: string | null;
    readonly valueBase64: string;
}

/** The texts of an action after substitution, and the value of the record. */
export interface RecordParts {
    readonly topic: string;
    readonly key?: string;
    readonly partition?: string;
    readonly headers: readonly { readonly key: string; readonly value: string }[];
    readonly value: Uint8Array;
}

/** Why a producer sends no such record. Codes are stable. */
export interface RecordProblem {
    readonly code:
        | "topic-empty"
        | "topic-illegal"
        | "partition-illegal"
        | "partition-out-of-range"
        | "record-too-large";
    readonly message: string;
}

/** Kafka's own rule for the name of a topic. */
const TOPIC_NAME = /^[A-Za-z0-9._-]{1,249}$/;

/** max.request.size of a Kafka producer, which the action gives no way to set. In bytes. */
const REQUEST = 1024 * 1024;

/** What a batch with one record adds to its key, value and headers, at most. In bytes. */
const OVERHEAD = 90;

/** The record that the parts make, or why there is none. `partitions` is the number of the topic's partitions. */
export function recordOf(parts: RecordParts, partitions?: number): KafkaRecord | RecordProblem {
    const { topic, key, partition, headers, value } = parts;
    const problem = topicProblem(topic) ?? partitionProblem(partition, partitions) ?? sizeProblem(parts);
    if (problem !== undefined) return problem;
    return {
        topic,
        key: key ?? null,
        partition: partition === undefined ? byKey(key, partitions) : Number(partition),
        headers,
        value: utf8(value),
        valueBase64: Buffer.from(value).toString("base64"),
    };
}

/** True for the reason that there is no record. */
export function isRecordProblem(made: KafkaRecord | RecordProblem): made is RecordProblem {
    return "code" in made;
}

function byKey(key: string | undefined, partitions: number | undefined): number | "any" | null {
    if (key === undefined) return "any";
    return partitions === undefined ? null : partitionOf(Buffer.from(key, "utf8"), partitions);
}

function topicProblem(topic: string): RecordProblem | undefined {
    if (topic === "") return { code: "topic-empty", message: "The topic is empty: what it is made of had no value." };
    if (TOPIC_NAME.test(topic) && topic !== "." && topic !== "..") return undefined;
    const why =
        topic.length > 249
            ? `It has ${topic.length} characters, of at most 249.`
            : topic.includes("/")
              ? "A slash is not allowed in the name of a Kafka topic: use topic(n), or replace(topic(), '/', '.')."
              : "A Kafka topic has letters, digits, dots, underscores and hyphens, and is not . or ..";
    return { code: "topic-illegal", message: `${quoted(topic)} is no Kafka topic. ${why}` };
}

function partitionProblem(partition: string | undefined, partitions: number | undefined): RecordProblem | undefined {
    if (partition === undefined) return undefined;
    if (!/^\d{1,10}$/.test(partition) || Number(partition) > 0x7fffffff) {
        return {
            code: "partition-illegal",
            message: `${quoted(partition)} is no partition: it is a whole number from 0.`,
        };
    }
    if (partitions === undefined || Number(partition) < partitions) return undefined;
    const last = partitions - 1;
    return {
        code: "partition-out-of-range",
        message: `The topic has ${partitions} partitions, 0 to ${last}, and none with the number ${Number(partition)}.`,
    };
}

function sizeProblem({ key, headers, value }: RecordParts): RecordProblem | undefined {
    const texts = [key ?? "", ...headers.flatMap((header) => [header.key, header.value])];
    const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text, "utf8"), value.length + OVERHEAD);
    if (size <= REQUEST) return undefined;
    return { code: "record-too-large", message: `The record has ${size} bytes; a producer sends at most ${REQUEST}.` };
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of bytes, or null where they are no UTF-8. */
export function utf8(bytes: Uint8Array): string | null {
    try {
        return decoder.decode(bytes);
    } catch {
        return null;
    }
}

function quoted(text: string): string {
    return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
