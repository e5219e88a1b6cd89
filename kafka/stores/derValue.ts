/**
 * Reading ASN.1 in its basic encoding (ITU-T X.690), which includes the distinguished one: some tools write PKCS12 files
 * of indefinite length and of texts in pieces. Values are read one level at a time, so that nothing is as deep as a file
 * says it is, and nothing is as long.
 */

/** A value in a file: what its tag is, and where its content is. */
export interface DerValue {
    /** The first byte, with the class and the bit for "made of others". */
    readonly tag: number;
    readonly content: Buffer;
    /** With tag and length. */
    readonly whole: Buffer;
}

/** What is read ends too early, or is not what ought to be there. */
export class DerError extends Error {
    readonly isTruncated: boolean;

    constructor(message: string, isTruncated = false) {
        super(message);
        this.name = "DerError";
        this.isTruncated = isTruncated;
    }
}

/** More members, or levels of indefinite length, than any key store has. */
const MOST_MEMBERS = 20_000;
const DEEPEST = 32;

/** The value at the beginning; what follows it is ignored. */
export function readDer(bytes: Buffer): DerValue {
    return valueAt(bytes, 0, 0);
}

/** The members of a SEQUENCE. */
export function membersOf(value: DerValue | undefined): DerValue[] {
    return inside(expect(value, 0x30));
}

/** The members of a SET. */
export function membersOfSet(value: DerValue | undefined): DerValue[] {
    return inside(expect(value, 0x31));
}

/** The one member of `[number] EXPLICIT`. */
export function explicitIn(value: DerValue | undefined, number = 0): DerValue {
    return readDer(expect(value, 0xa0 + number).content);
}

/** The bytes of an OCTET STRING, in one piece or in several; under another tag where it is `[number] IMPLICIT`. */
export function octetsOf(value: DerValue | undefined, tag = 0x04): Buffer {
    return octets(value, tag, 0);
}

function octets(value: DerValue | undefined, tag: number, depth: number): Buffer {
    if (value?.tag !== (tag | 0x20)) return expect(value, tag).content;
    if (depth > DEEPEST) throw new DerError("it is nested too deep");
    return Buffer.concat(inside(value).map((piece) => octets(piece, 0x04, depth + 1)));
}

/** An INTEGER from 0 to 2^48. */
export function numberOf(value: DerValue | undefined): number {
    const { content } = expect(value, 0x02);
    const bytes = content[0] === 0 ? content.subarray(1) : content;
    if (content.length === 0 || content[0]! >= 0x80 || bytes.length > 6) throw new DerError("a number is out of range");
    return bytes.length === 0 ? 0 : bytes.readUIntBE(0, bytes.length);
}

/** An OBJECT IDENTIFIER, dotted. */
export function objectIdOf(value: DerValue | undefined): string {
    const { content } = expect(value, 0x06);
    if (content.length === 0 || content.length > 64) throw new DerError("an object identifier is ill-formed");
    const numbers: number[] = [];
    let number = 0;
    for (const byte of content) {
        number = number * 128 + (byte & 0x7f);
        if (byte >= 0x80) continue;
        numbers.push(number);
        number = 0;
    }
    const [head = 0, ...rest] = numbers;
    const first = Math.min(2, Math.floor(head / 40));
    return [first, head - first * 40, ...rest].join(".");
}

/** The text of a BMPString, or of a string of one byte a character. */
export function textOf(value: DerValue): string {
    if (value.tag !== 0x1e) return value.content.toString("utf8");
    const even = value.content.subarray(0, value.content.length & ~1);
    return Buffer.from(even).swap16().toString("utf16le");
}

function expect(value: DerValue | undefined, tag: number): DerValue {
    if (value?.tag !== tag) {
        const found = value === undefined ? "nothing" : `the tag ${value.tag.toString(16)}`;
        throw new DerError(`${found} stands where the tag ${tag.toString(16)} ought to`);
    }
    return value;
}

function inside(value: DerValue): DerValue[] {
    const members: DerValue[] = [];
    for (let offset = 0; offset < value.content.length; ) {
        const member = valueAt(value.content, offset, 0);
        if (members.push(member) > MOST_MEMBERS) throw new DerError("it has too many members");
        offset += member.whole.length;
    }
    return members;
}

function valueAt(bytes: Buffer, offset: number, depth: number): DerValue {
    const tag = byteAt(bytes, offset);
    if ((tag & 0x1f) === 0x1f) throw new DerError("a tag is of an unknown form");
    const first = byteAt(bytes, offset + 1);
    if (first === 0x80) return indefiniteAt(bytes, offset, depth);
    const more = first > 0x80 ? first - 0x80 : 0;
    if (more > 6) throw new DerError("a length is of an unknown form");
    if (offset + 2 + more > bytes.length) throw new DerError("it ends within a length", true);
    const length = more === 0 ? first : bytes.readUIntBE(offset + 2, more);
    const start = offset + 2 + more;
    if (start + length > bytes.length) {
        throw new DerError(`it has ${bytes.length - offset} of ${start + length - offset} bytes`, true);
    }
    return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(offset, start + length) };
}

/** A value that goes on until two zero bytes stand where a member would. */
function indefiniteAt(bytes: Buffer, offset: number, depth: number): DerValue {
    const tag = bytes[offset]!;
    if ((tag & 0x20) === 0) throw new DerError("a length is of an unknown form");
    if (depth > DEEPEST) throw new DerError("it is nested too deep");
    let end = offset + 2;
    for (let members = 0; byteAt(bytes, end) !== 0 || byteAt(bytes, end + 1) !== 0; members++) {
        if (members > MOST_MEMBERS) throw new DerError("it has too many members");
        end += valueAt(bytes, end, depth + 1).whole.length;
    }
    return { tag, content: bytes.subarray(offset + 2, end), whole: bytes.subarray(offset, end + 2) };
}

function byteAt(bytes: Buffer, offset: number): number {
    const byte = bytes[offset];
    if (byte === undefined) throw new DerError(`it ends after ${bytes.length} bytes`, true);
    return byte;
}
