import type { Optional } from "./oneOf";

/** Server properties that are true or false. */
type Flag = "allow.everyone.if.no.acl.found" | "auto.create.topics.enable" | "delete.topic.enable";

/** The same, of Standard brokers only. */
type StandardFlag = "auto.leader.rebalance.enable" | "unclean.leader.election.enable";

/** Server properties that are numbers. */
type Amount =
    | "connections.max.idle.ms"
    | "group.initial.rebalance.delay.ms"
    | "group.max.session.timeout.ms"
    | "leader.imbalance.per.broker.percentage"
    | "log.retention.bytes"
    | "log.retention.ms"
    | "max.incremental.fetch.session.cache.slots"
    | "message.max.bytes"
    | "num.partitions"
    | "replica.fetch.max.bytes"
    | "transaction.max.timeout.ms"
    | "transactional.id.expiration.ms";

/** The same, of Standard brokers only. */
type StandardAmount =
    | "default.replication.factor"
    | "group.min.session.timeout.ms"
    | "local.retention.bytes"
    | "local.retention.ms"
    | "log.cleaner.delete.retention.ms"
    | "log.cleaner.min.cleanable.ratio"
    | "log.flush.interval.messages"
    | "log.flush.interval.ms"
    | "log.message.timestamp.difference.max.ms"
    | "log.retention.hours"
    | "log.retention.minutes"
    | "log.roll.ms"
    | "log.segment.bytes"
    | "min.insync.replicas"
    | "num.io.threads"
    | "num.network.threads"
    | "num.recovery.threads.per.data.dir"
    | "num.replica.fetchers"
    | "offsets.retention.minutes"
    | "offsets.topic.replication.factor"
    | "replica.fetch.response.max.bytes"
    | "replica.lag.time.max.ms"
    | "replica.socket.receive.buffer.bytes"
    | "socket.receive.buffer.bytes"
    | "socket.request.max.bytes"
    | "socket.send.buffer.bytes"
    | "transaction.state.log.min.isr"
    | "transaction.state.log.replication.factor"
    | "zookeeper.connection.timeout.ms"
    | "zookeeper.session.timeout.ms";

/** Server properties that are one of a few words. */
interface Words {
    /** `"producer"` keeps what AWS IoT sends. */
    "compression.type"?: Optional<"producer" | "uncompressed" | "gzip" | "snappy" | "lz4" | "zstd">;
    "log.cleanup.policy"?: Optional<"delete" | "compact" | "delete,compact" | "compact,delete">;
    "log.message.timestamp.type"?: Optional<"CreateTime" | "LogAppendTime">;
}

interface StandardTexts {
    /** Names of one's own under which brokers are reached; AWS IoT must reach their ports. */
    "custom.advertised.listeners"?: Optional<string>;
    "replica.selector.class"?: Optional<string>;
}

/**
 * Server properties that the owner of a cluster with Express brokers sets; Amazon MSK keeps the others, among them the
 * replication factor, 3, and `min.insync.replicas`, 2.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-express-read-write.html
 */
export type ExpressServerProperties = { [P in Flag]?: Optional<boolean> } & {
    [P in Amount]?: Optional<number>;
} & Words;

/**
 * Server properties that the owner of a cluster with Standard brokers sets. Listeners, security and the like belong to
 * Amazon MSK, and are not among them.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html
 */
export type StandardServerProperties = ExpressServerProperties & {
    [P in StandardFlag]?: Optional<boolean>;
} & { [P in StandardAmount]?: Optional<number> } & StandardTexts;
