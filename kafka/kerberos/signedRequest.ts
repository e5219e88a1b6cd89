import type { KerberosLogin } from "../client/clientSettings";
import { integer, octetString, sequence } from "../stores/der";
import { application, encryptedData, field, flags, generalString, kerberosTime, principalName } from "./asn1";
import type { Ticket } from "./tickets";

const AP_REQ = 14;
const AUTHENTICATOR = 2;
const MUTUAL_REQUIRED = 0x20000000;

export interface Signature {
    /** What the key is used for: 7 for the KDC, 11 for a service. */
    readonly use: number;
    readonly checksum: { readonly type: number; readonly bytes: Buffer };
    readonly time: ClockTime;
    /** What a service counts messages from. */
    readonly sequenceNumber?: number;
    /** The other side has to prove who it is. */
    readonly isMutual?: boolean;
}

export interface ClockTime {
    /** To the second. */
    readonly date: Date;
    readonly microseconds: number;
}

/** More requests than this one process makes within a moment, in microseconds. */
const MOMENT = 1_000_000;

let latest = 0;

/** The present time; never the same one twice in a row, since whoever gets it takes that for a repetition. */
export function clockTime(): ClockTime {
    const now = Date.now() * 1000;
    // Whoever sets the clock back by more than a moment means it.
    latest = latest >= now && latest - now < MOMENT ? latest + 1 : now;
    return { date: new Date(Math.floor(latest / 1_000_000) * 1000), microseconds: latest % 1_000_000 };
}

/** AP-REQ: a ticket with the proof that its key is known. */
export function signedRequest(login: KerberosLogin, ticket: Ticket, signature: Signature): Buffer {
    const { encryption, key, bytes } = ticket;
    const { use, checksum, time, sequenceNumber, isMutual = false } = signature;
    const authenticator = application(
        AUTHENTICATOR,
        sequence(
            field(0, integer(5)),
            field(1, generalString(login.realm)),
            field(2, principalName(1, login.principal)),
            field(3, sequence(field(0, integer(checksum.type)), field(1, octetString(checksum.bytes)))),
            field(4, integer(time.microseconds)),
            field(5, kerberosTime(time.date)),
            ...(sequenceNumber === undefined ? [] : [field(7, integer(sequenceNumber))]),
        ),
    );
    return application(
        AP_REQ,
        sequence(
            field(0, integer(5)),
            field(1, integer(AP_REQ)),
            field(2, flags(isMutual ? MUTUAL_REQUIRED : 0)),
            field(3, bytes),
            field(4, encryptedData(encryption.number, encryption.encrypt(key, use, authenticator))),
        ),
    );
}
