/** Writing ASN.1 in its distinguished encoding (ITU-T X.690), as far as key stores need it. */

export const NULL = Buffer.from([0x05, 0x00]);

/** A value with its tag and length in front. */
export function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
    const content = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export function sequence(...parts: readonly Uint8Array[]): Buffer {
    return tagged(0x30, ...parts);
}

/** A SET OF: its members stand in the order of their bytes, in whatever order they are given. */
export function setOf(...parts: readonly Uint8Array[]): Buffer {
    return tagged(0x31, ...[...parts].sort(Buffer.compare));
}

export function octetString(bytes: Uint8Array): Buffer {
    return tagged(0x04, bytes);
}

/** `[0] EXPLICIT` */
export function explicit(...parts: readonly Uint8Array[]): Buffer {
    return tagged(0xa0, ...parts);
}

/** A whole number from 0 on. */
export function integer(number: number): Buffer {
    const hex = number.toString(16);
    const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, "hex");
    return tagged(0x02, bytes[0]! >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

export function objectId(dotted: string): Buffer {
    const [first, second, ...rest] = dotted.split(".").map(Number) as [number, number, ...number[]];
    return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

export function bmpString(text: string): Buffer {
    return tagged(0x1e, utf16(text));
}

/** UTF-16, the higher byte of each unit first: how PKCS12 and JKS take names and passwords. */
export function utf16(text: string): Buffer {
    return Buffer.from(text, "utf16le").swap16();
}

function base128(number: number): number[] {
    const digits = [number % 128];
    for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
        digits.unshift(128 + (rest % 128));
    return digits;
}

function lengthOf(length: number): Buffer {
    if (length < 0x80) return Buffer.from([length]);
    const hex = length.toString(16);
    const bytes = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, "hex");
    return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
}
