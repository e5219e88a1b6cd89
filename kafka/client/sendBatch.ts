import { BROKER_ERROR, brokerFailure } from "./brokerFailures";
import type { ClientSettings } from "./clientSettings";
import type { Deadline } from "./deadline";
import type { Failure } from "./failure";
import { type BatchedRecord, recordBatch } from "./recordBatch";
import { API, PRODUCE_VERSIONS, produceAnswerIn, produceBody } from "./requests";
import { nameOfServer, type Server } from "./server";
import type { Session } from "./session";

export interface Place {
    readonly partition: number;
    readonly leader: Server;
}

export interface Delivery {
    readonly topic: string;
    readonly partition: number;
    /** Of the first record. Absent with `acks` 0: nobody says. */
    readonly baseOffset?: bigint;
    /** The broker that took it, `host:port`. */
    readonly server: string;
}

/** What became of a batch. */
export type Sent =
    | { readonly ok: true; readonly value: Delivery }
    /** `isPassing`: another try may work. */
    | { readonly ok: false; readonly isPassing: boolean; readonly failure: Failure };

const PASSING: readonly number[] = [BROKER_ERROR.topicUnknown, BROKER_ERROR.leaderNotAvailable, BROKER_ERROR.notLeader];
/** The first version of the request in which brokers take zstd. */
const FIRST_WITH_ZSTD = 7;

/** Sends records to the leader of a partition. @throws ChannelError, ProtocolError */
export async function sendBatch(
    { channel, versions, server }: Session,
    { acks, compression }: ClientSettings,
    topic: string,
    { partition }: Place,
    records: readonly BatchedRecord[],
    deadline: Deadline,
): Promise<Sent> {
    const name = nameOfServer(server);
    const about = `partition ${partition} of the topic ${JSON.stringify(topic)}`;
    const [lowest = 0, highest = 0] = versions.get(API.produce) ?? [];
    const version = PRODUCE_VERSIONS.find((one) => one >= lowest && one <= highest);
    if (version === undefined) return refused(35);
    if (compression === "zstd" && version < FIRST_WITH_ZSTD) return refused(76);
    const batch = { topic, partition, records: await recordBatch(records, compression) };
    const body = produceBody(batch, acks, Math.floor(deadline.left));
    if (acks === 0) {
        await channel.tell(API.produce, version, body, deadline);
        return { ok: true, value: { topic, partition, server: name } };
    }
    const answer = produceAnswerIn(await channel.ask(API.produce, version, body, deadline), version);
    if (answer?.error !== 0) return refused(answer?.error ?? -1, answer?.text);
    return { ok: true, value: { topic, partition, baseOffset: answer.baseOffset, server: name } };

    function refused(error: number, text?: string | null): Sent {
        return { ok: false, isPassing: PASSING.includes(error), failure: brokerFailure(error, about, name, text) };
    }
}
