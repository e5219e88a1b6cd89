const SEED = 0x9747b28c;
const FACTOR = 0x5bd1e995;

/**
 * The partition that Java's producer gives a record with this key: murmur2 of the key's bytes, without its sign, modulo
 * the number of partitions. https://kafka.apache.org/documentation/#producerconfigs_partitioner.class
 */
export function partitionOf(key: Uint8Array, partitions: number): number {
    return (murmur2(key) & 0x7fffffff) % partitions;
}

/** MurmurHash 2 in 32 bits, as Kafka seeds it. */
function murmur2(bytes: Uint8Array): number {
    const { length } = bytes;
    const whole = length & ~3;
    let hash = SEED ^ length;
    for (let at = 0; at < whole; at += 4) {
        const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
        const mixed = Math.imul(word, FACTOR);
        hash = Math.imul(hash, FACTOR) ^ Math.imul(mixed ^ (mixed >>> 24), FACTOR);
    }
    if (whole < length) {
        for (let at = length - 1; at >= whole; at--) hash ^= bytes[at]! << (8 * (at - whole));
        hash = Math.imul(hash, FACTOR);
    }
    hash = Math.imul(hash ^ (hash >>> 13), FACTOR);
    return hash ^ (hash >>> 15);
}
