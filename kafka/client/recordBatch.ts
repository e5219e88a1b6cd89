import { int8, int16, int32, int64 } from "./bytes";
import type { Compression } from "./clientSettings";
import { compress, NUMBER_OF_COMPRESSION } from "./compress";
import { crc32c } from "./crc32c";

/** What a batch holds of each record; topic and partition stand beside it. */
export interface BatchedRecord {
    readonly key: Uint8Array | null;
    readonly value: Uint8Array | null;
    readonly headers?: readonly { readonly key: string; readonly value: Uint8Array | null }[];
    /** Milliseconds since 1970. */
    readonly timestamp: number;
}

const MAGIC = 2;
const NOBODY = -1;

/**
 * Records as they are sent and stored: the record batch of version 2.
 * https://kafka.apache.org/documentation/#recordbatch
 *
 * It is written here since kafkajs keeps headers in an object: names that stand several times, or look like numbers, lose
 * their order there, and the record is not the one that the rule sends.
 */
export async function recordBatch(records: readonly BatchedRecord[], compression: Compression): Promise<Buffer> {
    const first = records[0]?.timestamp ?? 0;
    const latest = records.reduce((time, { timestamp }) => Math.max(time, timestamp), first);
    const plain = Buffer.concat(records.map((record, index) => encodedRecord(record, index, record.timestamp - first)));
    const guarded = Buffer.concat([
        int16(NUMBER_OF_COMPRESSION[compression]),
        int32(records.length - 1),
        int64(BigInt(first)),
        int64(BigInt(latest)),
        // No transaction and no numbering: who made it, and its sequence.
        int64(BigInt(NOBODY)),
        int16(NOBODY),
        int32(NOBODY),
        int32(records.length),
        await compress(plain, compression),
    ]);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc32c(guarded));
    const body = Buffer.concat([int32(NOBODY), int8(MAGIC), checksum, guarded]);
    return Buffer.concat([int64(0n), int32(body.length), body]);
}

function encodedRecord({ key, value, headers = [] }: BatchedRecord, offset: number, time: number): Buffer {
    const body = Buffer.concat([
        int8(0),
        varint(time),
        varint(offset),
        ...counted(key),
        ...counted(value),
        varint(headers.length),
        ...headers.flatMap((header) => [...counted(Buffer.from(header.key, "utf8")), ...counted(header.value)]),
    ]);
    return Buffer.concat([varint(body.length), body]);
}

function counted(bytes: Uint8Array | null): Uint8Array[] {
    return bytes === null ? [varint(-1)] : [varint(bytes.length), bytes];
}

/** A whole number of up to 53 bits: the sign goes to the lowest bit, and each byte has seven more. */
export function varint(value: number): Buffer {
    let rest = value >= 0 ? value * 2 : -value * 2 - 1;
    const bytes: number[] = [];
    while (rest >= 0x80) {
        bytes.push((rest % 0x80) | 0x80);
        rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
    return Buffer.from(bytes);
}
