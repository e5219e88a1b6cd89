import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { roundsBudget } from "./budget";
import { decrypt } from "./decrypt";
import { DerError, membersOf, octetsOf, readDer } from "./derValue";
import { type StoreError, storeError } from "./storeError";

/** A block of a PEM text (RFC 7468). */
interface PemBlock {
    /** `CERTIFICATE`, `PRIVATE KEY`, … */
    readonly label: string;
    /** With its first and last line. */
    readonly text: string;
}

const BEGIN = "-----BEGIN ";
const END = "-----END ";
const DASHES = "-----";

const CERTIFICATE_LABELS: ReadonlySet<string> = new Set(["CERTIFICATE", "X509 CERTIFICATE"]);

/** The certificates of a text, each once, in its order. `what` names the text in errors. */
export function readCertificates(pem: string, what: string): X509Certificate[] {
    const blocks = blocksOf(pem);
    const found = blocks.filter(({ label }) => CERTIFICATE_LABELS.has(label));
    if (found.length === 0) {
        throw storeError(
            "certificate-missing",
            `${what} holds no certificate: it holds ${contentOf(blocks)}.`,
            "Give a PEM text with -----BEGIN CERTIFICATE----- in it; several may follow one another.",
        );
    }
    const certificates = new Map<string, X509Certificate>();
    for (const [index, block] of found.entries()) {
        const certificate = certificateOf(bytesOf(block), `The certificate ${index + 1} of ${what}`);
        certificates.set(certificate.fingerprint256, certificate);
    }
    return [...certificates.values()];
}

/** A certificate in DER. `what` begins the sentence when it is none. */
export function certificateOf(content: Buffer, what: string): X509Certificate {
    try {
        const certificate = new X509Certificate(content);
        // A key of an unknown kind shows only when it is asked for.
        void certificate.publicKey;
        return certificate;
    } catch {
        throw storeError(
            "certificate-unreadable",
            `${what} cannot be read: it is damaged, or not an X.509 certificate with a key of a known kind.`,
            "Look at it with openssl x509 -noout -text, and export it again.",
        );
    }
}

/** The one private key of a text: PKCS#8, PKCS#1 or SEC1, each encrypted or not. */
export function readPrivateKey(pem: string, what: string, passphrase?: string): KeyObject {
    const blocks = blocksOf(pem);
    const keys = blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
    const [key] = keys;
    if (!key || keys.length > 1) {
        throw storeError(
            keys.length > 1 ? "keys-several" : "key-missing",
            keys.length > 1
                ? `${what} holds ${keys.length} private keys.`
                : `${what} holds no private key: it holds ${contentOf(blocks)}.`,
            "Give one PEM text with -----BEGIN PRIVATE KEY-----, or BEGIN RSA or EC PRIVATE KEY, in it.",
        );
    }
    if (key.label.startsWith("OPENSSH")) {
        throw storeError(
            "key-unreadable",
            `${what} holds a key as OpenSSH writes it.`,
            "Convert a copy of it with ssh-keygen -p -m PKCS8 -f FILE.",
        );
    }
    const isEncrypted = key.label.startsWith("ENCRYPTED") || key.text.includes("Proc-Type: 4,ENCRYPTED");
    if (isEncrypted && passphrase === undefined) {
        throw storeError(
            "key-passphrase-missing",
            `${what} is encrypted.`,
            "Give its passphrase as privateKeyPassphrase, or the key without encryption.",
        );
    }
    const parsed = key.label.startsWith("ENCRYPTED")
        ? encryptedKey(key, what, passphrase!)
        : keyOrNothing({ key: key.text, format: "pem", ...(isEncrypted ? { passphrase: passphrase! } : {}) });
    if (parsed) return parsed;
    throw isEncrypted
        ? wrongPassphrase(what)
        : storeError(
              "key-unreadable",
              `${what} is damaged, or a key of an unknown kind.`,
              "Export it again as PKCS#8.",
          );
}

/** `undefined` for bytes that are no private key. */
export function keyOrNothing(key: Parameters<typeof createPrivateKey>[0]): KeyObject | undefined {
    try {
        return createPrivateKey(key);
    } catch {
        return undefined;
    }
}

/** EncryptedPrivateKeyInfo; decrypted here, since Node would do any number of rounds that the text asks for. */
function encryptedKey(block: PemBlock, what: string, passphrase: string): KeyObject {
    try {
        const [algorithm, data] = membersOf(readDer(bytesOf(block)));
        const plain = decrypt(algorithm!, octetsOf(data), passphrase, roundsBudget());
        const key = plain && keyOrNothing({ key: plain, format: "der", type: "pkcs8" });
        if (key) return key;
    } catch (error) {
        if (!(error instanceof DerError)) throw error;
        throw storeError("key-unreadable", `${what} is damaged.`, "Export it again as PKCS#8.");
    }
    throw wrongPassphrase(what);
}

function wrongPassphrase(what: string): StoreError {
    return storeError(
        "key-passphrase-wrong",
        `The passphrase does not open ${what}.`,
        "Give the passphrase that the key was encrypted with; it is another one than that of the store.",
    );
}

/** In one pass: each BEGIN goes with the next END, and is no block where that one has another label. */
function blocksOf(pem: string): PemBlock[] {
    const blocks: PemBlock[] = [];
    for (let offset = 0; ; ) {
        const start = pem.indexOf(BEGIN, offset);
        const labelEnd = start < 0 ? -1 : pem.indexOf(DASHES, start + BEGIN.length);
        const end = labelEnd < 0 ? -1 : pem.indexOf(END, labelEnd);
        if (end < 0) return blocks;
        const label = pem.slice(start + BEGIN.length, labelEnd);
        if (pem.startsWith(label + DASHES, end + END.length)) {
            const body = pem.slice(labelEnd + DASHES.length, end).trim();
            const lines = body.split(/\r\n|\r|\n/).map((line) => line.trim());
            blocks.push({ label, text: [BEGIN + label + DASHES, ...lines, END + label + DASHES].join("\n") });
        }
        offset = end + END.length;
    }
}

/** The bytes that a block holds in base64; of one without headers. */
function bytesOf({ text }: PemBlock): Buffer {
    return Buffer.from(text.split("\n").slice(1, -1).join(""), "base64");
}

/** What stands in a text instead, in words that show nothing of it. */
function contentOf(blocks: readonly PemBlock[]): string {
    const known = /^[A-Z0-9 ]+$/;
    const labels = new Set(blocks.map(({ label }) => (known.test(label) ? label.toLowerCase() : "something unknown")));
    return labels.size === 0 ? "no PEM block" : `only ${[...labels].join(", ")}`;
}
