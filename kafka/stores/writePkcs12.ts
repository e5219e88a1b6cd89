import { createHmac, type X509Certificate } from "node:crypto";
import { bmpString, explicit, integer, NULL, objectId, octetString, sequence, setOf, tagged } from "./der";
import { encrypt, ITERATIONS } from "./encrypt";
import { readKeyMaterial } from "./keyMaterial";
import { OID } from "./objectIds";
import { requirePassword } from "./passwords";
import { derivePkcs12, PURPOSE, pkcs12Password } from "./pkcs12Kdf";
import { type Seeded, seededBy } from "./seeded";
import {
    type KeyStoreArgs,
    readAuthorities,
    requireAlias,
    requireSeed,
    seededByTrust,
    type TrustStoreArgs,
} from "./storeArgs";

/**
 * A PKCS12 key store (RFC 7292) as keytool 17 and OpenSSL 3 make it: AES-256, PBKDF2 and a MAC with HMAC-SHA256. The same
 * arguments give the same bytes.
 *
 * @throws StoreError when the texts hold no key with its chain, or the password or the seed is unfit
 */
export function writePkcs12KeyStore(args: KeyStoreArgs): Buffer {
    const { password, seed, alias = "client" } = args;
    requirePassword("PKCS12", password);
    requireSeed(seed);
    requireAlias(alias);
    const { key, chain } = readKeyMaterial(args);
    const certificates = Buffer.concat(chain.map(({ raw }) => raw));
    const seeded = seededBy(seed, { kind: "PKCS12 key store", password, alias, key, certificates });

    const localKeyId = attribute(OID.localKeyId, octetString(seeded("key id", 20)));
    const { algorithm, data } = encrypt(key, password, seeded, "key");
    const shrouded = sequence(algorithm, octetString(data));
    const keyBag = bag(OID.shroudedKeyBag, shrouded, [friendlyName(alias), localKeyId]);
    const [leaf, ...authorities] = chain;
    const certBags = [
        certBag(leaf!, [friendlyName(alias), localKeyId]),
        ...authorities.map((one, index) => certBag(one, [friendlyName(`${alias}-chain-${index + 1}`)])),
    ];
    return withMac([plainData([keyBag]), encryptedData(certBags, password, seeded)], password, seeded);
}

/**
 * A PKCS12 trust store with Java's own attribute at each certificate, without which Java trusts none of them. Without a
 * password it is neither encrypted nor signed, and Java opens it without one. The same arguments give the same bytes.
 *
 * @throws StoreError when the text holds no certificate, or the password or the seed is unfit
 */
export function writePkcs12TrustStore(args: TrustStoreArgs): Buffer {
    const { password, seed } = args;
    if (password !== undefined) requirePassword("PKCS12", password);
    const authorities = readAuthorities(args);
    const trusted = attribute(OID.trustedKeyUsage, objectId(OID.anyExtendedKeyUsage));
    const bags = authorities.map(({ alias, certificate }) => certBag(certificate, [friendlyName(alias), trusted]));
    if (password === undefined) return pfx(sequence(plainData(bags)));
    const certificates = authorities.map(({ certificate }) => certificate);
    const seeded = seededByTrust("PKCS12 trust store", certificates, password, seed);
    return withMac([encryptedData(bags, password, seeded)], password, seeded);
}

function withMac(contents: readonly Buffer[], password: string, seeded: Seeded): Buffer {
    const safe = sequence(...contents);
    const salt = seeded("mac salt", 20);
    const key = derivePkcs12({
        digest: "sha256",
        purpose: PURPOSE.mac,
        password: pkcs12Password(password),
        salt,
        iterations: ITERATIONS,
        length: 32,
    });
    const digest = createHmac("sha256", key).update(safe).digest();
    const info = sequence(sequence(objectId(OID.sha256), NULL), octetString(digest));
    return pfx(safe, sequence(info, octetString(salt), integer(ITERATIONS)));
}

function pfx(safe: Buffer, ...mac: readonly Buffer[]): Buffer {
    return sequence(integer(3), sequence(objectId(OID.data), explicit(octetString(safe))), ...mac);
}

function plainData(bags: readonly Buffer[]): Buffer {
    return sequence(objectId(OID.data), explicit(octetString(sequence(...bags))));
}

function encryptedData(bags: readonly Buffer[], password: string, seeded: Seeded): Buffer {
    const { algorithm, data } = encrypt(sequence(...bags), password, seeded, "certificates");
    const content = sequence(objectId(OID.data), algorithm, tagged(0x80, data));
    return sequence(objectId(OID.encryptedData), explicit(sequence(integer(0), content)));
}

function certBag(certificate: X509Certificate, attributes: readonly Buffer[]): Buffer {
    const value = sequence(objectId(OID.x509Certificate), explicit(octetString(certificate.raw)));
    return bag(OID.certBag, value, attributes);
}

function bag(type: string, value: Buffer, attributes: readonly Buffer[]): Buffer {
    return sequence(objectId(type), explicit(value), setOf(...attributes));
}

function attribute(type: string, value: Buffer): Buffer {
    return sequence(objectId(type), setOf(value));
}

function friendlyName(alias: string): Buffer {
    return attribute(OID.friendlyName, bmpString(alias));
}
