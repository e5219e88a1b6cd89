/**
 * Kerberos 5 as a client of Kafka needs it, from a keytab and without native code: the exchanges with a KDC (RFC 4120), AES
 * with SHA-1 (RFC 3962) and SHA-2 (RFC 8009), and the login at a broker (RFC 4121, RFC 4752).
 *
 * It is written here in full since the one library for it, `kerberos`, compiles native code when it is installed, works on
 * settings of the whole process, and gives one text for a keytab that is missing and for a principal that is wrong.
 */

export type { Transport } from "./kdcTransport";
export { type Keytab, type KeytabEntry, type KeytabResult, readKeytab, readKeytabText } from "./keytab";
export { KDC_PORT, kdcsIn, kdcsOfEnvironment } from "./krb5Conf";
export { askKdc, type KdcVisit, logInWithKerberos } from "./login";
export { keytabFailure } from "./principalKeys";
