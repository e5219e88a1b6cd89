/**
 * n-fold of RFC 3961, section 5.1: stretches or shrinks a text to `size` bytes. The text is repeated, each time turned
 * 13 bits further to the right, until the whole is a multiple of both sizes; the parts of `size` bytes are added up, and
 * what is carried over at the left is added at the right.
 */
export function nFold(text: Uint8Array, size: number): Buffer {
    const turns = leastCommonMultiple(text.length, size) / text.length;
    const repeated = Buffer.concat(Array.from({ length: turns }, (_, turn) => turnedRight(text, 13 * turn)));
    const bits = BigInt(8 * size);
    const mask = (1n << bits) - 1n;
    let sum = 0n;
    for (let offset = 0; offset < repeated.length; offset += size) {
        sum += numberIn(repeated.subarray(offset, offset + size));
    }
    while (sum > mask) sum = (sum & mask) + (sum >> bits);
    return bytesOf(sum, size);
}

function turnedRight(text: Uint8Array, distance: number): Buffer {
    const bits = BigInt(8 * text.length);
    const right = BigInt(distance) % bits;
    const number = numberIn(text);
    const turned = (number >> right) | (number << (bits - right));
    return bytesOf(turned & ((1n << bits) - 1n), text.length);
}

function numberIn(bytes: Uint8Array): bigint {
    return BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}

function bytesOf(number: bigint, size: number): Buffer {
    return Buffer.from(number.toString(16).padStart(2 * size, "0"), "hex");
}

function leastCommonMultiple(a: number, b: number): number {
    let [greater, smaller] = [a, b];
    while (smaller > 0) [greater, smaller] = [smaller, greater % smaller];
    return (a / greater) * b;
}
