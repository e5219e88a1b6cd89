import type { X509Certificate } from "node:crypto";
import type { KeyStoreContent } from "./keyMaterial";
import { readCertificates } from "./pem";
import { type Seeded, seededBy } from "./seeded";
import { storeError } from "./storeError";

/** The fewest bytes of a seed: as many as a key of AES-128. */
const SHORTEST_SEED = 16;

export interface KeyStoreArgs extends KeyStoreContent {
    /** Opens the store, and the key in it. */
    readonly password: string;
    /** At least 16 secret bytes that stay the same, of which salts are made. */
    readonly seed: Uint8Array;
    /** What the key is called in the store. @default "client" */
    readonly alias?: string | undefined;
}

export interface TrustStoreArgs {
    /** The certificates of the authorities that signed the brokers' certificates, one or several. */
    readonly caPem: string;
    /** Opens the store. @default it needs none */
    readonly password?: string | undefined;
    /** Secret bytes of which salts are made; a trust store, which holds nothing secret, needs none. @default none */
    readonly seed?: Uint8Array | undefined;
}

/** @throws StoreError when the seed could be guessed */
export function requireSeed(seed: Uint8Array): void {
    if (seed.length >= SHORTEST_SEED) return;
    throw storeError(
        "seed-short",
        `The seed has ${seed.length} bytes, fewer than ${SHORTEST_SEED}: it could be guessed.`,
        "Give the base64 of a random.RandomBytes of 32 bytes.",
    );
}

/**
 * Salts and initial values of a trust store. It holds nothing secret, so it needs no seed; without one they depend on
 * the certificates alone, and not on the password, which a salt would otherwise give away to fast guessing.
 */
export function seededByTrust(
    kind: string,
    certificates: readonly X509Certificate[],
    password: string | undefined,
    seed: Uint8Array | undefined,
): Seeded {
    if (seed) requireSeed(seed);
    const content = { kind, certificates: Buffer.concat(certificates.map(({ raw }) => raw)) };
    return seededBy(seed ?? Buffer.from(kind), seed ? { ...content, password: password ?? "" } : content);
}

/** @throws StoreError when Java would read another name than this */
export function requireAlias(alias: string): void {
    if (/^[a-z0-9][a-z0-9._-]{0,63}$/.test(alias)) return;
    throw storeError(
        "alias-form",
        "The alias is not made of 1 to 64 small letters, digits, dots, hyphens and underscores.",
        "Java changes capitals to small letters, and other characters are read differently by different tools.",
    );
}

/** The trusted certificates with their names in the store: ca-1, ca-2, … */
export function readAuthorities({ caPem }: TrustStoreArgs): { alias: string; certificate: X509Certificate }[] {
    return readCertificates(caPem, "caPem").map((certificate, index) => ({ alias: `ca-${index + 1}`, certificate }));
}
