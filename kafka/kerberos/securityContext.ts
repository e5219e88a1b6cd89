import { randomInt } from "node:crypto";
import type { KerberosLogin } from "../client/clientSettings";
import { KafkaFailure } from "../client/failure";
import { objectId, tagged } from "../stores/der";
import { octetsOf, readDer } from "../stores/derValue";
import { encryptedIn, fieldsOf, fieldsOfApplication, integerOf, timeOf } from "./asn1";
import { type Encryption, encryptionOf } from "./encryption";
import { clockTime, signedRequest } from "./signedRequest";
import type { Ticket } from "./tickets";

/** Sends a token of SASL to the broker, and gives the broker's answer. */
export type Exchange = (token: Buffer) => Promise<Buffer>;

const KERBEROS = objectId("1.2.840.113554.1.2.2");
const AP_REP = 15;
const ENCRYPTED_PART = 27;
const CHECKSUM_OF_GSS = 0x8003;
const REQUEST_TOKEN = Buffer.from([0x01, 0x00]);
const REPLY_TOKEN = Buffer.from([0x02, 0x00]);
const WRAP_TOKEN = Buffer.from([0x05, 0x04]);
/** Mutual authentication, order of messages, integrity (RFC 4121, section 4.1.1.1). */
const WISHES = 2 | 8 | 32;
const USE = { request: 11, reply: 12, wrapOfBroker: 22, wrapOfClient: 24 };
const OF_ACCEPTOR = 1;
const IS_SEALED = 2;
const HAS_ACCEPTOR_KEY = 4;
const HEADER = 16;
const NO_LAYER = 1;

/** What client and broker have agreed upon. */
interface Context {
    readonly encryption: Encryption;
    readonly key: Buffer;
    readonly flags: number;
    readonly sequenceNumber: number;
}

/**
 * Logs in with a ticket: SASL/GSSAPI of RFC 4752 over the tokens of RFC 4121, without a security layer, since TLS is
 * around it. The broker has to prove who it is.
 *
 * @throws KafkaFailure
 */
export async function logInWithTicket(login: KerberosLogin, ticket: Ticket, exchange: Exchange): Promise<void> {
    const context = await agree(login, ticket, exchange);
    const offer = unwrapped(await exchange(Buffer.alloc(0)), context);
    if (offer.length !== 4 || (offer[0]! & NO_LAYER) === 0) throw wantsLayer();
    const choice = Buffer.concat([Buffer.from([NO_LAYER, 0, 0, 0]), Buffer.from(`${login.principal}@${login.realm}`)]);
    await exchange(wrapped(choice, context));
}

async function agree(login: KerberosLogin, ticket: Ticket, exchange: Exchange): Promise<Context> {
    const time = clockTime();
    const sequenceNumber = randomInt(0, 2 ** 30);
    const wishes = Buffer.alloc(24);
    wishes.writeUInt32LE(16, 0);
    wishes.writeUInt32LE(WISHES, 20);
    const checksum = { type: CHECKSUM_OF_GSS, bytes: wishes };
    const request = signedRequest(login, ticket, { use: USE.request, checksum, time, sequenceNumber, isMutual: true });
    const answer = await exchange(tagged(0x60, KERBEROS, REQUEST_TOKEN, request));
    return understood(() => {
        const token = readDer(answer).content;
        const start = KERBEROS.length + REPLY_TOKEN.length;
        const isReply = token.subarray(0, start).equals(Buffer.concat([KERBEROS, REPLY_TOKEN]));
        if (!isReply) throw notAuthentic("its first answer is no token of Kerberos");
        const { cipher } = encryptedIn(fieldsOfApplication(token.subarray(start), AP_REP).get(2));
        const plain = ticket.encryption.decrypt(ticket.key, USE.reply, cipher);
        if (!plain) throw notAuthentic("it does not know the key of the ticket");
        const part = fieldsOfApplication(plain, ENCRYPTED_PART);
        const isSameTime =
            timeOf(part.get(0))?.getTime() === time.date.getTime() && integerOf(part.get(1)) === time.microseconds;
        if (!isSameTime) throw notAuthentic("it answers another request than this one");
        const own = part.has(2) ? fieldsOf(part.get(2)!) : undefined;
        const encryption = own ? encryptionOf(integerOf(own.get(0))) : ticket.encryption;
        if (!encryption) throw notAuthentic("it chose an encryption type that is not understood here");
        const key = own ? octetsOf(own.get(1)) : ticket.key;
        return { encryption, key, flags: own ? HAS_ACCEPTOR_KEY : 0, sequenceNumber };
    });
}

/** The text of a token that the broker signed. */
function unwrapped(token: Buffer, { encryption, key, flags }: Context): Buffer {
    const header = Buffer.from(token.subarray(0, HEADER));
    const isExpected =
        header.length === HEADER &&
        header.subarray(0, 2).equals(WRAP_TOKEN) &&
        (header[2]! & (OF_ACCEPTOR | IS_SEALED)) === OF_ACCEPTOR &&
        (header[2]! & HAS_ACCEPTOR_KEY) === flags;
    if (!isExpected) throw notAuthentic("its offer of a security layer is no signed token");
    const body = rotated(token.subarray(HEADER), header.readUInt16BE(6));
    const plain = body.subarray(0, Math.max(0, body.length - header.readUInt16BE(4)));
    header.fill(0, 4, 8);
    const expected = encryption.checksum(key, USE.wrapOfBroker, Buffer.concat([plain, header]));
    if (!expected.equals(body.subarray(plain.length)))
        throw notAuthentic("its offer of a security layer is not signed by it");
    return plain;
}

/** Whoever writes a token may turn its body to the right. */
function rotated(body: Buffer, distance: number): Buffer {
    if (body.length === 0) return body;
    const turn = distance % body.length;
    return Buffer.concat([body.subarray(turn), body.subarray(0, turn)]);
}

function wrapped(plain: Buffer, { encryption, key, flags, sequenceNumber }: Context): Buffer {
    const header = Buffer.alloc(HEADER);
    WRAP_TOKEN.copy(header);
    header[2] = flags;
    header[3] = 0xff;
    header.writeUInt32BE(sequenceNumber, 12);
    const checksum = encryption.checksum(key, USE.wrapOfClient, Buffer.concat([plain, header]));
    header.writeUInt16BE(encryption.checksumSize, 4);
    return Buffer.concat([header, plain, checksum]);
}

function understood<T>(read: () => T): T {
    try {
        return read();
    } catch (thrown) {
        if (thrown instanceof KafkaFailure) throw thrown;
        throw notAuthentic("its answer is of no known form");
    }
}

function notAuthentic(why: string): KafkaFailure {
    return new KafkaFailure({
        step: "sasl",
        code: "broker-not-authentic",
        cause: `The broker could not prove by Kerberos who it is: ${why}.`,
        fix: "See whether the broker's keytab holds the current key of its principal, and whether nothing stands between.",
    });
}

function wantsLayer(): KafkaFailure {
    return new KafkaFailure({
        step: "sasl",
        code: "kerberos-layer",
        cause: "The broker insists on a security layer of SASL inside TLS, which Kafka's clients do not speak.",
        fix: "Let the broker offer the quality of protection auth.",
    });
}
