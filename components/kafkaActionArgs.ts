import type { Input } from "@pulumi/pulumi";
import type { KafkaAuthentication } from "./authentication";
import type { Optional } from "./oneOf";

/**
 * Acknowledgements to wait for: none, the leader's, or (`"-1"` and `"all"` alike) all in-sync replicas'. AWS documents
 * the last two on a newer page only, so the policy pack accepts them when the option `allowed` of `acks-value` lists them.
 */
export type Acks = "0" | "1" | "-1" | "all";

/** How record batches are compressed. */
export type Compression = "none" | "gzip" | "snappy" | "lz4" | "zstd";

/** A header of every record. */
export interface KafkaHeader {
    /** At most 16,384 characters. */
    key: Input<string>;
    /** At most 16,384 characters; may contain substitution templates. */
    value: Input<string>;
}

/** The records that a rule writes. */
export interface KafkaMessage {
    /** The Kafka topic: a legal topic name, or a substitution template such as `"site-${topic(2)}"`. */
    topic: Input<string>;
    /** The record's key, often a template such as `"${topic(2)}"`: records with one key stay in order. @default no key */
    key?: Optional<string>;
    /** The partition, a whole number from 0 as a text, or a template. @default chosen by the key */
    partition?: Optional<string>;
    /** 1 to 100 headers. @default none */
    headers?: Optional<Input<KafkaHeader>[]>;
    /** Acknowledgements to wait for. @default "1", which AWS IoT takes when none is written */
    acks?: Optional<Acks>;
    /** How record batches are compressed. @default "none", which AWS IoT takes when none is written */
    compression?: Optional<Compression>;
    /** `StringSerializer`, short or with its Java package. @default not written */
    keySerializer?: Optional<string>;
    /** `ByteBufferSerializer`, short or with its Java package. @default not written */
    valueSerializer?: Optional<string>;
}

/** The cluster that a rule writes to. */
export interface KafkaConnection {
    /** ARN of the VPC destination, in the rule's account and Region: `destinationArn` of a `VpcDestination`. */
    destinationArn: Input<string>;
    /** `host:port,host:port`; AWS IoT reaches ports 9000 to 9100 only. */
    bootstrapServers: Input<string>;
    /** How the rule proves to the brokers who it is. */
    authentication: KafkaAuthentication;
}

/** One more Kafka action of a rule; what it does not say of its connection is the rule's own. */
export type FurtherKafkaAction = KafkaMessage & Partial<KafkaConnection>;
