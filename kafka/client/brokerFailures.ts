import type { Failure, Step } from "./failure";
import type { FailureCode } from "./failures";
import { wordsOf } from "./words";

/** https://kafka.apache.org/protocol#protocol_error_codes */
export const BROKER_ERROR = {
    topicUnknown: 3,
    leaderNotAvailable: 5,
    notLeader: 6,
    mechanismUnsupported: 33,
    saslState: 34,
    loginFailed: 58,
} as const;

interface BrokerError {
    readonly step: Step;
    readonly code: FailureCode;
    readonly name: string;
    readonly what: string;
    readonly fix: string;
}

const TOPIC_FIX =
    "Create the topic, or correct its name in the rule; brokers with auto.create.topics.enable make it with the first record.";
const LEADER_FIX = "Wait until the broker is back; a topic with one replica has no other to take its place.";
const SMALLER = "Send smaller messages, or raise max.message.bytes of the topic (message.max.bytes of the brokers).";

/** What brokers answer with, as far as it can happen to whoever sends a record. */
const BROKER_ERRORS: Readonly<Record<number, BrokerError>> = {
    2: error(
        "produce",
        "record-refused",
        "CORRUPT_MESSAGE",
        "it found the record damaged",
        "Try again; look at what stands between.",
    ),
    3: error("topic", "topic-unknown", "UNKNOWN_TOPIC_OR_PARTITION", "there is no such topic", TOPIC_FIX),
    5: error(
        "partition",
        "leader-missing",
        "LEADER_NOT_AVAILABLE",
        "a partition has no leader at the moment",
        LEADER_FIX,
    ),
    6: error(
        "partition",
        "leader-missing",
        "NOT_LEADER_OR_FOLLOWER",
        "the leader of the partition has just changed",
        "Try again.",
    ),
    7: error(
        "produce",
        "request-timeout",
        "REQUEST_TIMED_OUT",
        "its replicas did not confirm in time",
        "See whether all brokers run.",
    ),
    10: error("produce", "record-too-large", "MESSAGE_TOO_LARGE", "the record is larger than it takes", SMALLER),
    17: error(
        "topic",
        "topic-name",
        "INVALID_TOPIC_EXCEPTION",
        "the name of the topic is not allowed",
        "Use letters, digits, . _ and -, 249 of them at most.",
    ),
    18: error("produce", "record-too-large", "RECORD_LIST_TOO_LARGE", "the record is larger than a segment", SMALLER),
    19: error(
        "produce",
        "replicas-too-few",
        "NOT_ENOUGH_REPLICAS",
        "fewer replicas are in sync than min.insync.replicas",
        "See whether all brokers run; have min.insync.replicas below the replication factor.",
    ),
    20: error(
        "produce",
        "replicas-too-few",
        "NOT_ENOUGH_REPLICAS_AFTER_APPEND",
        "fewer replicas confirmed than min.insync.replicas",
        "See whether all brokers run; have min.insync.replicas below the replication factor.",
    ),
    21: error(
        "produce",
        "produce-failed",
        "INVALID_REQUIRED_ACKS",
        "it does not take this value of acks",
        "Use 0, 1 or all.",
    ),
    29: error(
        "topic",
        "topic-denied",
        "TOPIC_AUTHORIZATION_FAILED",
        "the user may not use the topic",
        "Add an ACL that lets the user WRITE and DESCRIBE the topic.",
    ),
    31: error(
        "metadata",
        "cluster-denied",
        "CLUSTER_AUTHORIZATION_FAILED",
        "the user may not use the cluster",
        "Add an ACL for the user; with acks all Kafka's producers need IDEMPOTENT_WRITE on older clusters.",
    ),
    32: error(
        "produce",
        "record-refused",
        "INVALID_TIMESTAMP",
        "the time of the record is out of what the topic allows",
        "Set the clock right, or raise message.timestamp.after.max.ms and message.timestamp.before.max.ms of the topic.",
    ),
    35: error(
        "metadata",
        "version-unsupported",
        "UNSUPPORTED_VERSION",
        "it does not know this version of the request",
        "Use brokers of Kafka 1.0 or later.",
    ),
    43: error(
        "produce",
        "record-refused",
        "UNSUPPORTED_FOR_MESSAGE_FORMAT",
        "the topic has an old format of messages",
        "Remove message.format.version from the topic.",
    ),
    44: error(
        "produce",
        "record-refused",
        "POLICY_VIOLATION",
        "a policy of the broker forbids it",
        "Ask who runs the brokers.",
    ),
    56: error(
        "produce",
        "produce-failed",
        "KAFKA_STORAGE_ERROR",
        "its disk fails",
        "Look at the broker's disk and log.",
    ),
    76: error(
        "produce",
        "record-refused",
        "UNSUPPORTED_COMPRESSION_TYPE",
        "it does not know the compression",
        "Use another compression.type; zstd needs Kafka 2.1.",
    ),
    87: error(
        "produce",
        "record-refused",
        "INVALID_RECORD",
        "the record does not pass its checks",
        "A compacted topic takes only records with a key: give the action a key.",
    ),
    89: error(
        "produce",
        "throttled",
        "THROTTLING_QUOTA_EXCEEDED",
        "a quota is used up",
        "Send less, or raise the quota of the user.",
    ),
};

/** What a broker answered that is no success. `text`: what it says itself. `about`: whom or what the request was for. */
export function brokerFailure(number: number, about: string, target: string, text?: string | null): Failure {
    const known =
        BROKER_ERRORS[number] ??
        error("produce", "produce-failed", `error ${number}`, "an error", "Look into the log of the broker.");
    const said = wordsOf(text);
    return {
        step: known.step,
        code: known.code,
        target,
        cause: `The broker ${target} answers for ${about}: ${known.what} (${known.name}${said && `, "${said}"`}).`,
        fix: known.fix,
    };
}

function error(step: Step, code: FailureCode, name: string, what: string, fix: string): BrokerError {
    return { step, code, name, what, fix };
}
