import { integer, octetString, sequence, tagged } from "../stores/der";
import { DerError, type DerValue, explicitIn, membersOf, readDer } from "../stores/derValue";

/** The ASN.1 of Kerberos (RFC 4120, section 5), beyond what key stores need of it. */

/** `[number] EXPLICIT` */
export function field(number: number, content: Uint8Array): Buffer {
    return tagged(0xa0 + number, content);
}

/** `[APPLICATION number]` */
export function application(number: number, content: Uint8Array): Buffer {
    return tagged(0x60 + number, content);
}

export function generalString(text: string): Buffer {
    return tagged(0x1b, Buffer.from(text, "utf8"));
}

/** To the second; microseconds stand beside it. */
export function kerberosTime(time: Date): Buffer {
    return tagged(0x18, Buffer.from(`${time.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`));
}

/** 32 bits, the first of them the highest. */
export function flags(bits: number): Buffer {
    const content = Buffer.alloc(5);
    content.writeUInt32BE(bits, 1);
    return tagged(0x03, content);
}

/** PrincipalName, of names parted by `/`. Type 1 is a client, 2 a service, 3 a service on a host. */
export function principalName(type: number, name: string): Buffer {
    const parts = name.split("/").map(generalString);
    return sequence(field(0, integer(type)), field(1, sequence(...parts)));
}

/** EncryptedData. */
export function encryptedData(encryption: number, cipher: Buffer): Buffer {
    return sequence(field(0, integer(encryption)), field(2, octetString(cipher)));
}

/** The members of a SEQUENCE by their numbers: each is `[number] EXPLICIT`. */
export function fieldsOf(value: DerValue): ReadonlyMap<number, DerValue> {
    return new Map(membersOf(value).map((member) => [member.tag & 0x1f, readDer(member.content)]));
}

/** The fields of the SEQUENCE within `[APPLICATION number]`. */
export function fieldsOfApplication(bytes: Buffer, number: number): ReadonlyMap<number, DerValue> {
    const value = readDer(bytes);
    if (value.tag !== 0x60 + number) throw new DerError(`the tag ${value.tag} stands where ${0x60 + number} ought to`);
    return fieldsOf(readDer(value.content));
}

/** The number of an EncryptedData's type, and its bytes. */
export function encryptedIn(value: DerValue | undefined): { readonly encryption: number; readonly cipher: Buffer } {
    const [first, ...rest] = membersOf(value);
    return { encryption: integerOf(explicitIn(first)), cipher: explicitIn(rest.at(-1), 2).content };
}

/** An INTEGER of up to 48 bits, of either sign: Kerberos numbers what is not registered below 0. */
export function integerOf(value: DerValue | undefined): number {
    if (value?.tag !== 0x02 || value.content.length === 0 || value.content.length > 6) {
        throw new DerError("no number stands where one ought to");
    }
    return value.content.readIntBE(0, value.content.length);
}

export function timeOf(value: DerValue | undefined): Date | undefined {
    const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(value?.content.toString("latin1") ?? "");
    if (!match) return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
    ];
    return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}
