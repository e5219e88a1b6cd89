import { createHmac } from "node:crypto";

/** Bytes that look random, and are the same for the same label whenever they are asked for. */
export type Seeded = (label: string, length: number) => Buffer;

/**
 * Salts, initial values and ids that depend on the seed and on everything that goes into a store: the same inputs give
 * the same bytes, and stores that differ in anything share none of them, so that no key is used with one initial value
 * for two contents. Each input stands with its name and length, so that no two lists of inputs are the same bytes.
 */
export function seededBy(seed: Uint8Array, inputs: Readonly<Record<string, string | Uint8Array>>): Seeded {
    const hash = createHmac("sha256", seed);
    for (const [name, value] of Object.entries(inputs)) {
        const bytes = Buffer.from(value);
        hash.update(`${name.length}:${name}${bytes.length}:`).update(bytes);
    }
    const secret = hash.digest();
    return (label, length) => createHmac("sha256", secret).update(label).digest().subarray(0, length);
}
