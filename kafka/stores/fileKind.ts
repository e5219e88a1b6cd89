import { type StoreError, storeError } from "./storeError";

/** The largest file that is read: some ten times what a list of all authorities takes. */
export const LARGEST_FILE = 2 * 1024 * 1024;

/** What UTF-8 puts in the place of bytes that are no text. */
const REPLACEMENT = Buffer.from("\ufffd");

/** `PKCS12` or `JKS`, by the first bytes; or an error that says what the file is instead. */
export function formatOf(bytes: Buffer): "PKCS12" | "JKS" | StoreError {
    if (bytes.length === 0) {
        return storeError("store-empty", "The store is empty: it has no byte.", "Read the file again, as bytes.");
    }
    const magic = bytes.toString("hex", 0, 4);
    if (magic === "feedfeed") return "JKS";
    if (magic === "cececece") {
        return storeError(
            "store-is-jceks",
            "The file is a JCEKS key store, which Java opens only when it is told so, and AWS IoT has no property for that.",
            "Convert it with keytool -importkeystore -deststoretype PKCS12.",
        );
    }
    if (magic.startsWith("0501") || magic.startsWith("0502")) {
        return storeError(
            "store-is-keytab",
            "The file is a Kerberos keytab, and no key store.",
            "Give the keytab as sasl.kerberos.keytab, and a PKCS12 or JKS file here.",
        );
    }
    if (bytes[0] === 0x30 && beginsAsPkcs12(bytes)) return "PKCS12";
    if (bytes.subarray(0, 16).includes(REPLACEMENT)) {
        return storeError(
            "store-was-text",
            "The file was read as text at some point, which replaced its bytes by others: they are lost.",
            'Read the file as bytes, in Node by readFileSync(path).toString("base64"), without "utf8".',
        );
    }
    if (bytes[0] === 0x30) return otherDer();
    return otherText(bytes);
}

/** SEQUENCE, its length, and INTEGER 3; where it ends too early it is taken for one that was cut off. */
function beginsAsPkcs12(bytes: Buffer): boolean {
    const length = bytes[1] ?? 0x80;
    const version = length <= 0x80 ? 2 : 2 + (length - 0x80);
    const begins = bytes.subarray(version, version + 3);
    return Buffer.from([0x02, 0x01, 0x03]).subarray(0, begins.length).equals(begins);
}

function otherDer(): StoreError {
    return storeError(
        "store-is-certificate",
        "The file is a certificate or a key in DER, and no key store.",
        "Put certificate and key into a PKCS12 file: javaKeyStore(), javaTrustStore(), or openssl pkcs12 -export.",
    );
}

function otherText(bytes: Buffer): StoreError {
    const text = bytes.toString("latin1").trimStart();
    if (text.startsWith("-----BEGIN ")) {
        return storeError(
            "store-is-pem",
            "The file is a PEM text, which AWS IoT does not read: it takes JKS and PKCS12.",
            "Make a store of it: javaKeyStore() or javaTrustStore(), keytool -importcert, or openssl pkcs12 -export.",
        );
    }
    if (/^[A-Za-z0-9+/_-]{16}/.test(text) && /^[A-Za-z0-9+/_=\s-]*$/.test(text)) {
        return storeError(
            "store-is-base64",
            "What was decoded from base64 is base64 again: the file was encoded twice.",
            "Encode the file once: secretBinary of Pulumi, like --secret-binary fileb://…, takes the bytes of the file.",
        );
    }
    return storeError(
        "not-a-store",
        "The file is no key store: it begins neither as JKS nor as PKCS12 does.",
        "Give a file that keytool -list shows; read it as bytes, since reading it as text changes it.",
    );
}
