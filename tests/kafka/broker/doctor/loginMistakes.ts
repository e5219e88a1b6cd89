import { MISTAKEN } from "../lab/kdc";
import { keytabOf } from "../lab/keytab";
import type { Lab } from "../lab/lab";
import { changed, type Mistake, TIME_OUT } from "./mistake";

/** Mistakes in users, passwords and keytabs. */
export const LOGIN_MISTAKES: readonly Mistake[] = [
    {
        what: "a wrong password",
        step: "sasl",
        code: "login-refused",
        java: /SaslAuthenticationException/,
        make: (lab) => ({ properties: changed(lab, "SCRAM-SHA-512", { "sasl.scram.password": "not-the-password" }) }),
    },
    {
        what: "a mechanism that the listener does not offer",
        step: "sasl",
        code: "mechanism-not-enabled",
        java: /Client SASL mechanism 'PLAIN' not enabled/,
        make: (lab) => ({
            properties: changed(lab, "PLAIN", { "bootstrap.servers": `localhost:${lab.broker.ports.scram}` }),
        }),
    },
    {
        what: "a wrong sasl.kerberos.service.name",
        step: "sasl",
        code: "kdc-service-unknown",
        java: TIME_OUT,
        make: (lab) => ({ properties: changed(lab, "GSSAPI", { "sasl.kerberos.service.name": "kafkax" }) }),
    },
    {
        what: "a principal that the KDC does not know",
        step: "kdc",
        code: "kdc-client-unknown",
        java: /Client not found in Kerberos database|LoginException/,
        make: (lab) => kerberos(lab, "nobody", lab.kdc.realm),
    },
    {
        what: "a principal of which the keytab has no key",
        step: "properties",
        code: "keytab-no-principal",
        java: /LoginException|Unable to obtain/,
        make: (lab) => ({ properties: changed(lab, "GSSAPI", { "sasl.kerberos.principal": "somebody/else" }) }),
    },
    {
        what: "a keytab that is older than the principal's key",
        step: "kdc",
        code: "kdc-key-stale",
        java: /LoginException|Checksum failed|Integrity check/,
        make: (lab) => kerberos(lab, "kafka-keytab/client.lab", lab.kdc.realm),
    },
    {
        what: "something else than a keytab",
        step: "properties",
        code: "keytab-form",
        java: /LoginException|Unable to obtain/,
        make: (lab) => ({
            properties: changed(lab, "GSSAPI", { "sasl.kerberos.keytab": Buffer.from("no keytab").toString("base64") }),
        }),
    },
    {
        what: "a host on which no KDC listens",
        step: "kdc",
        code: "kdc-refused",
        java: /LoginException|Connection refused/,
        make: (lab) => kerberos(lab, "client", MISTAKEN.closed),
    },
    {
        what: "a name of the KDC that does not resolve",
        step: "kdc",
        code: "kdc-unknown-host",
        java: /LoginException|Cannot locate KDC|Receive timed out|nowhere/,
        make: (lab) => kerberos(lab, "client", MISTAKEN.nowhere),
    },
];

/** Rows whose code has a row already. */
export const MORE_LOGIN_MISTAKES: readonly Mistake[] = [
    {
        what: "a wrong password of PLAIN",
        step: "sasl",
        code: "login-refused",
        java: /SaslAuthenticationException/,
        make: (lab) => ({ properties: changed(lab, "PLAIN", { "sasl.plain.password": "not-the-password" }) }),
    },
    {
        what: "a user that nobody knows",
        step: "sasl",
        code: "login-refused",
        java: /SaslAuthenticationException/,
        make: (lab) => ({ properties: changed(lab, "SCRAM-SHA-512", { "sasl.scram.username": "nobody" }) }),
    },
    {
        what: "a private authority and no trust store",
        step: "tls",
        code: "tls-authority-unknown",
        java: /PKIX path building failed/,
        make: (lab) => ({
            properties: changed(lab, "SCRAM-SHA-512", {
                "ssl.truststore": undefined,
                "ssl.truststore.password": undefined,
            }),
        }),
    },
];

/** With a keytab that has a key nobody knows. */
function kerberos(lab: Lab, principal: string, realm: string) {
    return {
        properties: changed(lab, "GSSAPI", {
            "sasl.kerberos.principal": principal,
            "sasl.kerberos.krb5.realm": realm,
            "sasl.kerberos.keytab": keytabOf(principal, realm).toString("base64"),
        }),
    };
}
