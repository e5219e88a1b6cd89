/**
 * The primitive types of Kafka's protocol, as far as its versions before the flexible ones have them.
 * https://kafka.apache.org/protocol#protocol_types
 */

/** What is read ends too early, or is of no known form. */
export class ProtocolError extends Error {
    override readonly name = "ProtocolError";
}

/** More members than any answer has. */
const MOST_MEMBERS = 1_000_000;

export const int8 = (value: number): Buffer => Buffer.from([value & 0xff]);

export function int16(value: number): Buffer {
    const bytes = Buffer.alloc(2);
    bytes.writeInt16BE(value);
    return bytes;
}

export function int32(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
}

export function int64(value: bigint): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(value);
    return bytes;
}

/** `null` where there is none. */
export function string(text: string | null): Buffer {
    if (text === null) return int16(-1);
    const bytes = Buffer.from(text, "utf8");
    return Buffer.concat([int16(bytes.length), bytes]);
}

export function sized(bytes: Uint8Array): Buffer {
    return Buffer.concat([int32(bytes.length), bytes]);
}

export function array(members: readonly Uint8Array[]): Buffer {
    return Buffer.concat([int32(members.length), ...members]);
}

/** Reads values one after the other. @throws ProtocolError where there is nothing left */
export class Reader {
    private offset = 0;

    constructor(private readonly bytes: Buffer) {}

    int8(): number {
        return this.take(1).readInt8();
    }

    int16(): number {
        return this.take(2).readInt16BE();
    }

    int32(): number {
        return this.take(4).readInt32BE();
    }

    int64(): bigint {
        return this.take(8).readBigInt64BE();
    }

    string(): string | null {
        const size = this.int16();
        return size < 0 ? null : this.take(size).toString("utf8");
    }

    sized(): Buffer {
        return this.take(Math.max(0, this.int32()));
    }

    array<T>(member: () => T): T[] {
        const size = this.int32();
        if (size > MOST_MEMBERS) throw new ProtocolError(`an array has ${size} members`);
        const members: T[] = [];
        for (let index = 0; index < size; index++) members.push(member());
        return members;
    }

    private take(size: number): Buffer {
        if (this.offset + size > this.bytes.length) throw new ProtocolError("an answer ends too early");
        this.offset += size;
        return this.bytes.subarray(this.offset - size, this.offset);
    }
}
