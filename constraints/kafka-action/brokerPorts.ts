import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import type { BrokerEntry } from "../facts/brokers";
import type { KafkaAction } from "../facts/kafkaAction";
import { propertyPath } from "./enumerated";

export const BROKERS = propertyPath("bootstrap.servers");

/** The ports of brokers that AWS IoT can reach. */
export const LOWEST_PORT = 9000;
export const HIGHEST_PORT = 9100;

/** Ports that are known to be something else than a listener the Kafka action can use, each with what it is. */
export const ZOOKEEPER_PORTS: Readonly<Record<number, string>> = {
    2181: "ZooKeeper",
    2182: "ZooKeeper with TLS",
};
export const UNREACHABLE_MSK_PORTS: Readonly<Record<number, string>> = {
    9194: "the public TLS listener of Amazon MSK",
    9196: "the public SASL/SCRAM listener of Amazon MSK",
    9198: "the public IAM listener of Amazon MSK",
    20092: "the IPv6 plaintext listener of Amazon MSK",
    20094: "the IPv6 TLS listener of Amazon MSK",
    20096: "the IPv6 SASL/SCRAM listener of Amazon MSK",
    20098: "the IPv6 IAM listener of Amazon MSK",
};

/** What is wrong with one well-formed entry, as the end of a sentence; undefined when nothing is. */
export type EntryCheck = (entry: BrokerEntry & { readonly host: string; readonly port: number }) => string | undefined;

/** Judges the well-formed entries of the bootstrap list, with one verdict for the list. */
export function checkEntries(action: KafkaAction, problemOf: EntryCheck): Verdict | undefined {
    const { brokers } = action;
    if (isUnknown(brokers)) return undetermined(BROKERS);
    const wrong: { entry: BrokerEntry; problem: string }[] = [];
    for (const entry of brokers) {
        const problem = isWellFormed(entry) ? problemOf(entry) : undefined;
        if (problem !== undefined) wrong.push({ entry, problem });
    }
    const [first, ...more] = wrong;
    if (first === undefined) return undefined;
    return violation(BROKERS, `${show(first.entry.text)} ${first.problem}${andMore(more.length)}`);
}

/** ` (and 2 more)` */
export function andMore(count: number): string {
    return count === 0 ? "" : ` (and ${count} more)`;
}

export function isWellFormed(entry: BrokerEntry): entry is BrokerEntry & { host: string; port: number } {
    return entry.problem === undefined && entry.host !== undefined && entry.port !== undefined;
}
