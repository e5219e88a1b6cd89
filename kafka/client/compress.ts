import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Compression } from "./clientSettings";

/** As the attributes of a record batch number them. */
export const NUMBER_OF_COMPRESSION: Readonly<Record<Compression, number>> = {
    none: 0,
    gzip: 1,
    snappy: 2,
    lz4: 3,
    zstd: 4,
};

/** How Java's producer writes snappy: a heading, then blocks with their sizes in front. */
const SNAPPY_HEADING = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
const SNAPPY_BLOCK = 32 * 1024;

const gzipped = promisify(gzip);

/**
 * The records of a batch, compressed. Each library is WebAssembly without anything native, and is loaded when it is first
 * needed.
 */
export async function compress(bytes: Buffer, compression: Compression): Promise<Buffer> {
    switch (compression) {
        case "none":
            return bytes;
        case "gzip":
            return gzipped(bytes);
        case "snappy": {
            const { snappyCompress } = await import("@platformatic/wasm-utils/bundled");
            return inBlocks(bytes, (block) => snappyCompress(block));
        }
        case "lz4": {
            const { lz4Compress } = await import("@platformatic/wasm-utils/bundled");
            return Buffer.from(lz4Compress(bytes));
        }
        case "zstd": {
            const { Zstd } = await import("@hpcc-js/wasm-zstd");
            return Buffer.from((await Zstd.load()).compress(bytes));
        }
    }
}

function inBlocks(bytes: Buffer, block: (bytes: Buffer) => Uint8Array): Buffer {
    const parts: Uint8Array[] = [SNAPPY_HEADING];
    for (let offset = 0; offset < bytes.length; offset += SNAPPY_BLOCK) {
        const compressed = block(bytes.subarray(offset, offset + SNAPPY_BLOCK));
        const size = Buffer.alloc(4);
        size.writeUInt32BE(compressed.length);
        parts.push(size, compressed);
    }
    return Buffer.concat(parts);
}
