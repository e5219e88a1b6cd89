import { reverse } from "node:dns/promises";
import { isIP } from "node:net";
import type { KerberosLogin } from "../client/clientSettings";
import { Deadline } from "../client/deadline";
import { type Failure, KafkaFailure, type Outcome, outcomeOf } from "../client/failure";
import { nameOfServer, type Server } from "../client/server";
import { ask } from "./kdc";
import { ANSWER_TOO_BIG } from "./kdcErrors";
import type { Transport } from "./kdcTransport";
import { type Exchange, logInWithTicket } from "./securityContext";
import { firstTicket, type Kdc, serviceTicket, type Ticket } from "./tickets";

/** What a KDC answered in a try. */
export interface KdcVisit {
    readonly kdc: string;
    readonly transport: Transport;
    /** In words. */
    readonly note: string;
}

/** Failures after which the next KDC, or the other transport, is tried. */
const UNREACHED: ReadonlySet<string> = new Set([
    "kdc-unknown-host",
    "kdc-refused",
    "kdc-timeout",
    "kdc-unreachable",
    "kdc-closed",
    "kdc-not-kerberos",
]);

/**
 * Logs the client in at a KDC over one transport, as the doctor does: it tells whether the way is open and the keytab
 * right. Over UDP no answer (`kdc-timeout`) may mean that packets are dropped, or nothing.
 */
export function askKdc(
    login: KerberosLogin,
    kdc: Server,
    transport: Transport,
    { timeout = 10_000 }: { readonly timeout?: number } = {},
): Promise<Outcome<KdcVisit>> {
    return outcomeOf(async () => {
        const deadline = new Deadline(timeout);
        let isTooBig = false;
        const target = nameOfServer(kdc);
        const asked: Kdc = {
            target,
            async ask(message) {
                const answer = await ask(kdc, isTooBig ? "tcp" : transport, message, deadline.left);
                if (!("refusal" in answer) || answer.refusal.number !== ANSWER_TOO_BIG || transport === "tcp")
                    return answer;
                isTooBig = true;
                return ask(kdc, "tcp", message, deadline.left);
            },
        };
        const { encryption } = await firstTicket(login, asked);
        const note = `a ticket for ${login.principal}@${login.realm} with ${encryption.name}${isTooBig ? ", over TCP, since it is too large for UDP" : ""}`;
        return { kdc: target, transport, note };
    });
}

/** Logs in at a broker: gets its tickets from the first KDC that answers, over TCP or else UDP. @throws KafkaFailure */
export async function logInWithKerberos(
    login: KerberosLogin,
    host: string,
    exchange: Exchange,
    timeout: number,
): Promise<void> {
    const ticket = await ticketFor(login, await serviceOf(login, host, timeout), timeout);
    await logInWithTicket(login, ticket, exchange);
}

async function ticketFor(login: KerberosLogin, service: string, timeout: number): Promise<Ticket> {
    const deadline = new Deadline(timeout);
    const ways = login.kdcs.flatMap((kdc) => (["tcp", "udp"] as const).map((transport) => ({ kdc, transport })));
    let failure: Failure | undefined;
    for (const [index, { kdc, transport }] of ways.entries()) {
        try {
            const way = openWay(kdc, transport, deadline.share(ways.length - index));
            const first = await firstTicket(login, way);
            return await serviceTicket(login, first, service, way);
        } catch (thrown) {
            if (!(thrown instanceof KafkaFailure) || !UNREACHED.has(thrown.failure.code)) throw thrown;
            // Over UDP everything looks like silence, so what TCP said is told.
            failure ??= thrown.failure;
        }
    }
    throw new KafkaFailure(failure ?? withoutKdc(login.realm));
}

function openWay(kdc: Server, transport: Transport, deadline: Deadline): Kdc {
    return {
        target: nameOfServer(kdc),
        async ask(message) {
            const answer = await ask(kdc, transport, message, deadline.left);
            const isTooBig = "refusal" in answer && answer.refusal.number === ANSWER_TOO_BIG;
            return isTooBig && transport === "udp" ? ask(kdc, "tcp", message, deadline.left) : answer;
        },
    };
}

/**
 * The broker's principal: its host in small letters. A broker that is known by its address has the name that the address
 * resolves to, as for Java.
 */
async function serviceOf({ serviceName }: KerberosLogin, host: string, timeout: number): Promise<string> {
    if (isIP(host) === 0) return `${serviceName}/${host.toLowerCase().replace(/\.$/, "")}`;
    const named = await Promise.race([reverse(host).catch(() => []), silence(timeout / 2)]);
    return `${serviceName}/${(named[0] ?? host).toLowerCase()}`;
}

function silence(timeout: number): Promise<string[]> {
    return new Promise((resolve) => setTimeout(resolve, timeout, []).unref());
}

function withoutKdc(realm: string): Failure {
    return {
        step: "kdc",
        code: "kdc-unknown-host",
        cause: `No KDC is known for the realm ${realm}.`,
        fix: "Give its host as sasl.kerberos.krb5.kdc.",
    };
}
