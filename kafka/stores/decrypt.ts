import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { type Budget, costOfPbkdf2 } from "./budget";
import { DerError, type DerValue, membersOf, numberOf, objectIdOf, octetsOf } from "./derValue";
import { CIPHERS, FOREIGN_TO_JAVA, HMAC_DIGESTS, OID, OTHER_NAMES } from "./objectIds";
import { derivePkcs12, PURPOSE, pkcs12Password } from "./pkcs12Kdf";
import { decryptRc2Cbc } from "./rc2";
import { rc4 } from "./rc4";
import { storeError } from "./storeError";

/** The encryptions of RFC 7292 appendix C: a key from SHA-1, and a cipher. */
const LEGACY: Readonly<Record<string, { readonly keyLength: number; readonly cipher: "RC4" | "3DES" | "RC2" }>> = {
    "1.2.840.113549.1.12.1.1": { keyLength: 16, cipher: "RC4" },
    "1.2.840.113549.1.12.1.2": { keyLength: 5, cipher: "RC4" },
    "1.2.840.113549.1.12.1.3": { keyLength: 24, cipher: "3DES" },
    "1.2.840.113549.1.12.1.4": { keyLength: 16, cipher: "3DES" },
    "1.2.840.113549.1.12.1.5": { keyLength: 16, cipher: "RC2" },
    "1.2.840.113549.1.12.1.6": { keyLength: 5, cipher: "RC2" },
};

const SHA1_LENGTH = 20;
const LONGEST_KEY = 128;

/**
 * What was encrypted, or `undefined` where the password does not fit: then the padding is wrong, in all but one of some
 * 256 cases. The caller looks at what comes out.
 */
export function decrypt(algorithm: DerValue, data: Buffer, password: string, budget: Budget): Buffer | undefined {
    const [id, parameters] = membersOf(algorithm);
    const name = objectIdOf(id);
    if (name === OID.pbes2) return decryptPbes2(parameters, data, password, budget);
    const legacy = LEGACY[name];
    if (!legacy) throw unsupported(name);
    const [saltOf, iterationsOf] = membersOf(parameters);
    const salt = octetsOf(saltOf);
    const iterations = numberOf(iterationsOf);
    const derive = (purpose: 1 | 2, length: number) => {
        budget(iterations * Math.ceil(length / SHA1_LENGTH));
        return derivePkcs12({ digest: "sha1", purpose, password: pkcs12Password(password), salt, iterations, length });
    };
    const key = derive(PURPOSE.key, legacy.keyLength);
    if (legacy.cipher === "RC4") return rc4(key, data);
    const iv = derive(PURPOSE.iv, 8);
    if (legacy.cipher === "RC2") return unpadded(decryptRc2Cbc(key, legacy.keyLength * 8, iv, data), data.length);
    const threeKeys = key.length === 24 ? key : Buffer.concat([key, key.subarray(0, 8)]);
    return decipher("des-ede3-cbc", threeKeys, iv, data);
}

/** RFC 8018 section 6.2. */
function decryptPbes2(value: DerValue | undefined, data: Buffer, password: string, budget: Budget): Buffer | undefined {
    const [derivation, scheme] = membersOf(value);
    const [cipherId, iv] = membersOf(scheme);
    const cipher = CIPHERS[objectIdOf(cipherId)];
    if (!cipher) throw unsupported(objectIdOf(cipherId));
    const key = deriveKey(derivation!, password, cipher.keyLength, budget);
    return decipher(cipher.name, key, octetsOf(iv), data);
}

/** A key by PBKDF2, as its AlgorithmIdentifier says (RFC 8018 appendix A.2). */
function deriveKey(derivation: DerValue, password: string, keyLength: number, budget: Budget): Buffer {
    const [id, parameters] = membersOf(derivation);
    if (objectIdOf(id) !== OID.pbkdf2) throw unsupported(objectIdOf(id));
    const [salt, iterationsOf, ...options] = membersOf(parameters);
    const functionOf = options.find(({ tag }) => tag === 0x30);
    const stated = options.find(({ tag }) => tag === 0x02);
    const length = stated ? numberOf(stated) : keyLength;
    if (length > LONGEST_KEY) throw new DerError("it asks for a key of a length that no cipher has");
    const functionId = functionOf ? objectIdOf(membersOf(functionOf)[0]) : "1.2.840.113549.2.7";
    const digest = HMAC_DIGESTS[functionId];
    if (!digest) throw unsupported(functionId);
    const iterations = numberOf(iterationsOf);
    budget(costOfPbkdf2(iterations));
    return pbkdf2Sync(password, octetsOf(salt), Math.max(1, iterations), length, digest);
}

/** @throws StoreError when Java does not read what is encrypted so in a store */
export function requireJava(algorithm: DerValue): void {
    const [id, parameters] = membersOf(algorithm);
    const name = objectIdOf(id);
    const cipher = name === OID.pbes2 ? objectIdOf(membersOf(membersOf(parameters)[1])[0]) : name;
    if (FOREIGN_TO_JAVA.has(cipher)) throw unsupported(cipher);
}

export function unsupported(id: string): Error {
    const name = OTHER_NAMES[id];
    return storeError(
        "store-unsupported",
        `It is protected by ${name ? `${name} (${id})` : id}, which Java does not read in a store.`,
        "Make it again with keytool of Java 17, with openssl pkcs12 -export, or with javaKeyStore() or javaTrustStore().",
    );
}

function decipher(name: string, key: Buffer, iv: Buffer, data: Buffer): Buffer | undefined {
    try {
        const cipher = createDecipheriv(name, key, iv);
        return Buffer.concat([cipher.update(data), cipher.final()]);
    } catch {
        return undefined;
    }
}

/** Takes off the padding of RFC 8018 section 6.1.1. */
function unpadded(plain: Buffer, length: number): Buffer | undefined {
    const count = plain.at(-1) ?? 0;
    if (length % 8 !== 0 || count < 1 || count > 8) return undefined;
    return plain.subarray(-count).every((byte) => byte === count) ? plain.subarray(0, -count) : undefined;
}
