/** Object identifiers of what PKCS12 files and certificates are made of (RFC 7292, RFC 8018, RFC 5958). */
export const OID = {
    data: "1.2.840.113549.1.7.1",
    encryptedData: "1.2.840.113549.1.7.6",

    keyBag: "1.2.840.113549.1.12.10.1.1",
    shroudedKeyBag: "1.2.840.113549.1.12.10.1.2",
    certBag: "1.2.840.113549.1.12.10.1.3",
    safeContentsBag: "1.2.840.113549.1.12.10.1.6",
    x509Certificate: "1.2.840.113549.1.9.22.1",
    friendlyName: "1.2.840.113549.1.9.20",
    localKeyId: "1.2.840.113549.1.9.21",
    /** Oracle's attribute: without it Java does not take a certificate of a PKCS12 file as trusted. */
    trustedKeyUsage: "2.16.840.1.113894.746875.1.1",
    anyExtendedKeyUsage: "2.5.29.37.0",

    pbes2: "1.2.840.113549.1.5.13",
    pbkdf2: "1.2.840.113549.1.5.12",
    hmacSha256: "1.2.840.113549.2.9",
    aes256Cbc: "2.16.840.1.101.3.4.1.42",
    sha256: "2.16.840.1.101.3.4.2.1",
    /** What Sun called its protection of keys in JKS files. */
    jksKeyProtector: "1.3.6.1.4.1.42.2.17.1.1",
} as const;

/** Digests of the MAC of a PKCS12 file. */
export const DIGESTS: Readonly<Record<string, string>> = {
    "1.3.14.3.2.26": "sha1",
    "2.16.840.1.101.3.4.2.4": "sha224",
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
};

/** Digests of HMACs: pseudo-random functions of PBKDF2. */
export const HMAC_DIGESTS: Readonly<Record<string, string>> = {
    "1.2.840.113549.2.7": "sha1",
    "1.2.840.113549.2.8": "sha224",
    "1.2.840.113549.2.9": "sha256",
    "1.2.840.113549.2.10": "sha384",
    "1.2.840.113549.2.11": "sha512",
};

/** Ciphers of PBES2. */
export const CIPHERS: Readonly<Record<string, { readonly name: string; readonly keyLength: number }>> = {
    "2.16.840.1.101.3.4.1.2": { name: "aes-128-cbc", keyLength: 16 },
    "2.16.840.1.101.3.4.1.22": { name: "aes-192-cbc", keyLength: 24 },
    "2.16.840.1.101.3.4.1.42": { name: "aes-256-cbc", keyLength: 32 },
    "1.2.840.113549.3.7": { name: "des-ede3-cbc", keyLength: 24 },
};

/** Encryptions that are read here, in PEM files of keys, and not by Java in a store. */
export const FOREIGN_TO_JAVA: ReadonlySet<string> = new Set([
    "1.2.840.113549.1.12.1.4",
    "2.16.840.1.101.3.4.1.22",
    "1.2.840.113549.3.7",
]);

/** What tools call the protections that Java does not read in a store. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
    "1.2.840.113549.1.12.1.4": "3DES with two keys",
    "2.16.840.1.101.3.4.1.22": "AES-192",
    "1.2.840.113549.3.7": "PBES2 with 3DES",
    "1.2.840.113549.1.5.3": "PBE with MD5 and DES",
    "1.2.840.113549.1.5.10": "PBE with SHA-1 and DES",
    "1.2.840.113549.1.5.14": "PBMAC1",
    "1.3.6.1.4.1.11591.4.11": "scrypt",
    "1.2.840.113549.1.7.2": "signed data",
    "1.2.840.113549.1.7.3": "data enveloped for a public key",
    "1.3.6.1.4.1.42.2.19.1": "the key protection of JCEKS",
};

/** Digests in signatures of certificates that nobody should accept any more, by the algorithm of the signature. */
export const WEAK_SIGNATURES: Readonly<Record<string, string>> = {
    "1.2.840.113549.1.1.2": "MD2",
    "1.2.840.113549.1.1.4": "MD5",
    "1.2.840.113549.1.1.5": "SHA-1",
    "1.2.840.10040.4.3": "SHA-1",
    "1.2.840.10045.4.1": "SHA-1",
};
