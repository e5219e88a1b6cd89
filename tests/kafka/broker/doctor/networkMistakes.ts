import { keyStoreOf } from "../lab/authority";
import type { Lab } from "../lab/lab";
import { forwarder, silentServer, webServer } from "../lab/servers";
import { changed, type Mistake, REFUSED_LATE, REFUSED_LATE_SAYS, TIME_OUT } from "./mistake";

const at = (port: number, host = "localhost") => ({ "bootstrap.servers": `${host}:${port}` });

/** Mistakes on the way to a broker. */
export const NETWORK_MISTAKES: readonly Mistake[] = [
    {
        what: "a host name that does not exist",
        step: "dns",
        code: "host-unknown",
        java: /No resolvable bootstrap urls/,
        make: (lab) => ({ properties: changed(lab, "SCRAM-SHA-512", at(9094, "broker.nowhere.invalid")) }),
    },
    {
        what: "a port on which nothing listens",
        step: "tcp",
        code: "port-refused",
        java: TIME_OUT,
        make: async (lab) => {
            const server = await silentServer();
            await server.close();
            return { properties: changed(lab, "SCRAM-SHA-512", at(server.port)) };
        },
    },
    {
        what: "a host that takes connections and never answers",
        step: "tls",
        code: "tls-timeout",
        java: TIME_OUT,
        make: async (lab) => {
            const server = await silentServer();
            return { properties: changed(lab, "SCRAM-SHA-512", at(server.port)), server };
        },
    },
    {
        what: "the port of a plaintext listener",
        step: "tls",
        code: "tls-not-spoken",
        java: TIME_OUT,
        make: (lab) => ({ properties: changed(lab, "SCRAM-SHA-512", at(lab.broker.ports.plaintext)) }),
    },
    {
        what: "the port of a web server",
        step: "sasl",
        code: "not-kafka",
        java: TIME_OUT,
        make: async (lab) => {
            const server = await webServer(lab.certificates.broker);
            return { properties: changed(lab, "SCRAM-SHA-512", at(server.port)), server };
        },
    },
    {
        what: "a broker reached by a name or address that is not in its certificate",
        step: "tls",
        code: "tls-host-mismatch",
        java: /No subject alternative/,
        make: async (lab) => {
            const server = await forwarder(lab.broker.ports.sasl, { host: "127.0.0.2" });
            return { properties: changed(lab, "SCRAM-SHA-512", at(server.port, "127.0.0.2")), server };
        },
    },
    {
        what: "a broker whose certificate has expired",
        step: "tls",
        code: "tls-certificate-expired",
        java: /validity check failed|NotAfter/,
        make: async (lab) => {
            const server = await webServer(lab.certificates.ofBroker("localhost", { until: new Date("2024-01-01") }));
            return { properties: changed(lab, "SCRAM-SHA-512", at(server.port)), server };
        },
    },
    {
        what: "security.protocol SSL on a SASL listener",
        step: "metadata",
        code: "listener-wants-login",
        java: TIME_OUT,
        make: (lab) => ({ properties: changed(lab, "mTLS", at(lab.broker.ports.sasl)) }),
    },
    {
        what: "security.protocol SASL_SSL on an mTLS listener",
        step: "sasl",
        code: "listener-without-login",
        java: /Unexpected handshake request with client mechanism|IllegalSaslState|not present in metadata/,
        javaSays: "IllegalSaslStateException: Unexpected handshake request, or the time-out: not present in metadata",
        make: (lab) => ({ properties: withKey(lab, at(lab.broker.ports.mtls)) }),
    },
    {
        what: "security.protocol SSL, and no ssl.keystore",
        step: "properties",
        code: "property-missing",
        java: REFUSED_LATE,
        javaSays: REFUSED_LATE_SAYS,
        make: (lab) => ({
            properties: changed(lab, "mTLS", {
                "ssl.keystore": undefined,
                "ssl.keystore.password": undefined,
                "ssl.key.password": undefined,
            }),
        }),
    },
    {
        what: "a user and password on a listener that asks for a client's certificate",
        step: "tls",
        code: "tls-client-certificate-missing",
        java: REFUSED_LATE,
        javaSays: REFUSED_LATE_SAYS,
        make: (lab) => ({ properties: changed(lab, "SCRAM-SHA-512", at(lab.broker.ports.mtls)) }),
    },
];

/** A user of SCRAM that has a client's certificate as well. */
function withKey(lab: Lab, change: Readonly<Record<string, string>>) {
    const { "ssl.keystore": keyStore, "ssl.keystore.password": password } = lab.modes.mTLS;
    return changed(lab, "SCRAM-SHA-512", { "ssl.keystore": keyStore, "ssl.keystore.password": password, ...change });
}

/** A client's certificate that an authority nobody knows has issued. */
export function strangersKey({ certificates }: Lab): string {
    const { stranger } = certificates;
    return keyStoreOf(certificates.ofClient("client", { by: stranger }), [stranger]).toString("base64");
}
