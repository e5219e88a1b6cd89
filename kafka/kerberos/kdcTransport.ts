import { createSocket } from "node:dgram";
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { connect } from "node:net";
import type { Server } from "../client/server";

/** What KDCs take: a message over UDP in one packet, over TCP with its length in front. */
export type Transport = "tcp" | "udp";

/** More than any answer of a KDC has. */
const LONGEST_ANSWER = 1024 * 1024;
/** How often a packet is sent again within the time there is; packets get lost. */
const PACKETS = 3;

/** A KDC that gave no answer; `code` is that of Node, or one of these two. */
export class TransportError extends Error {
    constructor(
        readonly code: "timeout" | "closed" | (string & {}),
        message: string,
    ) {
        super(message);
        this.name = "TransportError";
    }
}

/** The answer of a KDC. @throws TransportError */
export function sendToKdc(kdc: Server, transport: Transport, message: Buffer, timeout: number): Promise<Buffer> {
    return transport === "tcp" ? overTcp(kdc, message, timeout) : overUdp(kdc, message, timeout);
}

function overTcp({ host, port }: Server, message: Buffer, timeout: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
        const socket = connect({ host, port });
        const timer = setTimeout(() => finish(new TransportError("timeout", "no answer")), timeout);
        let received = Buffer.alloc(0);
        const finish = (answer: Buffer | TransportError): void => {
            clearTimeout(timer);
            socket.removeAllListeners("data");
            socket.destroy();
            if (answer instanceof TransportError) reject(answer);
            else resolve(answer);
        };
        socket.on("error", (error: NodeJS.ErrnoException) => finish(new TransportError(codeOf(error), error.message)));
        socket.on("close", () => finish(new TransportError("closed", "the connection was closed")));
        socket.on("connect", () => {
            const length = Buffer.alloc(4);
            length.writeUInt32BE(message.length);
            socket.write(Buffer.concat([length, message]));
        });
        socket.on("data", (bytes) => {
            received = Buffer.concat([received, bytes]);
            if (received.length < 4) return;
            const length = received.readUInt32BE(0);
            if (length > LONGEST_ANSWER) finish(new TransportError("nonsense", "the answer is of no known form"));
            else if (received.length >= 4 + length) finish(received.subarray(4, 4 + length));
        });
    });
}

async function overUdp({ host, port }: Server, message: Buffer, timeout: number): Promise<Buffer> {
    const start = Date.now();
    const { address, family } = await addressOf(host, timeout);
    const rest = Math.max(1, timeout - (Date.now() - start));
    return new Promise((resolve, reject) => {
        const socket = createSocket(family === 6 ? "udp6" : "udp4");
        const send = (): void => socket.send(message, (error) => error && finish(errorOf(error)));
        const timers = [setTimeout(() => finish(new TransportError("timeout", "no answer")), rest)];
        let isFinished = false;
        const finish = (answer: Buffer | TransportError): void => {
            if (isFinished) return;
            isFinished = true;
            for (const timer of timers) clearTimeout(timer);
            socket.close();
            if (answer instanceof TransportError) reject(answer);
            else resolve(answer);
        };
        socket.on("error", (error: NodeJS.ErrnoException) => finish(errorOf(error)));
        socket.on("message", finish);
        // A socket that is connected hears that nothing listens on the port; another one never would.
        socket.connect(port, address, () => {
            if (isFinished) return;
            send();
            for (let sent = 1; sent < PACKETS; sent++) timers.push(setTimeout(send, (sent * rest) / PACKETS));
        });
    });
}

async function addressOf(host: string, timeout: number): Promise<LookupAddress> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new TransportError("timeout", "the name server does not answer")), timeout);
    });
    try {
        return await Promise.race([lookup(host), silence]);
    } catch (thrown) {
        throw thrown instanceof TransportError ? thrown : errorOf(thrown as NodeJS.ErrnoException);
    } finally {
        clearTimeout(timer);
    }
}

function errorOf(error: NodeJS.ErrnoException): TransportError {
    return new TransportError(codeOf(error), error.message);
}

/** With several addresses Node gives one error for all, which has no code of its own. */
function codeOf(error: NodeJS.ErrnoException & { readonly errors?: readonly NodeJS.ErrnoException[] }): string {
    return error.code ?? error.errors?.[0]?.code ?? "unknown";
}
