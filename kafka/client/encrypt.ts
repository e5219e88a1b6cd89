import { isIP, type Socket } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import type { TlsSettings } from "./clientSettings";
import type { Deadline } from "./deadline";
import { KafkaFailure } from "./failure";
import { nameOfServer, type Server } from "./server";
import { certificateFailure, handshakeFailure } from "./tlsFailures";

/**
 * TLS as Java's client does it: versions 1.2 and 1.3, the host of the address and nothing else in the certificate, and only
 * the authorities that are given. @throws KafkaFailure
 */
export function encrypt(plain: Socket, server: Server, tls: TlsSettings, deadline: Deadline): Promise<TLSSocket> {
    return new Promise((resolve, reject) => {
        const socket = connect({
            socket: plain,
            host: server.host,
            // An address is no name that a server could choose a certificate by.
            ...(isIP(server.host) === 0 ? { servername: server.host } : {}),
            ca: [...tls.ca],
            ...(tls.cert !== undefined && tls.key !== undefined ? { cert: tls.cert, key: tls.key } : {}),
            minVersion: "TLSv1.2",
            // Judged below, before anything is sent: Node would end the connection without showing the certificate.
            rejectUnauthorized: false,
        });
        const timer = setTimeout(
            () => finish(handshakeFailure("timeout", server, tls, deadline.timeout)),
            deadline.left,
        );
        const finish = (failure?: KafkaFailure["failure"]): void => {
            // What happens to the socket later on is told to whoever uses it; a promise takes its first answer.
            clearTimeout(timer);
            if (failure) {
                socket.destroy();
                plain.destroy();
                reject(new KafkaFailure(failure));
            } else resolve(socket);
        };
        socket.on("error", (error: NodeJS.ErrnoException) => {
            finish(handshakeFailure(error.code ?? "unknown", server, tls, deadline.timeout));
        });
        socket.on("close", () => finish(handshakeFailure("closed", server, tls, deadline.timeout)));
        socket.on("secureConnect", () => {
            if (socket.authorized) finish();
            else
                finish(
                    certificateFailure(String(socket.authorizationError), socket.getPeerCertificate(true), server, tls),
                );
        });
    });
}

/** What a connection is encrypted with, for the reader. */
export function noteOf(socket: TLSSocket, server: Server): string {
    const { subjectaltname: names = "", valid_to: until = "" } = socket.getPeerCertificate();
    const day = Number.isNaN(Date.parse(until)) ? "" : `, valid until ${new Date(until).toISOString().slice(0, 10)}`;
    return `${socket.getProtocol() ?? "TLS"}; the certificate of ${nameOfServer(server)} is for ${shown(names)}${day}`;
}

/** The names of a certificate, without their kinds, and not at any length. */
export function shown(names: string): string {
    const list = names.split(", ").map((name) => name.replace(/^(DNS|IP Address):/, ""));
    return list.slice(0, 5).join(", ") + (list.length > 5 ? ", …" : "");
}
