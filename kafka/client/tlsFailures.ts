import type { PeerCertificate } from "node:tls";
import type { TlsSettings } from "./clientSettings";
import type { Failure } from "./failure";
import type { FailureCode } from "./failures";
import { nameOfServer, type Server } from "./server";
import { wordsOf } from "./words";

/** A port that closes at the first byte of TLS, or answers in another language. */
const NOT_TLS = new Set([
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_SSL_PACKET_LENGTH_TOO_LONG",
    "ERR_SSL_UNKNOWN_PROTOCOL",
    "EPROTO",
]);
const CLOSED = new Set(["closed", "ECONNRESET", "EPIPE"]);
/** Nothing in common; brokers say it by an alert, Node by itself. */
const NO_COMMON = [
    "PROTOCOL_VERSION",
    "UNSUPPORTED_PROTOCOL",
    "HANDSHAKE_FAILURE",
    "NO_SHARED_CIPHER",
    "INSUFFICIENT_SECURITY",
    "VERSION_TOO_LOW",
    "NO_PROTOCOLS_AVAILABLE",
];
/** Alerts by which a broker refuses a client for its certificate, or for having none. */
const CLIENT_ALERTS = [
    "BAD_CERTIFICATE",
    "CERTIFICATE_REQUIRED",
    "CERTIFICATE_UNKNOWN",
    "CERTIFICATE_EXPIRED",
    "CERTIFICATE_REVOKED",
    "UNSUPPORTED_CERTIFICATE",
    "UNKNOWN_CA",
    "ACCESS_DENIED",
    "DECRYPT_ERROR",
    "NO_CERTIFICATE",
];

/** Why the handshake of TLS failed, or what came right after it; `code` is Node's, `timeout` or `closed`. */
export function handshakeFailure(code: string, server: Server, tls: TlsSettings, timeout: number): Failure {
    const target = nameOfServer(server);
    const failure = (name: FailureCode, cause: string, fix: string): Failure => ({
        step: "tls",
        code: name,
        target,
        cause,
        fix,
    });
    if (NOT_TLS.has(code)) return plaintextFailure(server, false);
    if (code === "timeout") {
        return failure(
            "tls-timeout",
            `${target} takes connections and does not answer TLS within ${Math.round(timeout)} ms.`,
            "See whether the broker is overloaded or stopped, and whether a proxy stands between.",
        );
    }
    if (CLOSED.has(code)) {
        return failure(
            "tls-closed",
            `${target} closes the connection in the TLS handshake.`,
            "See whether the port is one of the brokers' TLS listeners; their logs tell why they close.",
        );
    }
    return (
        alertFailure(code, server, tls) ??
        failure(
            NO_COMMON.some((name) => code.includes(name)) ? "tls-versions" : "tls-failed",
            `The TLS handshake with ${target} fails (${code}).`,
            "Let the broker take TLS 1.2 or 1.3 with the ciphers that Java takes.",
        )
    );
}

/** The alert by which a broker refuses the client's certificate; with TLS 1.3 it comes after the handshake. */
export function alertFailure(code: string, server: Server, { cert }: TlsSettings): Failure | undefined {
    if (!code.includes("ALERT") || !CLIENT_ALERTS.some((name) => code.includes(name))) return undefined;
    const target = nameOfServer(server);
    const alert = code.replace(/^ERR_SSL_(SSLV3_|TLSV1_|TLSV13_)?ALERT_/, "").toLowerCase();
    if (cert === undefined) {
        return {
            step: "tls",
            code: "tls-client-certificate-missing",
            target,
            cause: `${target} asks for the certificate of the client, and there is no ssl.keystore (alert ${alert}).`,
            fix: "Give the client's key store as ssl.keystore, or the port of the SASL listener (MSK: 9096) for SASL_SSL.",
        };
    }
    return {
        step: "tls",
        code: "tls-client-certificate-refused",
        target,
        cause: `${target} refuses the client's certificate of ssl.keystore (alert ${alert}).`,
        fix: "Have the certificate issued by an authority that the brokers trust, for clients, and within its days.",
    };
}

