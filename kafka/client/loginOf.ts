import { KDC_PORT, kdcsOfEnvironment, keytabFailure, readKeytabText } from "../kerberos";
import type { KerberosLogin, Login, PasswordLogin } from "./clientSettings";
import type { Given } from "./given";
import type { Server } from "./server";

const MECHANISMS = ["PLAIN", "SCRAM-SHA-512", "GSSAPI"] as const;

/** `undefined` where something is missing without which no login can be tried. */
export function loginOf(all: Given, environment: Readonly<Record<string, string | undefined>>): Login | undefined {
    const text = all.required(
        "sasl.mechanism",
        "With security.protocol SASL_SSL the client has to know how to log in.",
    );
    if (text === undefined) return undefined;
    const mechanism = MECHANISMS.find((name) => name === text);
    switch (mechanism) {
        case "PLAIN":
            return passwordLogin(all, mechanism, "sasl.plain");
        case "SCRAM-SHA-512":
            return passwordLogin(all, mechanism, "sasl.scram");
        case "GSSAPI":
            return kerberosLogin(all, environment);
        default:
            all.wrongValue("sasl.mechanism", MECHANISMS);
            return undefined;
    }
}

function passwordLogin(all: Given, mechanism: PasswordLogin["mechanism"], prefix: string): Login | undefined {
    const username = all.required(`${prefix}.username`, `The mechanism ${mechanism} needs a user.`);
    const password = all.required(`${prefix}.password`, `The mechanism ${mechanism} needs a password.`);
    return username === undefined || password === undefined ? undefined : { mechanism, username, password };
}

function kerberosLogin(
    all: Given,
    environment: Readonly<Record<string, string | undefined>>,
): KerberosLogin | undefined {
    const needs = "The mechanism GSSAPI needs it.";
    const serviceName = all.required("sasl.kerberos.service.name", needs);
    const realm = all.required("sasl.kerberos.krb5.realm", needs);
    const host = all.required("sasl.kerberos.krb5.kdc", needs);
    const named = all.required("sasl.kerberos.principal", needs);
    const text = all.required("sasl.kerberos.keytab", needs);
    const read = text === undefined ? undefined : readKeytabText(text);
    if (read?.ok === false) all.wrong("sasl.kerberos.keytab", "keytab-form", read.cause, read.fix);
    const kdcs = host === undefined ? undefined : kdcsOf(all, host);
    if (!read?.ok || !serviceName || !realm || !named || !kdcs) return undefined;
    const principal = principalOf(all, named, realm);
    if (principal === undefined) return undefined;
    const fromFile = kdcsOfEnvironment(realm, environment);
    const login: KerberosLogin = {
        mechanism: "GSSAPI",
        principal,
        realm,
        serviceName,
        keytab: read.keytab,
        kdcs: fromFile.length > 0 ? fromFile : kdcs,
    };
    const failure = keytabFailure(login);
    if (failure) all.wrong("sasl.kerberos.keytab", failure.code, failure.cause, failure.fix);
    return login;
}

/** With a port the KDC is tried at that port; Java would take the port for another host. */
function kdcsOf(all: Given, text: string): readonly Server[] | undefined {
    const match = /^([A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(text.trim());
    const port = Number(match?.[2] ?? KDC_PORT);
    if (!match || port === 0 || port > 65_535) {
        all.wrong(
            "sasl.kerberos.krb5.kdc",
            "property-value",
            "sasl.kerberos.krb5.kdc is no name of a host.",
            "Give the one host of the KDC, without a protocol, a port or a path.",
        );
        return undefined;
    }
    if (match[2] !== undefined) {
        all.wrong(
            "sasl.kerberos.krb5.kdc",
            "kdc-port",
            `sasl.kerberos.krb5.kdc names the port ${port}: a Java producer takes what follows the colon for another host.`,
            "Give the host alone, and have the KDC listen on port 88.",
        );
    }
    return [{ host: match[1]!, port }];
}

/** A realm behind the principal is allowed where it is the one of the client. */
function principalOf(all: Given, named: string, realm: string): string | undefined {
    const at = named.lastIndexOf("@");
    if (at < 0) return named;
    const own = named.slice(at + 1);
    if (own === realm) return named.slice(0, at);
    all.wrong(
        "sasl.kerberos.principal",
        "realm-differs",
        `sasl.kerberos.principal is of the realm ${JSON.stringify(own)}, and sasl.kerberos.krb5.realm is ${JSON.stringify(realm)}.`,
        "Give both the same realm, mostly in capitals.",
    );
    return undefined;
}
