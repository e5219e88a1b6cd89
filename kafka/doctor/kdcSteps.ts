import { type KerberosLogin, nameOfServer, type Server } from "../client";
import type { Deadline } from "../client/deadline";
import { askKdc, type Transport } from "../kerberos";
import { because } from "./derived";
import { failed, notReached, open, passed, type StepOfAction } from "./doctorStep";

/** The longest that silence over UDP is listened to: packets that come at all come at once. */
const LONGEST_SILENCE = 3000;

/**
 * Every KDC over TCP and over UDP: AWS wants both open. A KDC that says nothing over UDP fails no step, since nobody can
 * tell silence from a lost packet.
 */
export async function kdcSteps(login: KerberosLogin, deadline: Deadline): Promise<StepOfAction[]> {
    const tries = login.kdcs.map(async (kdc) => {
        const [tcp, udp] = await Promise.all([
            kdcStep(login, kdc, "tcp", deadline),
            kdcStep(login, kdc, "udp", deadline),
        ]);
        const isSame = tcp.ok === false && udp.ok === false && tcp.code === udp.code;
        return [tcp, isSame ? notReached("kdc", udp.target, because([tcp])) : udp];
    });
    return (await Promise.all(tries)).flat();
}

async function kdcStep(
    login: KerberosLogin,
    kdc: Server,
    transport: Transport,
    deadline: Deadline,
): Promise<StepOfAction> {
    const target = `${nameOfServer(kdc)}/${transport}`;
    const timeout = transport === "udp" ? Math.min(deadline.left, LONGEST_SILENCE) : deadline.left;
    const outcome = await askKdc(login, kdc, transport, { timeout });
    if (outcome.ok) return passed("kdc", target, `The KDC gives ${outcome.value.note}.`);
    const { failure } = outcome;
    if (transport === "tcp" || failure.code !== "kdc-timeout") return failed("kdc", target, failure);
    return open(
        "kdc",
        target,
        "kdc-silent",
        `No answer over UDP within ${timeout} ms: a firewall may drop it, or the KDC may not speak UDP. Java's client asks over UDP first.`,
    );
}
