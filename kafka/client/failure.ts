import type { FailureCode } from "./failures";

/** What is tried, in this order. */
export type Step =
    | "properties"
    | "secrets"
    | "truststore"
    | "keystore"
    | "kdc"
    | "dns"
    | "tcp"
    | "tls"
    | "sasl"
    | "metadata"
    | "topic"
    | "partition"
    | "produce";

/** Why something did not work: what was found, and what to do about it. None of its texts ever holds a secret. */
export interface Failure {
    /** Stable; the list is `FAILURES`. */
    readonly code: FailureCode;
    /** Where it went wrong. */
    readonly step: Step;
    /** `host:port`, or the host alone where a name does not resolve. */
    readonly target?: string;
    /** One sentence: what was found, and why it is wrong. */
    readonly cause: string;
    /** One sentence: what to do. */
    readonly fix: string;
}

/** A value, or the one reason why there is none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Carries a failure through code that works or throws; public functions answer with an `Outcome`. */
export class KafkaFailure extends Error {
    readonly failure: Failure;

    constructor(failure: Failure) {
        super(`${failure.cause} ${failure.fix}`);
        this.name = "KafkaFailure";
        this.failure = failure;
    }
}

/** The outcome of work that throws nothing but failures; what is none is a mistake of this program and goes its way. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    try {
        return { ok: true, value: await work() };
    } catch (thrown) {
        if (thrown instanceof KafkaFailure) return { ok: false, failure: thrown.failure };
        throw thrown;
    }
}
