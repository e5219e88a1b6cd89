import { partitionOf } from "../partitioner";
import { BROKER_ERROR } from "./brokerFailures";
import type { ClientSettings } from "./clientSettings";
import { viewOf } from "./clusterView";
import type { Patience, Topic } from "./connection";
import { Deadline } from "./deadline";
import { type Failure, KafkaFailure, type Outcome, outcomeOf } from "./failure";
import { type Delivery, type Place, sendBatch } from "./sendBatch";
import { nameOfServer, type Server } from "./server";
import { failureOf, openSession, type Session } from "./session";

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

export interface ConnectOptions extends Patience {
    /** @default those of the settings */
    readonly servers?: readonly Server[];
}

const RETRY_AFTER = 100;

/** Connects to the first server that works. What all of them failed with is told by the last. */
export function connect(settings: ClientSettings, options: ConnectOptions = {}): Promise<Outcome<KafkaClient>> {
    const { servers = settings.servers, timeout = 10_000 } = options;
    return outcomeOf(async () => {
        const deadline = new Deadline(timeout);
        let failure: Failure | undefined;
        for (const [index, server] of servers.entries()) {
            try {
                const session = await openSession(settings, server, deadline.share(servers.length - index));
                return new KafkaClient(settings, session, timeout);
            } catch (thrown) {
                if (!(thrown instanceof KafkaFailure)) throw thrown;
                failure ??= thrown.failure;
            }
        }
        throw new KafkaFailure(failure ?? withoutServers());
    });
}

/** A producer. Each of its calls ends within its time; `close` has to be called at the end. */
export class KafkaClient {
    private readonly sessions = new Map<string, Promise<Session>>();
    private readonly topics = new Map<string, Topic>();

    /** @internal `connect` makes one */
    constructor(
        private readonly settings: ClientSettings,
        private readonly first: Session,
        private readonly timeout: number,
    ) {
        this.sessions.set(nameOfServer(first.server), Promise.resolve(first));
    }

    /** The partitions of a topic and who leads them. Asking makes no topic. */
    topic(name: string, { timeout = this.timeout }: Patience = {}): Promise<Outcome<Topic>> {
        return outcomeOf(() => this.askTopic(name, new Deadline(timeout)));
    }

    /** Sends one record and, but for `acks` 0, waits for the broker to have it. */
    async produce(record: KafkaRecord, patience: Patience = {}): Promise<Outcome<Delivery>> {
        const { topic, key, partition } = record;
        return this.produceAll(topic, partition ?? key ?? undefined, [record], patience);
    }

    /** Several records in one batch, which goes to the partition, or that of the key, or to any. Topics of records are not looked at. */
    produceAll(
        topic: string,
        place: number | Uint8Array | undefined,
        records: readonly Omit<KafkaRecord, "topic" | "partition">[],
        { timeout = this.timeout }: Patience = {},
    ): Promise<Outcome<Delivery>> {
        return outcomeOf(async () => {
            const deadline = new Deadline(timeout);
            const now = Date.now();
            const batch = records.map((record) => ({ ...record, timestamp: record.timestamp ?? now }));
            for (;;) {
                const chosen = await this.placeOf(topic, place, deadline);
                const session = await this.sessionOf(chosen, deadline);
                const sent = await this.inTime(session, deadline, () =>
                    sendBatch(session, this.settings, topic, chosen, batch, deadline),
                );
                if (sent.ok) return sent.value;
                // The leader has changed, or is about to: who leads now has to be asked again.
                this.topics.delete(topic);
                if (!sent.isPassing || deadline.left < 2 * RETRY_AFTER) throw new KafkaFailure(sent.failure);
                await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
            }
        });
    }

    /** Sends what is left and closes all connections. */
    async close(): Promise<void> {
        const deadline = new Deadline(Math.min(this.timeout, 2000));
        const sessions = await Promise.allSettled(this.sessions.values());
        await Promise.all(
            sessions.map((session) =>
                session.status === "fulfilled" ? session.value.channel.close(deadline) : undefined,
            ),
        );
        this.sessions.clear();
    }

    private async placeOf(topic: string, place: number | Uint8Array | undefined, deadline: Deadline): Promise<Place> {
        const known = this.topics.get(topic) ?? (await this.askTopic(topic, deadline));
        this.topics.set(topic, known);
        const { partitions } = known;
        // Without a leader no record can go there, so a record without a key goes elsewhere.
        const led = partitions.filter(({ leader }) => leader);
        const anyOf = led.length > 0 ? led : partitions;
        const number =
            typeof place === "number"
                ? place
                : place
                  ? partitionOf(place, partitions.length)
                  : anyOf[Math.floor(Math.random() * anyOf.length)]?.partition;
        const found = partitions.find(({ partition }) => partition === number);
        if (!found) throw unknownPartition(topic, number, partitions.length);
        if (!found.leader) {
            this.topics.delete(topic);
            throw withoutLeader(topic, found.partition);
        }
        return { partition: found.partition, leader: found.leader };
    }

    private async askTopic(name: string, deadline: Deadline): Promise<Topic> {
        const session = this.first.channel.isOpen ? this.first : await this.anySession(deadline);
        const { topic } = await this.inTime(session, deadline, () => viewOf(session, name, deadline));
        if (topic?.ok) return topic.value;
        throw new KafkaFailure(topic!.failure);
    }

    /** Where the first connection is closed: another that is open, or a new one. */
    private async anySession(deadline: Deadline): Promise<Session> {
        for (const open of await Promise.allSettled(this.sessions.values())) {
            if (open.status === "fulfilled" && open.value.channel.isOpen) return open.value;
        }
        return this.sessionAt(this.first.server, deadline);
    }

    private sessionOf({ leader }: Place, deadline: Deadline): Promise<Session> {
        return this.sessionAt(leader, deadline);
    }

    private async sessionAt(server: Server, deadline: Deadline): Promise<Session> {
        const name = nameOfServer(server);
        const known = await this.sessions.get(name)?.catch(() => undefined);
        if (known?.channel.isOpen) return known;
        const opening = openSession(this.settings, server, deadline);
        this.sessions.set(name, opening);
        return opening;
    }

    private async inTime<T>({ server }: Session, deadline: Deadline, work: () => Promise<T>): Promise<T> {
        try {
            return await work();
        } catch (thrown) {
            throw new KafkaFailure(failureOf(thrown, this.settings, server, deadline, "produce"));
        }
    }
}

function unknownPartition(topic: string, number: number | undefined, count: number): KafkaFailure {
    const known = count === 1 ? "only partition 0" : `partitions 0 to ${count - 1}`;
    return new KafkaFailure({
        step: "partition",
        code: "partition-unknown",
        cause: `The topic ${JSON.stringify(topic)} has no partition ${number}: it has ${known}.`,
        fix: "Correct the partition of the action or leave it out; Java's producer would wait for it in vain.",
    });
}

function withoutLeader(topic: string, partition: number): KafkaFailure {
    return new KafkaFailure({
        step: "partition",
        code: "leader-missing",
        cause: `Partition ${partition} of the topic ${JSON.stringify(topic)} has no leader (error ${BROKER_ERROR.leaderNotAvailable}).`,
        fix: "Wait until the broker is back; a topic with one replica has no other to take its place.",
    });
}

function withoutServers(): Failure {
    return {
        step: "properties",
        code: "servers-form",
        cause: "There is no server to connect to.",
        fix: "Give the brokers as bootstrap.servers.",
    };
}
