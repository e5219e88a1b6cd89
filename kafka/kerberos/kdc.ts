import { type Failure, KafkaFailure } from "../client/failure";
import { nameOfServer, type Server } from "../client/server";
import { DerError, type DerValue, octetsOf, readDer } from "../stores/derValue";
import { fieldsOfApplication, integerOf, timeOf } from "./asn1";
import { CLOCK_SKEW, KDC_ERRORS, OTHER_ERROR } from "./kdcErrors";
import { sendToKdc, type Transport, TransportError } from "./kdcTransport";

/** KRB-ERROR: what a KDC says no with. */
export interface Refusal {
    readonly number: number;
    /** In the KDC's own words; may be empty. */
    readonly text: string;
    /** The KDC's clock. */
    readonly time: Date | undefined;
    /** How the client may come again. */
    readonly data: Buffer | undefined;
}

export type Answer = { readonly refusal: Refusal } | { readonly reply: Buffer };

const KRB_ERROR = 30;

/** Asks a KDC. @throws KafkaFailure where there is no answer, or none of a KDC */
export async function ask(kdc: Server, transport: Transport, message: Buffer, timeout: number): Promise<Answer> {
    const target = nameOfServer(kdc);
    try {
        const bytes = await sendToKdc(kdc, transport, message, timeout);
        return readDer(bytes).tag === 0x60 + KRB_ERROR ? { refusal: refusalIn(bytes) } : { reply: bytes };
    } catch (thrown) {
        if (thrown instanceof TransportError) throw new KafkaFailure(silence(thrown, target, transport, timeout));
        if (thrown instanceof DerError) throw notKerberos(target);
        throw thrown;
    }
}

/** An answer that is of no form that Kerberos has. */
export function notKerberos(target: string): KafkaFailure {
    return new KafkaFailure({
        step: "kdc",
        code: "kdc-not-kerberos",
        target,
        cause: `What answers at ${target} is no KDC of Kerberos 5.`,
        fix: "Give the host of the KDC as sasl.kerberos.krb5.kdc.",
    });
}

/** `subject`: whom the question was about, in words. */
export function refused({ number, text, time }: Refusal, target: string, subject: string): KafkaFailure {
    const { code, what, fix } = KDC_ERRORS[number] ?? OTHER_ERROR;
    const said = text === "" ? "" : `, "${text}"`;
    const clock = number === CLOCK_SKEW && time ? `; ${difference(time)}` : "";
    return new KafkaFailure({
        step: "kdc",
        code,
        target,
        cause: `The KDC ${target} gives no ticket for ${subject}: ${what}${clock} (Kerberos error ${number}${said}).`,
        fix,
    });
}

function difference(time: Date): string {
    const seconds = Math.round((Date.now() - time.getTime()) / 1000);
    return `the clock of this machine is ${Math.abs(seconds)} seconds ${seconds < 0 ? "behind" : "ahead of"} the KDC's`;
}

function refusalIn(bytes: Buffer): Refusal {
    const fields = fieldsOfApplication(bytes, KRB_ERROR);
    return {
        number: integerOf(fields.get(6)),
        text: wordsOf(fields.get(11)),
        time: timeOf(fields.get(4)),
        data: fields.has(12) ? octetsOf(fields.get(12)) : undefined,
    };
}

/** What others say is shown in one line, and not at any length. */
function wordsOf(value: DerValue | undefined): string {
    return (value?.content.toString("utf8") ?? "")
        .replace(/[^\x20-\x7e]+/g, " ")
        .trim()
        .slice(0, 200);
}

function silence(error: TransportError, target: string, transport: Transport, timeout: number): Failure {
    const over = transport.toUpperCase();
    const failure = (code: Failure["code"], cause: string, fix: string): Failure => {
        return { step: "kdc", code, target, cause, fix };
    };
    switch (error.code) {
        case "ENOTFOUND":
        case "EAI_NONAME":
        case "EAI_AGAIN":
            return failure(
                "kdc-unknown-host",
                `The name of the KDC ${target} does not resolve.`,
                "Correct sasl.kerberos.krb5.kdc, or add the name to a private hosted zone of the destination's VPC.",
            );
        case "ECONNREFUSED":
            return failure(
                "kdc-refused",
                `Nothing listens at ${target} over ${over}.`,
                "Give the host of the KDC, and have the KDC listen on port 88, TCP and UDP.",
            );
        case "timeout":
            return failure(
                "kdc-timeout",
                `The KDC ${target} does not answer over ${over} within ${timeout} ms.`,
                `Let security groups and network ACLs pass ${over} to port 88 of the KDC.`,
            );
        case "closed":
        case "ECONNRESET":
        case "EPIPE":
            return failure(
                "kdc-closed",
                `${target} closed the connection without an answer.`,
                "See whether a KDC listens there, and not a proxy or another service.",
            );
        case "nonsense":
            return notKerberos(target).failure;
        default:
            return failure(
                "kdc-unreachable",
                `The KDC ${target} cannot be reached over ${over} (${error.code}).`,
                "Look at the routes from the destination's subnets to the KDC.",
            );
    }
}
