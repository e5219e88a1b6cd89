import type { Failure, Outcome } from "./failure";
import type { Server } from "./server";

/** How long something may take. */
export interface Patience {
    /** Milliseconds for the whole, whatever it is made of. @default 10000 */
    readonly timeout?: number;
}

/** What was tried on the way to a broker, in its order: `dns`, `tcp`, `tls`, `sasl`, `metadata`. Only the last can have failed. */
export interface Attempt {
    readonly step: "dns" | "tcp" | "tls" | "sasl" | "metadata";
    readonly target: string;
    readonly failure?: Failure;
    /** What was found, in words: addresses, the version of TLS, the certificate's last day. */
    readonly note?: string;
}

export interface Partition {
    readonly partition: number;
    /** Absent while there is none. */
    readonly leader?: Server & { readonly id: number };
}

export interface Topic {
    readonly name: string;
    /** In the order of their numbers. */
    readonly partitions: readonly Partition[];
    /** Whether the user may write to it. Absent where the broker does not tell: those before Kafka 2.3. */
    readonly mayWrite?: boolean;
}

/** What one broker says of the cluster. */
export interface ClusterView {
    /** Every broker as it is advertised to clients of this listener. */
    readonly brokers: readonly (Server & { readonly id: number })[];
    /** Present where a topic was asked for. Asking never creates it. */
    readonly topic?: Outcome<Topic>;
}

export interface Approach {
    readonly attempts: readonly Attempt[];
    /** Absent where an attempt failed. */
    readonly cluster?: ClusterView;
}
