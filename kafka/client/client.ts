/** A record as Kafka holds it. */
export interface KafkaRecord {
    readonly topic: string;
    /** `null` has no key; an empty one is a key. */
    readonly key: Uint8Array | null;
    readonly value: Uint8Array | null;
    /** In this order; names may stand several times. */
    readonly headers?: readonly { readonly key: string; readonly value: Uint8Array | null }[];
    /** @default the one of the key as Java's producer chooses it; without a key any */
    readonly partition?: number;
    /** Milliseconds since 1970. @default now */
    readonly timestamp?: number;
}

export interface Delivery {
    readonly topic: string;
    readonly partition: number;
    /** Absent with `acks` 0: nobody says. */
    readonly baseOffset?: bigint;
    /** The broker that took it, `host:port`. */
    readonly server: string;
}
