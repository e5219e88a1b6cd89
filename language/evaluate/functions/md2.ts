/**
 * The message digest MD2 of RFC 1319. It is broken and long gone from the libraries, but AWS IoT SQL has it.
 */
export function md2(bytes: Uint8Array): string {
    const padding = 16 - (bytes.length % 16);
    const padded = new Uint8Array(bytes.length + padding + 16).fill(padding);
    padded.set(bytes);
    padded.set(checksum(padded.subarray(0, bytes.length + padding)), bytes.length + padding);
    const state = new Uint8Array(48);
    for (let block = 0; block < padded.length; block += 16) {
        for (let index = 0; index < 16; index++) {
            state[16 + index] = padded[block + index]!;
            state[32 + index] = state[16 + index]! ^ state[index]!;
        }
        let last = 0;
        for (let round = 0; round < 18; round++) {
            for (let index = 0; index < 48; index++) {
                last = state[index]! ^ SUBSTITUTION[last]!;
                state[index] = last;
            }
            last = (last + round) % 256;
        }
    }
    return Buffer.from(state.subarray(0, 16)).toString("hex");
}

function checksum(padded: Uint8Array): Uint8Array {
    const sum = new Uint8Array(16);
    let last = 0;
    for (let block = 0; block < padded.length; block += 16) {
        for (let index = 0; index < 16; index++) {
            last = sum[index]! ^ SUBSTITUTION[padded[block + index]! ^ last]!;
            sum[index] = last;
        }
    }
    return sum;
}

/** The permutation of RFC 1319, made from the digits of pi. */
const SUBSTITUTION = Buffer.from(
    "292e43c9a2d87c013d3654a1ecf0061362a705f3c0c7738c98932bd9bc4c82ca" +
        "1e9b573cfdd4e01667426f188a17e512be4ec4d6da9ede49a0fbf58ebb2fee7a" +
        "a968799115b2073f94c210890b225f21807f5d9a5a903227353ecce7bff79703" +
        "ff1930b348a5b5d1d75e922aac56aac64fb838d296a47db676fc6be29c7404f1" +
        "459d705964718720865bcf65e62da8021b6025adaeb0b9f61c46616934407e0f" +
        "5547a323dd51af3ac35cf9cebac5ea262c530d6e85288409d3dfcdf441814d52" +
        "6adc37c86cc1abfa24e17b080cbdb14a7888958be363e86de9cbd5fe3b001d39" +
        "f2efb70e6658d0e4a67772f8eb754b0a314450b48fed1f1adb998d339f118314",
    "hex",
);
