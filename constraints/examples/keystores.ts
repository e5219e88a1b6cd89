import type { StackFacts } from "../facts/stack";
import { KERBEROS, MUTUAL_TLS } from "./configurations";
import { secret, secretVersion, withSecrets } from "./secrets";

/** The beginning of a key store in the form of Java. */
export const STORE = Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 1, 0x80, 0x91, 0xff, 0xc3]);
/** The beginning of one in PKCS #12. */
export const PKCS12 = Buffer.from([0x30, 0x82, 9, 0x5c, 2, 1, 3, 0x30, 0x82, 9, 0x16, 6]);
/** The beginning of a keytab. */
export const KEYTAB = Buffer.from([5, 2, 0, 0, 0, 0x4a, 0, 2, 0, 0x0d]);

/** A rule with mutual TLS whose key store is a secret of the stack with this file. */
export function keystoreHolding(secretBinary: unknown): StackFacts {
    return withSecrets([secret("kafka_keystore"), secretVersion({ secretBinary })], {}, MUTUAL_TLS);
}

/** A rule with Kerberos whose keytab is a secret of the stack with this file. */
export function keytabHolding(secretBinary: unknown): StackFacts {
    return withSecrets([secret("kafka_keytab"), secretVersion({ secretBinary })], {}, KERBEROS);
}
