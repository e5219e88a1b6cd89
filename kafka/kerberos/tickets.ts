import { randomInt } from "node:crypto";
import type { KerberosLogin } from "../client/clientSettings";
import { KafkaFailure } from "../client/failure";
import { integer, octetString, sequence } from "../stores/der";
import { membersOf, octetsOf, readDer } from "../stores/derValue";
import {
    application,
    encryptedData,
    encryptedIn,
    field,
    fieldsOf,
    fieldsOfApplication,
    flags,
    generalString,
    integerOf,
    kerberosTime,
    principalName,
} from "./asn1";
import { ENCRYPTIONS, type Encryption, encryptionOf } from "./encryption";
import type { Answer, Refusal } from "./kdc";
import { notKerberos, refused } from "./kdc";
import { PREAUTHENTICATION_REQUIRED } from "./kdcErrors";
import { type AgedKey, keysOfPrincipal } from "./principalKeys";
import { clockTime, signedRequest } from "./signedRequest";

/** What a KDC gives: for others to see, and the key that goes with it. */
export interface Ticket {
    /** As it is handed on. */
    readonly bytes: Buffer;
    readonly encryption: Encryption;
    /** A secret. */
    readonly key: Buffer;
}

/** Sends a message to a KDC, by whatever way. */
export interface Kdc {
    /** `host:port`, for messages. */
    readonly target: string;
    ask(message: Buffer): Promise<Answer>;
}

const AS_REQ = 10;
const AS_REP = 11;
const TGS_REQ = 12;
const TGS_REP = 13;
const PA_TGS_REQ = 1;
const PA_ENC_TIMESTAMP = 2;
const PA_ETYPE_INFO2 = 19;

/** The numbers of uses in RFC 4120, section 7.5.1. */
const USE = { timestamp: 1, firstReply: 3, bodyChecksum: 6, requestToKdc: 7, reply: 8 };

/** KDCs give what they give at most for a time long past. */
const LONGEST = new Date(0);

/** The ticket with which others are asked for: proves by the keytab who the client is. @throws KafkaFailure */
export async function firstTicket(login: KerberosLogin, kdc: Kdc): Promise<Ticket> {
    const { principal, realm } = login;
    const subject = `${principal}@${realm}`;
    const keys = keysOfPrincipal(login);
    const nonce = randomInt(1, 2 ** 31);
    const body = requestBody(login, `krbtgt/${realm}`, 2, nonce, keys, principal);
    const request = (...proof: Buffer[]) => kdcRequest(AS_REQ, proof, body);
    const first = await kdc.ask(request());
    if ("reply" in first)
        return ticketIn(first.reply, AS_REP, kdc, nonce, (number) => keyOf(keys, number), USE.firstReply);
    if (first.refusal.number !== PREAUTHENTICATION_REQUIRED) throw refused(first.refusal, kdc.target, subject);
    const [key] = wanted(keys, first.refusal, kdc);
    if (!key) throw noCommonEncryption(subject, kdc.target, keys);
    const second = await kdc.ask(request(timestamp(key)));
    if ("refusal" in second) throw refused(second.refusal, kdc.target, subject);
    return ticketIn(second.reply, AS_REP, kdc, nonce, (number) => keyOf(keys, number), USE.firstReply);
}

/** A ticket for a service on a host, mostly `kafka/host`. @throws KafkaFailure */
export async function serviceTicket(login: KerberosLogin, first: Ticket, service: string, kdc: Kdc): Promise<Ticket> {
    const nonce = randomInt(1, 2 ** 31);
    const body = requestBody(login, service, 3, nonce, ENCRYPTIONS);
    const checksum = {
        type: first.encryption.checksumNumber,
        bytes: first.encryption.checksum(first.key, USE.bodyChecksum, body),
    };
    const signed = signedRequest(login, first, { use: USE.requestToKdc, checksum, time: clockTime() });
    const answer = await kdc.ask(kdcRequest(TGS_REQ, [proofOf(PA_TGS_REQ, signed)], body));
    if ("refusal" in answer) throw refused(answer.refusal, kdc.target, `${service}@${login.realm}`);
    const keyFor = (number: number) => (number === first.encryption.number ? first.key : undefined);
    return ticketIn(answer.reply, TGS_REP, kdc, nonce, keyFor, USE.reply);
}

