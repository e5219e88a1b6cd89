const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

/**
 * The partition that Kafka's default partitioner gives a record with this key: murmur2 of the key's bytes, without its
 * sign, modulo the number of partitions. So do the Java client and AWS IoT, which uses it.
 *
 * https://kafka.apache.org/documentation/#producerconfigs_partitioner.class
 */
export function partitionOf(key: Uint8Array, partitions: number): number {
    return (murmur2(key) & 0x7fffffff) % partitions;
}

/** MurmurHash 2 in the 32-bit form of Kafka's Utils.murmur2, as a signed number. */
export function murmur2(bytes: Uint8Array): number {
    const { length } = bytes;
    let hash = SEED ^ length;
    const whole = length & ~3;
    for (let at = 0; at < whole; at += 4) {
        let word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
        word = Math.imul(word, M);
        word ^= word >>> R;
        hash = Math.imul(hash, M) ^ Math.imul(word, M);
    }
    const rest = length - whole;
    if (rest === 3) hash ^= bytes[whole + 2]! << 16;
    if (rest >= 2) hash ^= bytes[whole + 1]! << 8;
    if (rest >= 1) hash = Math.imul(hash ^ bytes[whole]!, M);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, M);
    return hash ^ (hash >>> 15);
}
