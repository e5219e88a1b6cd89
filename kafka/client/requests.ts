import { array, int8, int16, int32, type Reader, sized, string } from "./bytes";
import type { Channel } from "./channel";
import type { Deadline } from "./deadline";

/** https://kafka.apache.org/protocol#protocol_api_keys */
export const API = { produce: 0, metadata: 3, saslHandshake: 17, apiVersions: 18, saslAuthenticate: 36 } as const;

/** The lowest and highest version of each request that a broker takes, by its key. */
export type Versions = ReadonlyMap<number, readonly [lowest: number, highest: number]>;

/** Version 0 is what every broker takes, before a login too. */
export async function askVersions(channel: Channel, deadline: Deadline): Promise<Versions> {
    const answer = await channel.ask(API.apiVersions, 0, [], deadline);
    answer.int16();
    return new Map(answer.array(() => [answer.int16(), [answer.int16(), answer.int16()]] as const));
}

export interface Handshake {
    readonly error: number;
    /** The mechanisms of the listener. */
    readonly mechanisms: readonly string[];
}

export async function askHandshake(channel: Channel, mechanism: string, deadline: Deadline): Promise<Handshake> {
    const answer = await channel.ask(API.saslHandshake, 1, [string(mechanism)], deadline);
    return { error: answer.int16(), mechanisms: answer.array(() => answer.string() ?? "") };
}

export interface TokenAnswer {
    readonly error: number;
    readonly text: string | null;
    readonly token: Buffer;
}

export async function sendToken(channel: Channel, token: Uint8Array, deadline: Deadline): Promise<TokenAnswer> {
    const answer = await channel.ask(API.saslAuthenticate, 0, [sized(token)], deadline);
    return { error: answer.int16(), text: answer.string(), token: answer.sized() };
}

export interface MetadataAnswer {
    readonly brokers: readonly { readonly id: number; readonly host: string; readonly port: number }[];
    readonly topics: readonly {
        readonly error: number;
        readonly name: string;
        readonly partitions: readonly { readonly error: number; readonly partition: number; readonly leader: number }[];
        /** What the user may do, a bit for each operation; absent where the broker does not tell. */
        readonly operations?: number;
    }[];
}

/** From version 8 on a broker also tells what the user may do with a topic. */
export const METADATA_VERSIONS = [8, 4] as const;

/** Stands for operations that were not asked for. */
const NOT_TOLD = -(2 ** 31);

/** Of the topics that are named; asking makes none. */
export async function askMetadata(
    channel: Channel,
    version: (typeof METADATA_VERSIONS)[number],
    topics: readonly string[],
    deadline: Deadline,
): Promise<MetadataAnswer> {
    const rights = version < 8 ? [] : [int8(0), int8(1)];
    const answer = await channel.ask(API.metadata, version, [array(topics.map(string)), int8(0), ...rights], deadline);
    answer.int32();
    const brokers = answer.array(() => {
        const broker = { id: answer.int32(), host: answer.string() ?? "", port: answer.int32() };
        answer.string();
        return broker;
    });
    answer.string();
    answer.int32();
    return { brokers, topics: answer.array(() => topicIn(answer, version)) };
}

function topicIn(answer: Reader, version: number): MetadataAnswer["topics"][number] {
    const error = answer.int16();
    const name = answer.string() ?? "";
    answer.int8();
    const partitions = answer.array(() => {
        const partition = { error: answer.int16(), partition: answer.int32(), leader: answer.int32() };
        if (version >= 7) answer.int32();
        answer.array(() => answer.int32());
        answer.array(() => answer.int32());
        if (version >= 5) answer.array(() => answer.int32());
        return partition;
    });
    const operations = version >= 8 ? answer.int32() : NOT_TOLD;
    return { error, name, partitions, ...(operations === NOT_TOLD ? {} : { operations }) };
}

export interface Batch {
    readonly topic: string;
    readonly partition: number;
    /** A record batch of version 2. */
    readonly records: Buffer;
}

export interface ProduceAnswer {
    readonly error: number;
    readonly baseOffset: bigint;
    /** From version 8 on. */
    readonly text: string | null;
}

/** Versions whose requests are alike; 7 is the first with zstd, 8 the first that says why. */
export const PRODUCE_VERSIONS = [8, 7, 6, 5, 4, 3] as const;

export function produceBody({ topic, partition, records }: Batch, acks: number, timeout: number): Buffer[] {
    const data = array([Buffer.concat([string(topic), array([Buffer.concat([int32(partition), sized(records)])])])]);
    return [string(null), int16(acks), int32(timeout), data];
}

/** The answer about the one batch of a request. */
export function produceAnswerIn(answer: Reader, version: number): ProduceAnswer | undefined {
    const topics = answer.array(() => {
        answer.string();
        return answer.array(() => {
            answer.int32();
            const error = answer.int16();
            const baseOffset = answer.int64();
            answer.int64();
            if (version >= 5) answer.int64();
            if (version < 8) return { error, baseOffset, text: null };
            const reasons = answer.array(() => [answer.int32(), answer.string()] as const);
            return { error, baseOffset, text: answer.string() ?? reasons[0]?.[1] ?? null };
        });
    });
    return topics[0]?.[0];
}
