import type { X509Certificate } from "node:crypto";
import { NULL, objectId, octetString, sequence } from "./der";
import { JKS_MAGIC, jksDigest, jksKeyCheck, jksMix, KEY_ENTRY, TRUSTED_ENTRY } from "./jksFormat";
import { readKeyMaterial } from "./keyMaterial";
import { OID } from "./objectIds";
import { requirePassword } from "./passwords";
import { seededBy } from "./seeded";
import { type KeyStoreArgs, readAuthorities, requireAlias, requireSeed, type TrustStoreArgs } from "./storeArgs";

export interface JksKeyStoreArgs extends KeyStoreArgs {
    /** Opens the key alone (`ssl.key.password`). @default the password of the store */
    readonly keyPassword?: string | undefined;
}

/** Java opens a JKS trust store without any password. Where none is given, this one is in it, as in Java's own cacerts. */
const CUSTOMARY = "changeit";

/**
 * A key store in Java's older format, for Java that is older than PKCS12 with AES. Its protection is weak by today's
 * measure (SHA-1, no rounds), so its password should be long. The same arguments give the same bytes.
 *
 * @throws StoreError when the texts hold no key with its chain, or a password or the seed is unfit
 */
export function writeJksKeyStore(args: JksKeyStoreArgs): Buffer {
    const { password, keyPassword = password, seed, alias = "client" } = args;
    requirePassword("JKS", password);
    requirePassword("JKS", keyPassword);
    requireSeed(seed);
    requireAlias(alias);
    const { key, chain } = readKeyMaterial(args);
    const certificates = Buffer.concat(chain.map(({ raw }) => raw));
    const seeded = seededBy(seed, { kind: "JKS key store", password, keyPassword, alias, key, certificates });

    const salt = seeded("key salt", 20);
    const data = Buffer.concat([salt, jksMix(keyPassword, salt, key), jksKeyCheck(keyPassword, key)]);
    const sealed = sequence(sequence(objectId(OID.jksKeyProtector), NULL), octetString(data));
    const entry = [
        number(KEY_ENTRY),
        text(alias),
        dateOf(chain[0]!),
        withLength(sealed),
        number(chain.length),
        ...chain.map(certificateEntry),
    ];
    return jks(1, entry, password);
}

/**
 * A trust store in Java's older format. It needs no password; where one is given, Java checks the file with it. The same
 * arguments give the same bytes.
 *
 * @throws StoreError when the text holds no certificate, or the password is unfit
 */
export function writeJksTrustStore(args: Omit<TrustStoreArgs, "seed">): Buffer {
    const { password = CUSTOMARY } = args;
    requirePassword("JKS", password);
    const authorities = readAuthorities(args);
    const entries = authorities.flatMap(({ alias, certificate }) => [
        number(TRUSTED_ENTRY),
        text(alias),
        dateOf(certificate),
        certificateEntry(certificate),
    ]);
    return jks(authorities.length, entries, password);
}

function jks(count: number, entries: readonly Buffer[], password: string): Buffer {
    const body = Buffer.concat([number(JKS_MAGIC), number(2), number(count), ...entries]);
    return Buffer.concat([body, jksDigest(password, body)]);
}

function certificateEntry({ raw }: X509Certificate): Buffer {
    return Buffer.concat([text("X.509"), withLength(raw)]);
}

/** The entry's date: that of its certificate, since the day it was written would change the bytes. */
function dateOf({ validFrom }: X509Certificate): Buffer {
    const date = Buffer.alloc(8);
    date.writeBigInt64BE(BigInt(Date.parse(validFrom) || 0));
    return date;
}

function withLength(bytes: Buffer): Buffer {
    return Buffer.concat([number(bytes.length), bytes]);
}

function number(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}

/** As Java's DataOutput.writeUTF, of ASCII. */
function text(ascii: string): Buffer {
    const bytes = Buffer.from(ascii, "ascii");
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}
