import type { KeyObject, X509Certificate } from "node:crypto";
import { issuerOf, nameOf } from "./names";
import { storeError } from "./storeError";

/** True where this certificate signed that one, or itself. */
export function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
    try {
        return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
    } catch {
        return false;
    }
}

/** True for a root: it names itself as its issuer, and signed itself. */
export function isSelfSigned(certificate: X509Certificate): boolean {
    return certificate.subject === certificate.issuer && issued(certificate, certificate);
}

/** True where the certificate is of this key. */
export function isOfKey(certificate: X509Certificate, key: KeyObject): boolean {
    try {
        return certificate.checkPrivateKey(key);
    } catch {
        return false;
    }
}

/**
 * The certificate of the key, the one that signed it, and so on as far as they are given, in whatever order they are.
 * A certificate that does not belong there is refused: leaving it out would hide that another one is missing.
 */
export function chainOf(key: KeyObject, certificates: readonly X509Certificate[]): X509Certificate[] {
    const [leaf, another] = certificates.filter((certificate) => isOfKey(certificate, key));
    if (!leaf) {
        throw storeError(
            "key-mismatch",
            `The private key belongs to none of the certificates given: ${certificates.map(nameOf).join("; ")}.`,
            "Give the certificate that was issued for this key, or the key that it was issued for.",
        );
    }
    if (another) {
        throw storeError(
            "certificates-several",
            `Several certificates belong to the private key: ${nameOf(leaf)} until ${leaf.validTo}, and ${nameOf(another)} until ${another.validTo}.`,
            "Give the one that is to be used, and its authorities.",
        );
    }
    const chain = [leaf];
    for (let next = nextOf(leaf, chain, certificates); next; next = nextOf(next, chain, certificates)) {
        chain.push(next);
    }
    const stranger = certificates.find((one) => !chain.some((member) => member === one || isTwin(member, one)));
    if (stranger) {
        const last = chain.at(-1)!;
        throw storeError(
            "chain-stranger",
            `${nameOf(stranger)} did not sign what stands below it: the chain is ${chain.map(nameOf).join(" <- ")}` +
                (isSelfSigned(last) ? "." : `, whose last certificate was issued by ${issuerOf(last)}.`),
            "Give only the authorities between the certificate and its root, and all of them.",
        );
    }
    return chain;
}

/** The same authority with the same key, signed by another: cross-signed. */
function isTwin(one: X509Certificate, other: X509Certificate): boolean {
    return one.subject === other.subject && one.publicKey.equals(other.publicKey);
}

/** The order in which certificates are given does not decide between two that fit. */
function nextOf(
    certificate: X509Certificate,
    chain: readonly X509Certificate[],
    certificates: readonly X509Certificate[],
): X509Certificate | undefined {
    if (isSelfSigned(certificate)) return undefined;
    const fitting = certificates.filter(
        (one) => !chain.some((member) => isTwin(member, one)) && issued(one, certificate),
    );
    const rank = (one: X509Certificate) => `${isSelfSigned(one) ? 0 : 1} ${one.fingerprint256}`;
    return fitting.sort((one, other) => (rank(one) < rank(other) ? -1 : 1))[0];
}
