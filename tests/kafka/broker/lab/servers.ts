import { connect, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Issued } from "../../stores/issue";

/** A server of a test, which keeps nobody waiting when it is closed. */
export interface TestServer {
    readonly port: number;
    close(): Promise<void>;
}

/** Takes connections and never says a word. */
export function silentServer(): Promise<TestServer> {
    return serve(createServer((socket) => void socket.on("error", () => undefined)));
}

/** A TLS server with this certificate that answers as a web server does. */
export function webServer({ pem, keyPem }: Issued): Promise<TestServer> {
    const answer = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    const server = createTlsServer({ cert: pem, key: keyPem }, (socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () => socket.end(answer));
    });
    server.on("tlsClientError", () => undefined);
    return serve(server);
}

/** What a forwarder can be told to do. */
export interface Forwarder extends TestServer {
    /** Lets nothing through any more, without closing anything. */
    freeze(): void;
    /** Ends every connection, and takes no new one. */
    cut(): void;
}

export interface ForwarderSettings {
    /** @default 127.0.0.1 */
    readonly host?: string;
    /** Freezes by itself after so many bytes towards the client. @default never */
    readonly freezeAfter?: number;
    /** Cuts by itself after so many bytes towards the client. @default never */
    readonly cutAfter?: number;
}

/** Stands between a client and a broker, and hands on what both say. */
export async function forwarder(to: number, settings: ForwarderSettings = {}): Promise<Forwarder> {
    const {
        host = "127.0.0.1",
        freezeAfter = Number.POSITIVE_INFINITY,
        cutAfter = Number.POSITIVE_INFINITY,
    } = settings;
    const sockets = new Set<Socket>();
    let isFrozen = false;
    let isCut = false;
    let passed = 0;
    const cut = () => {
        isCut = true;
        for (const socket of sockets) socket.destroy();
    };
    const server = createServer((client) => {
        if (isCut) return void client.destroy();
        const broker = connect(to, "127.0.0.1");
        for (const [from, into] of [
            [client, broker],
            [broker, client],
        ] as const) {
            sockets.add(from);
            from.on("error", () => into.destroy());
            from.on("close", () => {
                sockets.delete(from);
                if (!isFrozen) into.destroy();
            });
            from.on("data", (bytes) => {
                if (from === broker) passed += bytes.length;
                if (passed > freezeAfter) isFrozen = true;
                if (passed > cutAfter) cut();
                else if (!isFrozen) into.write(bytes);
            });
        }
    });
    const started = await serve(server, host);
    const freeze = () => {
        isFrozen = true;
    };
    return { ...started, freeze, cut };
}

async function serve(server: Server, host = "127.0.0.1"): Promise<TestServer> {
    const sockets = new Set<Socket>();
    server.on("connection", (socket: Socket) => {
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
    });
    await new Promise<void>((done, failed) => {
        server.once("error", failed);
        server.listen(0, host, done);
    });
    return {
        port: (server.address() as { port: number }).port,
        close() {
            for (const socket of sockets) socket.destroy();
            return new Promise((done) => server.close(() => done()));
        },
    };
}