/** `isCertain`: a broker answered a request without encryption. */
export function plaintextFailure(server: Server, isCertain: boolean): Failure {
    const target = nameOfServer(server);
    return {
        step: "tls",
        code: "tls-not-spoken",
        target,
        cause: isCertain
            ? `${target} is a listener without encryption: it answers Kafka's requests, and no TLS.`
            : `What listens at ${target} does not speak TLS.`,
        fix: "Give the port of a TLS listener (MSK: 9094 for SSL, 9096 for SASL_SSL); AWS IoT connects with TLS only.",
    };
}

/** Why a certificate is not accepted; `code` is what Node says of it. */
export function certificateFailure(
    code: string,
    certificate: PeerCertificate,
    server: Server,
    tls: TlsSettings,
): Failure {
    const target = nameOfServer(server);
    const failure = (name: FailureCode, cause: string, fix: string): Failure => ({
        step: "tls",
        code: name,
        target,
        cause,
        fix,
    });
    const dates = datesOf(certificate);
    switch (code) {
        case "ERR_TLS_CERT_ALTNAME_INVALID":
            return failure(
                "tls-host-mismatch",
                `The certificate of ${target} is not for ${server.host}, but for ${wordsOf(namesOf(certificate))}.`,
                "Give the brokers by a name that is in their certificates, or have one issued with this name as subjectAltName.",
            );
        case "CERT_HAS_EXPIRED":
            return failure(
                "tls-certificate-expired",
                `A certificate of ${target} has expired${dates.until && ` on ${dates.until}`}.`,
                "Have a new certificate issued for the broker.",
            );
        case "CERT_NOT_YET_VALID":
            return failure(
                "tls-certificate-not-yet-valid",
                `A certificate of ${target} is valid only${dates.from && ` from ${dates.from} on`}.`,
                "Look at the clock of this machine, or have a certificate issued that is valid now.",
            );
        case "SELF_SIGNED_CERT_IN_CHAIN":
        case "DEPTH_ZERO_SELF_SIGNED_CERT":
        case "UNABLE_TO_GET_ISSUER_CERT":
        case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
        case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
        case "CERT_SIGNATURE_FAILURE":
            return untrusted(certificate, target, tls);
        default:
            return failure(
                "tls-certificate-wrong",
                `The certificate of ${target} is not accepted (${wordsOf(code)}).`,
                "Look at it with openssl s_client -connect, and have it issued again.",
            );
    }
}

function untrusted(certificate: PeerCertificate, target: string, { trust }: TlsSettings): Failure {
    const issuer =
        wordsOf([certificate.issuer?.O, certificate.issuer?.CN].filter(Boolean).join(", ")) || "an unknown authority";
    return {
        step: "tls",
        code: "tls-authority-unknown",
        target,
        cause:
            trust === "amazon"
                ? `The certificate of ${target} is signed by ${issuer}; there is no ssl.truststore, and without one AWS promises to trust Amazon's authorities only.`
                : `The certificate of ${target} is signed by ${issuer}, which ssl.truststore does not hold.`,
        fix: "Give a trust store with the authority that signed the brokers' certificates as ssl.truststore: javaTrustStore().",
    };
}

function namesOf({ subject, subjectaltname }: PeerCertificate): string {
    const names = subjectaltname ?? subject?.CN;
    return (
        [names]
            .flat()
            .join(", ")
            .replace(/(DNS|IP Address):/g, "") || "nobody"
    );
}

/** The days of the first certificate in the chain that is not valid now. */
function datesOf(certificate: PeerCertificate): { readonly from: string; readonly until: string } {
    let one = certificate;
    for (let depth = 0; depth < 10; depth++) {
        const isNow = Date.parse(one.valid_from) <= Date.now() && Date.parse(one.valid_to) >= Date.now();
        const issuer = (one as Partial<{ issuerCertificate: PeerCertificate }>).issuerCertificate;
        if (!isNow || !issuer || issuer === one) break;
        one = issuer;
    }
    return { from: dayOf(one.valid_from), until: dayOf(one.valid_to) };
}

function dayOf(text: string | undefined): string {
    const time = Date.parse(text ?? "");
    return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}
