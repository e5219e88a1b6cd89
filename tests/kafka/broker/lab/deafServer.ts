import { connect, type Socket } from "node:net";
import { start, stop } from "./children";
import type { TestServer } from "./servers";

/**
 * A host that drops every packet of a new connection, as behind a security group: its queue of connections is full, and
 * nobody takes one out.
 */
export async function deafServer(): Promise<TestServer> {
    const script = `
        const server = require("node:net").createServer();
        server.listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => process.stdout.write(server.address().port + "\\n"));
    `;
    const child = start(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    const port = await new Promise<number>((done) => child.stdout!.once("data", (text) => done(Number(text))));
    child.kill("SIGSTOP");
    const waiting = await fill(port);
    return {
        port,
        async close() {
            for (const socket of waiting) socket.destroy();
            child.kill("SIGCONT");
            await stop(child);
        },
    };
}

/** Connects until a connection does not come about within a short time. */
async function fill(port: number): Promise<Socket[]> {
    const sockets: Socket[] = [];
    for (let count = 0; count < 64; count++) {
        const socket = connect(port, "127.0.0.1");
        socket.on("error", () => undefined);
        sockets.push(socket);
        const isTaken = await Promise.race([
            new Promise((done) => socket.once("connect", () => done(true))),
            new Promise((done) => setTimeout(done, 300, false)),
        ]);
        if (!isTaken) return sockets;
    }
    throw new Error("this system takes any number of connections");
}
