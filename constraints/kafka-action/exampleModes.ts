import { KERBEROS, MUTUAL_TLS, PLAIN, type Properties, SCRAM } from "../examples/configurations";

/** The four ways to log in to Kafka, by name, for examples of all of them. */
export const MODES: Readonly<Record<string, Properties>> = {
    "a client certificate": MUTUAL_TLS,
    PLAIN: PLAIN,
    SCRAM: SCRAM,
    Kerberos: KERBEROS,
};
