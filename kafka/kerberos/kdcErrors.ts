import type { FailureCode } from "../client/failures";

/** What a KDC says no with (RFC 4120, section 7.5.9), in our words. */
export interface KdcError {
    readonly code: FailureCode;
    readonly what: string;
    readonly fix: string;
}

export const PREAUTHENTICATION_REQUIRED = 25;
export const ANSWER_TOO_BIG = 52;
export const CLOCK_SKEW = 37;

const LOOK = "Look into the log of the KDC, which says more.";
const SYNCHRONIZE = "Set the clock of this machine by NTP; Kerberos takes five minutes of difference.";

export const KDC_ERRORS: Readonly<Record<number, KdcError>> = {
    1: {
        code: "kdc-client-locked",
        what: "the entry of the client has expired",
        fix: "Have the principal made valid again.",
    },
    2: {
        code: "kdc-client-locked",
        what: "the entry of the service has expired",
        fix: "Have the brokers' principal made valid again.",
    },
    6: {
        code: "kdc-client-unknown",
        what: "it does not know the client",
        fix: "Correct sasl.kerberos.principal and sasl.kerberos.krb5.realm: capitals count, and what follows the slash too.",
    },
    7: {
        code: "kdc-service-unknown",
        what: "it does not know the service",
        fix: "Correct sasl.kerberos.service.name, or have the broker's principal created for the host name by which clients reach it.",
    },
    9: { code: "kdc-error", what: "the principal has no key", fix: "Have a key made for it." },
    12: {
        code: "kdc-policy",
        what: "its policy does not allow the ticket",
        fix: "Ask for this client to be allowed, at this hour and from this address.",
    },
    14: {
        code: "kdc-encryption",
        what: "it supports none of the encryption types",
        fix: "Have AES keys made for the principal, and export the keytab again.",
    },
    18: {
        code: "kdc-client-locked",
        what: "the client is locked or its time is over",
        fix: "Have the principal unlocked.",
    },
    19: { code: "kdc-client-locked", what: "the service is locked", fix: "Have the brokers' principal unlocked." },
    21: {
        code: "kdc-client-locked",
        what: "the client is not valid yet",
        fix: "Wait, or have the principal made valid now.",
    },
    23: {
        code: "kdc-key-expired",
        what: "the key of the client has expired",
        fix: "Have a new key made, and export the keytab again.",
    },
    24: {
        code: "kdc-key-stale",
        what: "the key of the keytab is not the current one",
        fix: "Export the keytab again and store it in the secret; exporting makes new keys, so it has to be done for all users at once.",
    },
    29: { code: "kdc-error", what: "a service that it needs is not available", fix: LOOK },
    37: { code: "kdc-clock-skew", what: "the clocks are too far apart", fix: SYNCHRONIZE },
    68: {
        code: "kdc-wrong-realm",
        what: "it does not serve the realm",
        fix: "Correct sasl.kerberos.krb5.realm, mostly in capitals, or sasl.kerberos.krb5.kdc.",
    },
};

export const OTHER_ERROR: KdcError = { code: "kdc-error", what: "an error", fix: LOOK };
