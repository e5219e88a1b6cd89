import type { X509Certificate } from "node:crypto";

/** The most of a name that a message shows. */
const LONGEST = 120;

/** Whom a certificate is of, on one line: `CN=plant, O=Example`. */
export function nameOf({ subject }: X509Certificate): string {
    return onOneLine(subject);
}

/** Who issued a certificate. */
export function issuerOf({ issuer }: X509Certificate): string {
    return onOneLine(issuer);
}

/** Node leaves an empty name undefined, which its typings do not say. */
function onOneLine(name: string | undefined = ""): string {
    return name === "" ? "someone without a name" : printable(name.split("\n").reverse().join(", "));
}

/** Text from a file as a message may show it: on one line, without control characters, not too long. */
export function printable(text: string): string {
    const line = text.slice(0, LONGEST + 1).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
