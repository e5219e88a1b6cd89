import type { Input } from "@pulumi/pulumi";
import type { Authentication } from "./authenticationArgs";
import type { Acks, Compression } from "./words";

/** A header of every record. */
export interface KafkaHeader {
    /** The header's name. */
    key: Input<string>;
    /** Its value, which may contain substitution templates. */
    value: Input<string>;
}

/** The records that a rule writes. */
export interface KafkaMessage {
    /** The Kafka topic, by name or by a substitution template. */
    topic: Input<string>;
    /** The record's key, often a template: records with one key stay in order. */
    key?: Input<string>;
    /** The partition as a text, or a template; by default the key chooses it. */
    partition?: Input<string>;
    /** Headers of every record. */
    headers?: Input<Input<KafkaHeader>[]>;
    /** Acknowledgements to wait for, the leader's by default. */
    acks?: Input<Acks>;
    /** How record batches are compressed, which by default they are not. */
    compression?: Input<Compression>;
    /** The serializer of keys, written only when it is given. */
    keySerializer?: Input<string>;
    /** The serializer of values, written only when it is given. */
    valueSerializer?: Input<string>;
}

/** A Kafka action of its own, to another cluster than the rule's. */
export interface KafkaAction extends KafkaMessage {
    /** ARN of the VPC destination through which the brokers are reached. */
    destinationArn: Input<string>;
    /** The brokers, `host:port,host:port`. */
    bootstrapServers: Input<string>;
    /** How the rule proves to these brokers who it is. */
    authentication: Authentication;
}

/** One more Kafka action of a rule. */
export interface FurtherKafkaAction extends KafkaMessage {
    /** ARN of the VPC destination; by default the rule's. */
    destinationArn?: Input<string>;
    /** The brokers; by default the rule's. */
    bootstrapServers?: Input<string>;
    /** How the rule proves to these brokers who it is; by default as to its own. */
    authentication?: Authentication;
}
