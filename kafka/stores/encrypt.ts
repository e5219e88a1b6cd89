import { createCipheriv, pbkdf2Sync } from "node:crypto";
import { integer, NULL, objectId, octetString, sequence } from "./der";
import { OID } from "./objectIds";
import type { Seeded } from "./seeded";

/** As keytool of Java 17 has it. */
export const ITERATIONS = 10_000;

export interface Encrypted {
    /** AlgorithmIdentifier */
    readonly algorithm: Buffer;
    readonly data: Buffer;
}

/** Encrypts with PBES2 (RFC 8018): a key by PBKDF2 with HMAC-SHA256, then AES-256 in CBC mode. */
export function encrypt(plain: Uint8Array, password: string, seeded: Seeded, label: string): Encrypted {
    const salt = seeded(`${label} salt`, 20);
    const iv = seeded(`${label} iv`, 16);
    const key = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
    const cipher = createCipheriv("aes-256-cbc", key, iv);
    const derivation = sequence(
        objectId(OID.pbkdf2),
        sequence(octetString(salt), integer(ITERATIONS), sequence(objectId(OID.hmacSha256), NULL)),
    );
    const scheme = sequence(objectId(OID.aes256Cbc), octetString(iv));
    return {
        algorithm: sequence(objectId(OID.pbes2), sequence(derivation, scheme)),
        data: Buffer.concat([cipher.update(plain), cipher.final()]),
    };
}
