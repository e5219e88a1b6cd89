import type { Duplex } from "node:stream";
import { int16, int32, Reader, string } from "./bytes";
import type { Deadline } from "./deadline";

/** How a request ended that got no answer. */
export class ChannelError extends Error {
    constructor(
        /** `closed`: without a word; `timeout`; `nonsense`: no answer of Kafka; `broken`: an error of the socket. */
        readonly kind: "closed" | "timeout" | "nonsense" | "broken",
        /** Of the socket. */
        readonly code = "",
    ) {
        super(`${kind} ${code}`.trim());
        this.name = "ChannelError";
    }
}

interface Waiting {
    readonly resolve: (answer: Reader) => void;
    readonly reject: (error: ChannelError) => void;
}

/** As clients name themselves to brokers; it stands in their logs. */
const CLIENT_ID = "pulumi-iot-kafka";
/** Answers of brokers are some KB; what claims more is no broker. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** Requests and answers of Kafka over a socket. Its errors are those of the requests that wait, and otherwise of nobody. */
export class Channel {
    private readonly waiting = new Map<number, Waiting>();
    private received: Buffer[] = [];
    private receivedSize = 0;
    private lastId = 0;
    private end: ChannelError | undefined;

    constructor(private readonly socket: Duplex) {
        socket.on("data", (bytes: Buffer) => this.take(bytes));
        socket.on("error", (error: NodeJS.ErrnoException) => this.fail(new ChannelError("broken", error.code)));
        socket.on("close", () => this.fail(new ChannelError("closed")));
        socket.on("end", () => this.fail(new ChannelError("closed")));
    }

    get isOpen(): boolean {
        return this.end === undefined;
    }

    /** Sends a request and gives the body of its answer. @throws ChannelError */
    async ask(key: number, version: number, body: readonly Uint8Array[], deadline: Deadline): Promise<Reader> {
        const id = ++this.lastId;
        const answer = new Promise<Reader>((resolve, reject) => {
            if (this.end) reject(this.end);
            else this.waiting.set(id, { resolve, reject });
        });
        this.write(key, version, id, body);
        try {
            return await deadline.limit(answer, () => new ChannelError("timeout"));
        } finally {
            this.waiting.delete(id);
        }
    }

    /** Sends a request that has no answer. @throws ChannelError */
    async tell(key: number, version: number, body: readonly Uint8Array[], deadline: Deadline): Promise<void> {
        if (this.end) throw this.end;
        const written = new Promise<void>((resolve, reject) => {
            this.write(key, version, ++this.lastId, body, (error) => {
                if (error) reject(this.end ?? new ChannelError("broken", (error as NodeJS.ErrnoException).code));
                else resolve();
            });
        });
        await deadline.limit(written, () => new ChannelError("timeout"));
    }

    /** Closes the connection once what was written is sent, and in any case within the time. */
    async close(deadline: Deadline): Promise<void> {
        const isClosed = new Promise<void>((resolve) => {
            if (this.socket.destroyed) resolve();
            else this.socket.once("close", () => resolve());
        });
        this.socket.end();
        await deadline.limit(isClosed, () => new ChannelError("timeout")).catch(() => undefined);
        this.destroy();
    }

    /** At once. */
    destroy(): void {
        this.fail(new ChannelError("closed"));
        this.socket.destroy();
    }

    private write(
        key: number,
        version: number,
        id: number,
        body: readonly Uint8Array[],
        done?: (error?: Error | null) => void,
    ): void {
        const head = Buffer.concat([int16(key), int16(version), int32(id), string(CLIENT_ID)]);
        const size = body.reduce((sum, part) => sum + part.length, head.length);
        if (this.socket.destroyed || !this.socket.writable) {
            done?.(new Error("closed"));
            return;
        }
        this.socket.write(Buffer.concat([int32(size), head, ...body]), done);
    }

    private take(bytes: Buffer): void {
        this.received.push(bytes);
        this.receivedSize += bytes.length;
        while (this.receivedSize >= 4) {
            const joined = this.received.length === 1 ? this.received[0]! : Buffer.concat(this.received);
            this.received = [joined];
            const size = joined.readInt32BE(0);
            if (size < 4 || size > LONGEST_ANSWER) {
                this.fail(new ChannelError("nonsense"));
                this.socket.destroy();
                return;
            }
            if (joined.length < 4 + size) return;
            this.answer(joined.subarray(4, 4 + size));
            this.received = [joined.subarray(4 + size)];
            this.receivedSize -= 4 + size;
        }
    }

    private answer(bytes: Buffer): void {
        // An answer that nobody waits for any more came too late.
        this.waiting.get(bytes.readInt32BE(0))?.resolve(new Reader(bytes.subarray(4)));
    }

    private fail(error: ChannelError): void {
        this.end ??= error;
        for (const { reject } of this.waiting.values()) reject(this.end);
        this.waiting.clear();
    }
}
