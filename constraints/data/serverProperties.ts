/** What a server property takes. */
export type ServerPropertyType = "boolean" | "integer" | "number" | "text";

/** The properties that an Amazon MSK configuration may set, of standard and of Express brokers (MSK-CONF-01). */
export const SERVER_PROPERTIES: Readonly<Record<string, ServerPropertyType>> = {
    "allow.everyone.if.no.acl.found": "boolean",
    "auto.create.topics.enable": "boolean",
    "auto.leader.rebalance.enable": "boolean",
    "compression.type": "text",
    "connections.max.idle.ms": "integer",
    "custom.advertised.listeners": "text",
    "default.replication.factor": "integer",
    "delete.topic.enable": "boolean",
    "group.initial.rebalance.delay.ms": "integer",
    "group.max.session.timeout.ms": "integer",
    "group.min.session.timeout.ms": "integer",
    "leader.imbalance.per.broker.percentage": "integer",
    "local.retention.bytes": "integer",
    "local.retention.ms": "integer",
    "log.cleaner.delete.retention.ms": "integer",
    "log.cleaner.min.cleanable.ratio": "number",
    "log.cleanup.policy": "text",
    "log.flush.interval.messages": "integer",
    "log.flush.interval.ms": "integer",
    "log.message.timestamp.difference.max.ms": "integer",
    "log.message.timestamp.type": "text",
    "log.retention.bytes": "integer",
    "log.retention.hours": "integer",
    "log.retention.minutes": "integer",
    "log.retention.ms": "integer",
    "log.roll.ms": "integer",
    "log.segment.bytes": "integer",
    "max.incremental.fetch.session.cache.slots": "integer",
    "message.max.bytes": "integer",
    "min.insync.replicas": "integer",
    "num.io.threads": "integer",
    "num.network.threads": "integer",
    "num.partitions": "integer",
    "num.recovery.threads.per.data.dir": "integer",
    "num.replica.fetchers": "integer",
    "offsets.retention.minutes": "integer",
    "offsets.topic.replication.factor": "integer",
    "replica.fetch.max.bytes": "integer",
    "replica.fetch.response.max.bytes": "integer",
    "replica.lag.time.max.ms": "integer",
    "replica.selector.class": "text",
    "replica.socket.receive.buffer.bytes": "integer",
    "socket.receive.buffer.bytes": "integer",
    "socket.request.max.bytes": "integer",
    "socket.send.buffer.bytes": "integer",
    "transaction.max.timeout.ms": "integer",
    "transaction.state.log.min.isr": "integer",
    "transaction.state.log.replication.factor": "integer",
    "transactional.id.expiration.ms": "integer",
    "unclean.leader.election.enable": "boolean",
    "zookeeper.connection.timeout.ms": "integer",
    "zookeeper.session.timeout.ms": "integer",
};

/** What the service owns: listeners, logins, identity and storage of the brokers (MSK-CONF-02). */
export const SERVICE_PROPERTIES: readonly string[] = [
    "listeners",
    "advertised.listeners",
    "sasl.enabled.mechanisms",
    "security.inter.broker.protocol",
    "broker.id",
    "log.dirs",
    "zookeeper.connect",
];

/** Settings of one topic, with the server property that sets the same for all. */
export const TOPIC_SETTINGS: Readonly<Record<string, string>> = {
    "cleanup.policy": "log.cleanup.policy",
    "delete.retention.ms": "log.cleaner.delete.retention.ms",
    "flush.messages": "log.flush.interval.messages",
    "flush.ms": "log.flush.interval.ms",
    "max.message.bytes": "message.max.bytes",
    "message.timestamp.type": "log.message.timestamp.type",
    "min.cleanable.dirty.ratio": "log.cleaner.min.cleanable.ratio",
    "retention.bytes": "log.retention.bytes",
    "retention.ms": "log.retention.ms",
    "segment.bytes": "log.segment.bytes",
    "segment.ms": "log.roll.ms",
};

/** The largest and smallest number that a property takes (MSK-CONF-03). */
export const SERVER_PROPERTY_RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
    "replica.lag.time.max.ms": [10_000, 30_000],
    "zookeeper.session.timeout.ms": [6000, 18_000],
};
