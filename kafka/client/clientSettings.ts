import type { Keytab } from "../kerberos/keytab";
import type { StoreProblemCode } from "../stores";
import type { Step } from "./failure";
import type { FailureCode } from "./failures";
import type { Server } from "./server";

/** Client properties by their names, all templates evaluated. */
export type Properties = Readonly<Record<string, string>>;

export const COMPRESSIONS = ["none", "gzip", "snappy", "lz4", "zstd"] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/** What `tls.connect` gets: never Node's own list of authorities, and never a `pfx`. */
export interface TlsSettings {
    /** PEM. Of the trust store; without one, the authorities of Amazon. */
    readonly ca: readonly string[];
    /** Where `ca` comes from. */
    readonly trust: "ssl.truststore" | "amazon";
    /** PEM, with its chain. Absent without a key store. */
    readonly cert?: string;
    /** PEM. A secret. */
    readonly key?: string;
}

/** How the client logs in where `security.protocol` is SASL_SSL. */
export type Login = PasswordLogin | KerberosLogin;

export interface PasswordLogin {
    readonly mechanism: "PLAIN" | "SCRAM-SHA-512";
    readonly username: string;
    /** A secret. */
    readonly password: string;
}

export interface KerberosLogin {
    readonly mechanism: "GSSAPI";
    /** Without the realm: `client` or `service/host`. */
    readonly principal: string;
    readonly realm: string;
    readonly keytab: Keytab;
    /** The first part of the brokers' principals, mostly `kafka`. */
    readonly serviceName: string;
    /** From `KRB5_CONFIG` where that names any for the realm, else `sasl.kerberos.krb5.kdc` with port 88. */
    readonly kdcs: readonly Server[];
}

/** Client properties as a client uses them. */
export interface ClientSettings {
    /** Of `bootstrap.servers`, in their order. */
    readonly servers: readonly Server[];
    readonly tls: TlsSettings;
    /** Absent for SSL. */
    readonly login?: Login;
    /** -1 is `all`. @default 1 */
    readonly acks: -1 | 0 | 1;
    /** @default "none" */
    readonly compression: Compression;
}

/** Something wrong with a client property. */
export interface PropertyProblem {
    /** As the founding page spells it: `ssl.truststore`. */
    readonly property: string;
    /** `properties`, `secrets`, `truststore` or `keystore`. */
    readonly step: Step;
    /** `error`: it cannot work; `advice`: it works, for now or in some places. */
    readonly level: "error" | "advice";
    readonly code: FailureCode | StoreProblemCode;
    readonly cause: string;
    readonly fix: string;
}

export interface SettingsResult {
    /** Absent where the properties are not enough to try anything with. There may be problems nevertheless. */
    readonly settings?: ClientSettings;
    readonly problems: readonly PropertyProblem[];
}
