import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { integer, objectId, octetString, sequence, setOf, tagged } from "../../../kafka/stores/der";

/** A certificate made for a test, with its key. */
export interface Issued {
    readonly name: string;
    readonly key: KeyObject;
    readonly pem: string;
    readonly keyPem: string;
}

export interface IssueSettings {
    /** Who signs it. @default itself */
    readonly by?: Issued;
    readonly ca?: boolean;
    readonly key?: KeyObject;
    readonly from?: Date;
    readonly until?: Date;
    /** Extended key usages. @default clientAuth for what is not an authority */
    readonly usages?: readonly string[];
    readonly digest?: "sha256" | "sha1";
    readonly serial?: number;
    /** Names and addresses of the host that shows it (subjectAltName). @default none */
    readonly hosts?: readonly string[];
    /** Bytes that make it larger. */
    readonly padding?: number;
}

const SIGNATURES = {
    "ec sha256": "1.2.840.10045.4.3.2",
    "ec sha1": "1.2.840.10045.4.1",
    "rsa sha256": "1.2.840.113549.1.1.11",
    "rsa sha1": "1.2.840.113549.1.1.5",
} as const;

export const CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
export const SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

/** A certificate of X.509 version 3 (RFC 5280), valid from 2020 to 2049 unless told otherwise. */
export function issue(name: string, settings: IssueSettings = {}): Issued {
    const { by, ca = false, digest = "sha256", padding } = settings;
    const key = settings.key ?? ecKey();
    const signer = by?.key ?? key;
    const usages = settings.usages ?? (ca ? [] : [CLIENT_AUTH]);
    const type = signer.asymmetricKeyType === "rsa" ? "rsa" : "ec";
    const algorithm = sequence(objectId(SIGNATURES[`${type} ${digest}`]));
    const extensions = [
        ...(ca ? [extension("2.5.29.19", sequence(tagged(0x01, Buffer.from([0xff]))))] : []),
        ...(usages.length > 0 ? [extension("2.5.29.37", sequence(...usages.map(objectId)))] : []),
        ...(settings.hosts ? [extension("2.5.29.17", sequence(...settings.hosts.map(hostName)))] : []),
        ...(padding ? [extension("1.3.6.1.4.1.55555.1", octetString(Buffer.alloc(padding, 7)))] : []),
    ];
    const unsigned = sequence(
        tagged(0xa0, integer(2)),
        integer(settings.serial ?? 1 + name.length),
        algorithm,
        distinguishedName(by?.name ?? name),
        sequence(time(settings.from ?? new Date("2020-01-01")), time(settings.until ?? new Date("2049-12-31"))),
        distinguishedName(name),
        createPublicKey(key).export({ type: "spki", format: "der" }),
        ...(extensions.length > 0 ? [tagged(0xa3, sequence(...extensions))] : []),
    );
    const bits = Buffer.concat([Buffer.from([0]), sign(digest, unsigned, signer)]);
    const der = sequence(unsigned, algorithm, tagged(0x03, bits));
    const keyPem = key.export({ type: "pkcs8", format: "pem" }) as string;
    return { name, key, pem: pemOf("CERTIFICATE", der), keyPem };
}

export function ecKey(curve = "P-256"): KeyObject {
    return generateKeyPairSync("ec", { namedCurve: curve }).privateKey;
}

export function rsaKey(bits = 2048): KeyObject {
    return generateKeyPairSync("rsa", { modulusLength: bits }).privateKey;
}

export function pemOf(label: string, der: Buffer): string {
    const lines = der.toString("base64").match(/.{1,64}/g)!;
    return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

function extension(id: string, value: Buffer): Buffer {
    return sequence(objectId(id), octetString(value));
}

function distinguishedName(name: string): Buffer {
    const common = sequence(objectId("2.5.4.3"), tagged(0x0c, Buffer.from(name)));
    return sequence(setOf(common));
}

function hostName(host: string): Buffer {
    if (host === "::1") return tagged(0x87, Buffer.concat([Buffer.alloc(15), Buffer.from([1])]));
    const isAddress = /^[\d.]+$/.test(host);
    return isAddress ? tagged(0x87, Buffer.from(host.split(".").map(Number))) : tagged(0x82, Buffer.from(host));
}

function time(date: Date): Buffer {
    const text = date.toISOString().replace(/[-:T]|\.\d+/g, "");
    return date.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(text.slice(2))) : tagged(0x18, Buffer.from(text));
}
