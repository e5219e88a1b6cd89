/** What a keytab of a test holds. */
export interface TestEntry {
    readonly principal: string;
    readonly encryption?: number;
    readonly version?: number;
    readonly key?: Buffer;
}

/** A keytab of the form 5.2 (https://web.mit.edu/kerberos/krb5-latest/doc/formats/keytab_file_format.html). */
export function keytabOf(entries: readonly TestEntry[]): Buffer {
    return Buffer.concat([Buffer.from([5, 2]), ...entries.map((entry) => withSize(contentOf(entry)))]);
}

export function withSize(content: Buffer): Buffer {
    const size = Buffer.alloc(4);
    size.writeInt32BE(content.length);
    return Buffer.concat([size, content]);
}

function contentOf({
    principal,
    encryption = 18,
    version = 2,
    key = Buffer.alloc(encryption % 2 === 0 ? 32 : 16, 9),
}: TestEntry): Buffer {
    const at = principal.lastIndexOf("@");
    const names = principal.slice(0, at).split("/");
    const head = [number16(names.length), counted(principal.slice(at + 1)), ...names.map(counted)];
    const tail = Buffer.alloc(9);
    tail.writeUInt32BE(1, 0);
    tail.writeUInt8(version & 0xff, 8);
    const long = Buffer.alloc(4);
    long.writeUInt32BE(version);
    return Buffer.concat([...head, tail, number16(encryption), counted(key), long]);
}

function counted(content: string | Buffer): Buffer {
    const bytes = Buffer.from(content as string);
    return Buffer.concat([number16(bytes.length), bytes]);
}

function number16(value: number): Buffer {
    return Buffer.from([value >> 8, value & 0xff]);
}
