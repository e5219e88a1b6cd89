import type { X509Certificate } from "node:crypto";
import { isSelfSigned } from "./chain";
import { membersOf, objectIdOf, readDer } from "./derValue";
import { nameOf } from "./names";
import { WEAK_SIGNATURES } from "./objectIds";
import type { StoreProblem } from "./storeError";

const DAY = 24 * 60 * 60 * 1000;
/** Clocks of authorities run ahead of others a little. */
const CLOCK_SKEW = 5 * 60 * 1000;
/** Curves that Java has in TLS. */
const CURVES: ReadonlySet<string> = new Set(["prime256v1", "secp384r1", "secp521r1"]);

/** What is wrong with a certificate by itself: when it is valid, and how strong it is. */
export function certificateProblems(
    certificate: X509Certificate,
    now: Date,
    place: "chain" | "trusted",
): StoreProblem[] {
    return [...dateProblems(certificate, now, place), ...keyProblems(certificate), ...signatureProblems(certificate)];
}

/** Java does not look at the dates of what it trusts outright; what such an authority signed is as old, mostly. */
function dateProblems(certificate: X509Certificate, now: Date, place: "chain" | "trusted"): StoreProblem[] {
    const level = place === "trusted" ? "advice" : "error";
    const from = Date.parse(certificate.validFrom);
    const until = Date.parse(certificate.validTo);
    if (until < now.getTime()) {
        const cause = `The certificate ${nameOf(certificate)} expired on ${dayOf(until)}.`;
        return [{ code: "certificate-expired", level, cause, fix: "Have a new one issued." }];
    }
    if (from > now.getTime() + CLOCK_SKEW) {
        const cause = `The certificate ${nameOf(certificate)} is valid only from ${dayOf(from)} on.`;
        return [
            { code: "certificate-not-yet-valid", level, cause, fix: "Wait, or have one issued that is valid now." },
        ];
    }
    const soon = Math.min(30 * DAY, (until - from) / 3);
    if (!(until - now.getTime() < soon)) return [];
    const cause = `The certificate ${nameOf(certificate)} expires on ${dayOf(until)}.`;
    return [
        { code: "certificate-expires-soon", level: "advice", cause, fix: "Have a new one issued before that day." },
    ];
}

function keyProblems(certificate: X509Certificate): StoreProblem[] {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
    const isRsa = type === "rsa" || type === "rsa-pss";
    const bits = details?.modulusLength ?? 0;
    if (isRsa && bits >= 2048) return [];
    if (type === "ec" && CURVES.has(details?.namedCurve ?? "")) return [];
    const what = isRsa ? `an RSA key of ${bits} bits` : `a key of the kind ${details?.namedCurve ?? type}`;
    return [
        {
            code: "key-weak",
            level: isRsa && bits < 1024 ? "error" : "advice",
            cause: `The certificate ${nameOf(certificate)} has ${what}, which ${isRsa ? "is weak" : "Java and brokers may not take"}.`,
            fix: "Use RSA with 2048 bits or more, or an elliptic curve: P-256, P-384 or P-521.",
        },
    ];
}

/** A root's own signature proves nothing and may be of any kind. */
function signatureProblems(certificate: X509Certificate): StoreProblem[] {
    const [, algorithm] = membersOf(readDer(certificate.raw));
    const digest = WEAK_SIGNATURES[objectIdOf(membersOf(algorithm)[0])];
    if (!digest || certificate.subject === certificate.issuer || isSelfSigned(certificate)) return [];
    return [
        {
            code: "certificate-weak",
            level: "advice",
            cause: `The certificate ${nameOf(certificate)} is signed with ${digest}, which Java and brokers may refuse.`,
            fix: "Have it issued again with SHA-256.",
        },
    ];
}

function dayOf(time: number): string {
    return Number.isNaN(time) ? "a day that cannot be read" : new Date(time).toISOString().slice(0, 10);
}
