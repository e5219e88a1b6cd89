/** The remainder that each byte leaves, for the polynomial of Castagnoli with its bits reversed. */
const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1;
    return rest;
});

/** CRC-32C, which guards record batches. */
export function crc32c(bytes: Uint8Array): number {
    let rest = -1;
    for (let index = 0; index < bytes.length; index++) rest = TABLE[(rest ^ bytes[index]!) & 0xff]! ^ (rest >>> 8);
    return (rest ^ -1) >>> 0;
}
