import { randomBytes } from "node:crypto";

/** A keytab with one key for a principal of AES-256, as ktutil writes it; by default a key that no KDC knows. */
export function keytabOf(principal: string, realm: string, key: Buffer = randomBytes(32)): Buffer {
    const names = principal.split("/");
    const entry = Buffer.concat([
        uint16(names.length),
        counted(Buffer.from(realm)),
        ...names.map((name) => counted(Buffer.from(name))),
        uint32(1),
        uint32(0),
        Buffer.from([1]),
        uint16(18),
        counted(key),
        uint32(1),
    ]);
    return Buffer.concat([Buffer.from([5, 2]), uint32(entry.length), entry]);
}

function counted(bytes: Buffer): Buffer {
    return Buffer.concat([uint16(bytes.length), bytes]);
}

function uint16(number: number): Buffer {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(number);
    return bytes;
}

function uint32(number: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(number);
    return bytes;
}
