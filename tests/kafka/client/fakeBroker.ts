import { type AddressInfo, createServer as createPlainServer, type Server as NetServer, type Socket } from "node:net";
import { createServer, type TlsOptions } from "node:tls";
import type { ClientSettings } from "../../../kafka/client";
import { array, int8, int16, int32, int64, Reader, sized, string } from "../../../kafka/client/bytes";
import { issue, SERVER_AUTH } from "../stores/issue";

export const AUTHORITY = issue("test authority", { ca: true });
export const BROKER = issue("broker", { by: AUTHORITY, hosts: ["localhost", "127.0.0.1"], usages: [SERVER_AUTH] });

/** A request as a broker reads it. */
export interface Request {
    readonly key: number;
    readonly version: number;
    readonly body: Reader;
}

/** The body of an answer, `silence`, or the end of the connection. */
export type Reaction = Buffer | "silence" | "close";

/** What a test makes a broker of: it may answer each kind of request in its own way. */
export interface FakeBrokerOptions {
    readonly tls?: TlsOptions;
    readonly isPlain?: boolean;
    /** The address on which it listens. @default 127.0.0.1 */
    readonly listensOn?: string;
    answer?(request: Request, port: number): Reaction | undefined;
}

/** A server that speaks just enough of Kafka's protocol, and can misbehave. */
export class FakeBroker {
    readonly requests: number[] = [];
    private readonly sockets = new Set<Socket>();

    private constructor(
        private readonly server: NetServer,
        private readonly options: FakeBrokerOptions,
    ) {}

    static async start(options: FakeBrokerOptions = {}): Promise<FakeBroker> {
        const tls = { key: BROKER.keyPem, cert: BROKER.pem, ...options.tls };
        const server = options.isPlain ? createPlainServer() : createServer(tls);
        const broker = new FakeBroker(server, options);
        server.on("tlsClientError", () => undefined);
        server.on("connection", (socket: Socket) => {
            broker.sockets.add(socket);
            socket.on("error", () => undefined);
        });
        server.on(options.isPlain ? "connection" : "secureConnection", (socket: Socket) => broker.serve(socket));
        await new Promise<void>((resolve) => server.listen(0, options.listensOn ?? "127.0.0.1", resolve));
        return broker;
    }

    get port(): number {
        return (this.server.address() as AddressInfo).port;
    }

    /** How many connections are open. */
    get connections(): number {
        return [...this.sockets].filter((socket) => !socket.destroyed).length;
    }

    async stop(): Promise<void> {
        for (const socket of this.sockets) socket.destroy();
        await new Promise((resolve) => this.server.close(resolve));
    }

    private serve(socket: Socket): void {
        let received = Buffer.alloc(0);
        socket.on("error", () => undefined);
        socket.on("data", (bytes) => {
            received = Buffer.concat([received, bytes]);
            // What TLS begins with is read as the size of a request, and one that no broker takes.
            if (received.length >= 4 && received.readInt32BE(0) > 100_000_000) socket.destroy();
            while (received.length >= 4 && received.length >= 4 + received.readInt32BE(0)) {
                const size = 4 + received.readInt32BE(0);
                this.react(socket, received.subarray(4, size));
                received = received.subarray(size);
            }
        });
    }

    private react(socket: Socket, bytes: Buffer): void {
        const reader = new Reader(bytes);
        const [key, version, id] = [reader.int16(), reader.int16(), reader.int32()];
        reader.string();
        this.requests.push(key);
        const request = { key, version, body: reader };
        const reaction = this.options.answer?.(request, this.port) ?? usualAnswer(request, this.port);
        if (reaction === "close") socket.end();
        else if (reaction !== "silence") socket.write(sized(Buffer.concat([int32(id), reaction])));
    }
}

/** Settings for a client of a fake broker. */
export function settingsFor(port: number, change: Partial<ClientSettings> = {}): ClientSettings {
    return {
        servers: [{ host: "localhost", port }],
        tls: { ca: [AUTHORITY.pem], trust: "ssl.truststore" },
        acks: 1,
        compression: "none",
        ...change,
    };
}

export const ALL_VERSIONS = Buffer.concat([
    int16(0),
    array([0, 3, 17, 18, 36].map((key) => Buffer.concat([int16(key), int16(0), int16(key === 3 ? 4 : 12)]))),
]);

/** A cluster of this one broker; each topic has two partitions, or an error. */
export function metadata(port: number, name: string, error = 0, leader = 1, host = "localhost"): Buffer {
    const broker = Buffer.concat([int32(1), string(host), int32(port), string(null)]);
    const partition = (index: number) =>
        Buffer.concat([int16(0), int32(index), int32(leader), array([int32(1)]), array([int32(1)])]);
    const topic = [int16(error), string(name), int8(0), array(error === 0 ? [partition(1), partition(0)] : [])];
    return Buffer.concat([int32(0), array([broker]), string("id"), int32(1), array([Buffer.concat(topic)])]);
}

export function produced(error: number, offset = 5n, text: string | null = null): Buffer {
    const partition = [int32(0), int16(error), int64(offset), int64(-1n), int64(0n), array([]), string(text)];
    return Buffer.concat([array([Buffer.concat([string("t"), array([Buffer.concat(partition)])])]), int32(0)]);
}

function usualAnswer({ key, body }: Request, port: number): Reaction {
    switch (key) {
        case 18:
            return ALL_VERSIONS;
        case 3:
            return metadata(port, body.array(() => body.string() ?? "")[0] ?? "");
        case 17:
            return Buffer.concat([int16(0), array([string("PLAIN")])]);
        case 36:
            return Buffer.concat([int16(0), string(null), sized(Buffer.alloc(0))]);
        case 0:
            return produced(0);
        default:
            return "close";
    }
}
