import type { TLSSocket } from "node:tls";
import { ProtocolError } from "./bytes";
import { Channel, ChannelError } from "./channel";
import type { ClientSettings } from "./clientSettings";
import type { Attempt } from "./connection";
import { Deadline } from "./deadline";
import { dial, dialPlain, type Journal } from "./dial";
import { noteOf } from "./encrypt";
import { type Failure, KafkaFailure } from "./failure";
import { logIn } from "./login";
import { API, askVersions, type Versions } from "./requests";
import { nameOfServer, type Server } from "./server";
import { alertFailure, plaintextFailure } from "./tlsFailures";

/** A connection to one broker, logged in. */
export interface Session {
    readonly server: Server;
    readonly channel: Channel;
    readonly versions: Versions;
}

/** Goes the way to a broker up to the login, and tells each step to `journal`. @throws KafkaFailure of the step that failed */
export async function openSession(
    settings: ClientSettings,
    server: Server,
    deadline: Deadline,
    journal: Journal = () => undefined,
): Promise<Session> {
    const target = nameOfServer(server);
    const next = settings.login ? "sasl" : "metadata";
    const fail = (failure: Failure): KafkaFailure => {
        journal({ step: failure.step as Attempt["step"], target, failure });
        return new KafkaFailure(failure);
    };
    const socket = await encrypted(settings, server, deadline, journal, fail);
    const note = noteOf(socket, server);
    const channel = new Channel(socket);
    try {
        const versions = await firstAnswer(channel, settings, server, deadline, next).catch((thrown: KafkaFailure) => {
            if (thrown.failure.step !== "tls") journal({ step: "tls", target, note });
            throw thrown;
        });
        journal({ step: "tls", target, note });
        if (settings.login) {
            await logIn(channel, server, settings.login, deadline);
            journal({ step: "sasl", target, note: `${settings.login.mechanism} as ${nameOfUser(settings.login)}` });
        }
        return { server, channel, versions };
    } catch (thrown) {
        channel.destroy();
        throw fail(failureOf(thrown, settings, server, deadline, next));
    }
}

/**
 * The first request, which every listener answers, before a login too. With TLS 1.3 a broker refuses the client's
 * certificate after the handshake, and some close the connection without a word: only an answer shows that it does not.
 */
async function firstAnswer(
    channel: Channel,
    settings: ClientSettings,
    server: Server,
    deadline: Deadline,
    next: Failure["step"],
): Promise<Versions> {
    try {
        return await askVersions(channel, deadline);
    } catch (thrown) {
        const isClosed = thrown instanceof ChannelError && (thrown.kind === "closed" || thrown.kind === "broken");
        throw new KafkaFailure(failureOf(thrown, settings, server, deadline, isClosed ? "tls" : next));
    }
}

async function encrypted(
    settings: ClientSettings,
    server: Server,
    deadline: Deadline,
    journal: Journal,
    fail: (failure: Failure) => KafkaFailure,
): Promise<TLSSocket> {
    try {
        return await dial(server, settings.tls, deadline, journal);
    } catch (thrown) {
        if (!(thrown instanceof KafkaFailure) || thrown.failure.step !== "tls") throw thrown;
        // A plaintext listener closes the connection at the first byte of TLS, as others do: asked in plain text, it answers.
        const isClosed = thrown.failure.code === "tls-closed" || thrown.failure.code === "tls-not-spoken";
        const isPlain = isClosed && (await answersInPlainText(server, new Deadline(Math.min(2000, deadline.left))));
        throw fail(isPlain ? plaintextFailure(server, true) : thrown.failure);
    }
}

async function answersInPlainText(server: Server, deadline: Deadline): Promise<boolean> {
    try {
        const channel = new Channel(await dialPlain(server, deadline));
        const versions = await askVersions(channel, deadline).finally(() => channel.destroy());
        return versions.has(API.metadata);
    } catch {
        return false;
    }
}

/** What a request ended with, in the step that it was made in. */
export function failureOf(
    thrown: unknown,
    settings: ClientSettings,
    server: Server,
    deadline: Deadline,
    step: Failure["step"],
): Failure {
    if (thrown instanceof KafkaFailure) return thrown.failure;
    const target = nameOfServer(server);
    if (thrown instanceof ProtocolError) return notKafka(target, step);
    if (!(thrown instanceof ChannelError)) throw thrown;
    const alert = alertFailure(thrown.code, server, settings.tls);
    if (alert) return alert;
    if (thrown.kind === "nonsense") return notKafka(target, step);
    if (thrown.kind === "timeout") {
        return {
            step,
            code: "request-timeout",
            target,
            cause: `${target} takes connections and does not answer a request within ${Math.round(deadline.timeout)} ms.`,
            fix: "See whether the broker is overloaded or stopped, and whether a proxy stands between.",
        };
    }
    return closedFailure(settings, target, step);
}

function closedFailure({ login }: ClientSettings, target: string, step: Failure["step"]): Failure {
    if (step === "tls") {
        return {
            step,
            code: "tls-closed",
            target,
            cause: `${target} closes the connection right after the TLS handshake, as listeners do that want another certificate of the client, or one at all.`,
            fix: "Give the client's key store as ssl.keystore, or the port of the SASL listener for SASL_SSL; the broker's log tells why it closes.",
        };
    }
    if (step === "sasl") {
        return {
            step,
            code: "login-closed",
            target,
            cause: `${target} closes the connection in the login.`,
            fix: "Look into the log of the broker; see whether the port is that of a SASL listener.",
        };
    }
    if (!login && step === "metadata") {
        return {
            step,
            code: "listener-wants-login",
            target,
            cause: `${target} closes the connection at the first request, as a listener does that asks for a SASL login; security.protocol is SSL.`,
            fix: "Set security.protocol to SASL_SSL with a sasl.mechanism, or give the port of the mutual TLS listener (MSK: 9094).",
        };
    }
    return {
        step,
        code: "request-closed",
        target,
        cause: `${target} closed the connection instead of an answer.`,
        fix: "See whether the broker was stopped or restarted, and look into its log.",
    };
}

function notKafka(target: string, step: Failure["step"]): Failure {
    return {
        step,
        code: "not-kafka",
        target,
        cause: `What answers at ${target} is no Kafka broker.`,
        fix: "Give the brokers' host and port in bootstrap.servers; a ZooKeeper, a REST proxy or a web server is none.",
    };
}

function nameOfUser(login: NonNullable<ClientSettings["login"]>): string {
    return login.mechanism === "GSSAPI" ? `${login.principal}@${login.realm}` : login.username;
}