/** KDC-REQ-BODY; `client` is left out where a ticket tells it. */
function requestBody(
    { realm }: KerberosLogin,
    service: string,
    serviceType: 2 | 3,
    nonce: number,
    keys: readonly { readonly number: number }[],
    client?: string,
): Buffer {
    return sequence(
        field(0, flags(0)),
        ...(client === undefined ? [] : [field(1, principalName(1, client))]),
        field(2, generalString(realm)),
        field(3, principalName(serviceType, service)),
        field(5, kerberosTime(LONGEST)),
        field(7, integer(nonce)),
        field(8, sequence(...keys.map(({ number }) => integer(number)))),
    );
}

/** KDC-REQ. */
function kdcRequest(type: number, proofs: readonly Buffer[], body: Buffer): Buffer {
    const proof = proofs.length === 0 ? [] : [field(3, sequence(...proofs))];
    return application(type, sequence(field(1, integer(5)), field(2, integer(type)), ...proof, field(4, body)));
}

/** PA-DATA. */
function proofOf(type: number, content: Buffer): Buffer {
    return sequence(field(1, integer(type)), field(2, octetString(content)));
}

/** The present time under the client's key: who can write it knows the key. */
function timestamp({ encryption, key }: AgedKey): Buffer {
    const { date, microseconds } = clockTime();
    const plain = sequence(field(0, kerberosTime(date)), field(1, integer(microseconds)));
    const cipher = encryption.encrypt(key, USE.timestamp, plain);
    return proofOf(PA_ENC_TIMESTAMP, encryptedData(encryption.number, cipher));
}

/** The keys that the KDC would take, in its order. */
function wanted(keys: readonly AgedKey[], { data }: Refusal, { target }: Kdc): AgedKey[] {
    if (data === undefined) return [...keys];
    return understood(target, () => {
        const proofs = membersOf(readDer(data)).map(fieldsOf);
        const kinds = proofs.find((proof) => integerOf(proof.get(1)) === PA_ETYPE_INFO2);
        if (!kinds) return [...keys];
        const numbers = membersOf(readDer(octetsOf(kinds.get(2)))).map((kind) => integerOf(fieldsOf(kind).get(0)));
        return numbers.flatMap((number) => keys.find((key) => key.number === number) ?? []);
    });
}

function keyOf(keys: readonly AgedKey[], number: number): Buffer | undefined {
    return keys.find((key) => key.number === number)?.key;
}

/** The ticket of a KDC-REP, whose other part is under a key that client and KDC share. */
function ticketIn(
    reply: Buffer,
    type: number,
    { target }: Kdc,
    nonce: number,
    keyFor: (encryption: number) => Buffer | undefined,
    use: number,
): Ticket {
    return understood(target, () => {
        const fields = fieldsOfApplication(reply, type);
        const { encryption: number, cipher } = encryptedIn(fields.get(6));
        const key = keyFor(number);
        const plain = key && encryptionOf(number)?.decrypt(key, use, cipher);
        if (!plain) throw undecipherable(target);
        const [content] = membersOf({ ...readDer(plain), tag: 0x30 });
        const part = fieldsOf(content!);
        if (integerOf(part.get(2)) !== nonce) throw notKerberos(target);
        const own = fieldsOf(part.get(0)!);
        const encryption = encryptionOf(integerOf(own.get(0)));
        if (!encryption) throw noCommonEncryption("the session", target, []);
        return { bytes: fields.get(5)!.whole, encryption, key: octetsOf(own.get(1)) };
    });
}

/** Whatever is of no known form was written by no KDC. */
function understood<T>(target: string, read: () => T): T {
    try {
        return read();
    } catch (thrown) {
        if (thrown instanceof KafkaFailure) throw thrown;
        throw notKerberos(target);
    }
}

function undecipherable(target: string): KafkaFailure {
    return new KafkaFailure({
        step: "kdc",
        code: "kdc-key-stale",
        target,
        cause: `The answer of the KDC ${target} does not open with the key of the keytab: it is not the current one.`,
        fix: "Export the keytab again and store it in the secret.",
    });
}

function noCommonEncryption(subject: string, target: string, keys: readonly AgedKey[]): KafkaFailure {
    const names = keys.map(({ encryption }) => encryption.name).join(", ");
    return new KafkaFailure({
        step: "kdc",
        code: "kdc-encryption",
        target,
        cause: `The KDC ${target} and the keytab have no encryption type in common for ${subject}${names && `; the keytab has ${names}`}.`,
        fix: "Have AES keys made for the principal, and export the keytab again.",
    });
}
