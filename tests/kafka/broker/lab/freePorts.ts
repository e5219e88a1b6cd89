import { createServer, type Server } from "node:net";

/** Ports on which nobody listens, out of a range. They are held until all are found, so that none comes twice. */
export async function freePorts(count: number, from: number, to: number): Promise<number[]> {
    const held: Server[] = [];
    const start = from + Math.floor(Math.random() * (to - from + 1));
    for (let tried = 0; tried <= to - from && held.length < count; tried++) {
        const server = await listening(from + ((start - from + tried) % (to - from + 1)));
        if (server) held.push(server);
    }
    const ports = held.map((server) => (server.address() as { port: number }).port);
    await Promise.all(held.map((server) => new Promise((done) => server.close(done))));
    if (ports.length < count) throw new Error(`fewer than ${count} ports from ${from} to ${to} are free`);
    return ports;
}

function listening(port: number): Promise<Server | undefined> {
    return new Promise((done) => {
        const server = createServer();
        server.once("error", () => done(undefined));
        server.listen(port, "127.0.0.1", () => done(server));
    });
}
