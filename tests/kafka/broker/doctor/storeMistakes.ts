import { createHash } from "node:crypto";
import { writeJksKeyStore, writePkcs12TrustStore } from "../../../../kafka/stores";
import { utf16 } from "../../../../kafka/stores/der";
import { issue, SERVER_AUTH } from "../../stores/issue";
import { tool, workFolder } from "../../stores/tools";
import { keyStoreOf, STORE_PASSWORD, trustStoreOf } from "../lab/authority";
import type { Lab } from "../lab/lab";
import { changed, type Mistake, REFUSED_LATE, REFUSED_LATE_SAYS, TIME_OUT } from "./mistake";
import { strangersKey } from "./networkMistakes";

/** Mistakes in trust stores and key stores. */
export const STORE_MISTAKES: readonly Mistake[] = [
    {
        what: "a trust store made by openssl pkcs12 -nokeys",
        step: "truststore",
        code: "trust-unmarked",
        java: TIME_OUT,
        make: (lab) => ({
            properties: changed(lab, "SCRAM-SHA-512", { "ssl.truststore": madeByOpenssl(lab).toString("base64") }),
        }),
    },
    {
        what: "an encrypted PKCS12 trust store without its password",
        step: "truststore",
        code: "store-password-missing",
        java: TIME_OUT,
        make: (lab) => ({ properties: changed(lab, "SCRAM-SHA-512", { "ssl.truststore.password": undefined }) }),
    },
    {
        what: "a trust store of another authority",
        step: "tls",
        code: "tls-authority-unknown",
        java: /PKIX path building failed/,
        make: (lab) => ({
            properties: changed(lab, "SCRAM-SHA-512", {
                "ssl.truststore": trustStoreOf([lab.certificates.stranger]).toString("base64"),
            }),
        }),
    },
    {
        what: "the key store as trust store",
        step: "truststore",
        code: "trust-is-key-store",
        java: REFUSED_LATE,
        javaSays: REFUSED_LATE_SAYS,
        make: (lab) => ({
            properties: changed(lab, "mTLS", {
                "ssl.truststore": keyStoreOf(lab.certificates.client).toString("base64"),
            }),
        }),
    },
    {
        what: "a PEM text as trust store",
        step: "truststore",
        code: "store-is-pem",
        java: /Invalid keystore format|Failed to load SSL keystore/,
        make: (lab) => ({
            properties: changed(lab, "SCRAM-SHA-512", {
                "ssl.truststore": Buffer.from(lab.certificates.authority.pem).toString("base64"),
            }),
        }),
    },
    {
        what: "a store that was put into base64 twice",
        step: "truststore",
        code: "store-is-base64",
        java: /Failed to load SSL keystore|Invalid keystore format|toDerInputStream/,
        make: (lab) => ({
            properties: changed(lab, "SCRAM-SHA-512", {
                "ssl.truststore": Buffer.from(lab.modes.mTLS["ssl.truststore"]!).toString("base64"),
            }),
        }),
    },
    {
        what: "an empty trust store file",
        step: "truststore",
        code: "store-empty",
        java: /Failed to load SSL keystore|EOF|not present in metadata|trustAnchors/,
        make: (lab) => ({ properties: changed(lab, "SCRAM-SHA-512", { "ssl.truststore": "" }) }),
    },
    {
        what: "a trust store of more than 65 KB",
        step: "truststore",
        code: "store-size",
        java: "ok",
        make: ({ certificates, ...lab }) => ({
            properties: changed({ certificates, ...lab }, "SCRAM-SHA-512", {
                "ssl.truststore": largeTrustStore(certificates.authority.pem),
            }),
        }),
    },
    {
        what: "a wrong password of the key store",
        step: "keystore",
        code: "store-password-wrong",
        java: /keystore password was incorrect|Failed to load SSL keystore/,
        make: (lab) => ({ properties: changed(lab, "mTLS", { "ssl.keystore.password": "another-word" }) }),
    },
    {
        what: "a wrong password of the key",
        step: "keystore",
        code: "key-password-wrong",
        java: /Get Key failed|UnrecoverableKey|Given final block/,
        make: (lab) => ({ properties: changed(lab, "mTLS", { "ssl.key.password": "another-word" }) }),
    },
    {
        what: "a client's certificate of an authority that the broker does not know",
        step: "tls",
        code: "tls-client-certificate-refused",
        java: REFUSED_LATE,
        javaSays: REFUSED_LATE_SAYS,
        make: (lab) => ({ properties: changed(lab, "mTLS", { "ssl.keystore": strangersKey(lab) }) }),
    },
    {
        what: "a client's certificate that has expired",
        step: "keystore",
        code: "certificate-expired",
        java: REFUSED_LATE,
        javaSays: REFUSED_LATE_SAYS,
        make: (lab) => keyStore(lab, lab.certificates.ofClient("client", { until: new Date("2024-01-01") })),
    },
    {
        what: "a client's certificate that is for servers",
        step: "keystore",
        code: "certificate-not-for-clients",
        java: REFUSED_LATE,
        javaSays: REFUSED_LATE_SAYS,
        make: (lab) => keyStore(lab, lab.certificates.ofClient("client", { usages: [SERVER_AUTH] })),
    },
    {
        what: "a certificate that does not belong to the key",
        step: "keystore",
        code: "key-mismatch",
        java: REFUSED_LATE,
        javaSays: REFUSED_LATE_SAYS,
        make: (lab) => ({ properties: changed(lab, "mTLS", { "ssl.keystore": mismatched(lab).toString("base64") }) }),
    },
];

function keyStore(lab: Lab, issued: ReturnType<typeof issue>) {
    const store = keyStoreOf(issued, [lab.certificates.authority]);
    return { properties: changed(lab, "mTLS", { "ssl.keystore": store.toString("base64") }) };
}

function madeByOpenssl({ certificates }: Lab): Buffer {
    const folder = workFolder();
    try {
        const pem = folder.file("ca.pem", certificates.authority.pem);
        const made = [
            "pkcs12",
            "-export",
            "-nokeys",
            "-in",
            pem,
            "-passout",
            `pass:${STORE_PASSWORD}`,
            "-out",
            "t.p12",
        ];
        tool("openssl", made, folder);
        return Buffer.from(tool("openssl", ["base64", "-in", "t.p12"], folder), "base64");
    } finally {
        folder.remove();
    }
}

function largeTrustStore(authority: string): string {
    const large = issue("an authority with much to say", { ca: true, padding: 60_000 });
    return writePkcs12TrustStore({ caPem: authority + large.pem, password: STORE_PASSWORD }).toString("base64");
}

/** No tool writes such a store: the certificate is exchanged in a JKS file, and the check sum made anew. */
function mismatched({ certificates }: Lab): Buffer {
    const { authority } = certificates;
    const der = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
    const own = certificates.ofClient("client");
    let other = certificates.ofClient("client");
    // The lengths of signatures differ by a byte or two.
    while (der(other.pem).length !== der(own.pem).length) other = certificates.ofClient("client");
    const store = writeJksKeyStore({
        privateKeyPem: own.keyPem,
        certificatePem: own.pem,
        chainPem: authority.pem,
        password: STORE_PASSWORD,
        seed: Buffer.alloc(32, 12),
    });
    const body = store.subarray(0, -20);
    der(other.pem).copy(body, body.indexOf(der(own.pem)));
    const sum = createHash("sha1").update(utf16(STORE_PASSWORD)).update("Mighty Aphrodite").update(body).digest();
    return Buffer.concat([body, sum]);
}
