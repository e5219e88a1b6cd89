import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { connect, isIP, type Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { TlsSettings } from "./clientSettings";
import type { Attempt } from "./connection";
import type { Deadline } from "./deadline";
import { encrypt } from "./encrypt";
import { type Failure, KafkaFailure } from "./failure";
import { nameOfServer, type Server } from "./server";
import { addressFailure, portFailure } from "./socketFailures";

/** Collects what was tried. */
export type Journal = (attempt: Attempt) => void;

/** A connection over TLS whose broker showed a certificate that is accepted. @throws KafkaFailure of the step that failed */
export async function dial(server: Server, tls: TlsSettings, deadline: Deadline, journal: Journal): Promise<TLSSocket> {
    const addresses = await addressesOf(server.host, deadline, journal);
    const socket = await connectTo(server, addresses, deadline, journal);
    return encrypt(socket, server, tls, deadline);
}

/** As `dial`, with no encryption, to see what listens. */
export async function dialPlain(server: Server, deadline: Deadline): Promise<Socket> {
    const nobody = () => undefined;
    return connectTo(server, await addressesOf(server.host, deadline, nobody), deadline, nobody);
}

async function addressesOf(host: string, deadline: Deadline, journal: Journal): Promise<readonly LookupAddress[]> {
    const family = isIP(host);
    if (family !== 0) {
        journal({ step: "dns", target: host, note: "It is an address, and no name." });
        return [{ address: host, family }];
    }
    const late = () => new KafkaFailure(addressFailure("timeout", host, deadline.timeout));
    try {
        const addresses = await deadline.limit(lookup(host, { all: true, verbatim: true }), late);
        journal({ step: "dns", target: host, note: addresses.map(({ address }) => address).join(", ") });
        return addresses;
    } catch (thrown) {
        if (thrown instanceof KafkaFailure) throw failed(journal, thrown);
        const { code = "unknown" } = thrown as NodeJS.ErrnoException;
        throw failed(journal, new KafkaFailure(addressFailure(code, host, deadline.timeout)));
    }
}

/** One address after the other, as Java's client does, each with its share of the time. */
async function connectTo(
    server: Server,
    addresses: readonly LookupAddress[],
    deadline: Deadline,
    journal: Journal,
): Promise<Socket> {
    const failures: Failure[] = [];
    for (const [index, { address }] of addresses.entries()) {
        const tried = await tryAddress(server, address, deadline.share(addresses.length - index));
        if (!("code" in tried)) {
            const silent = failures.map((_, at) => addresses[at]!.address).join(", ");
            const note = `${address}${silent && `; no connection to ${silent}`}`;
            journal({ step: "tcp", target: nameOfServer(server), note });
            return tried;
        }
        failures.push(tried);
    }
    const [first] = failures as [Failure];
    const others =
        addresses.length > 1
            ? ` All its addresses were tried: ${addresses.map(({ address }) => address).join(", ")}.`
            : "";
    throw failed(journal, new KafkaFailure({ ...first, cause: first.cause + others }));
}

function tryAddress(server: Server, address: string, deadline: Deadline): Promise<Socket | Failure> {
    return new Promise((resolve) => {
        const socket = connect({ host: address, port: server.port, noDelay: true });
        const timer = setTimeout(() => finish(portFailure("timeout", server, deadline.timeout)), deadline.left);
        const finish = (result: Socket | Failure): void => {
            clearTimeout(timer);
            // Errors after this moment are those of whoever takes the socket over, and of nobody where it is given up.
            if (result !== socket) socket.destroy();
            resolve(result);
        };
        socket.on("connect", () => finish(socket));
        socket.on("error", ({ code = "unknown" }: NodeJS.ErrnoException) => {
            finish(portFailure(code, server, deadline.timeout));
        });
    });
}

function failed(journal: Journal, error: KafkaFailure): KafkaFailure {
    const { failure } = error;
    journal({ step: failure.step as Attempt["step"], target: failure.target ?? "", failure });
    return error;
}
