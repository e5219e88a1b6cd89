import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { oneOf } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { KEYTAB, keystoreHolding, keytabHolding, PKCS12, STORE } from "../examples/keystores";
import { storedValue } from "../facts/secret";
import { decodeBase64, type FileKind, fileKindOf } from "./binary";
import { GET_SECRET } from "./pages";

const PATH = ["secretBinary"];

/** What each client property reads. */
const WANTED: Readonly<Record<string, readonly FileKind[]>> = {
    "ssl.keystore": ["JKS", "PKCS12"],
    "ssl.truststore": ["JKS", "PKCS12"],
    "sasl.kerberos.keytab": ["keytab"],
};

export const secretFileKind = defineConstraint({
    id: "secret-file-kind",
    subject: "secret",
    joins: true,
    requirements: ["SEC-BIN-02"],
    level: "advisory",
    severity: "medium",
    what: "A file that is read as a key store or trust store begins as JKS or PKCS12, one that is read as a keytab as a keytab.",
    why: "The client of Kafka cannot open another file, and each message fails.",
    fix: "Convert PEM files with `openssl pkcs12 -export` or `keytool -importcert`, and store each file in the secret that its property reads.",
    source: GET_SECRET,
    check: ({ versions, readings }) =>
        versions.flatMap((version): Verdict[] => {
            const { binary } = storedValue(version);
            const read = [...new Set(readings.map(({ call }) => call.property ?? ""))].filter((property) =>
                Object.hasOwn(WANTED, property),
            );
            if (read.length > 0 && isUnknown(binary))
                return [undetermined(PATH, "the file is not known yet", { on: version })];
            const bytes = typeof binary === "string" ? decodeBase64(binary) : undefined;
            if (bytes === undefined || bytes.length === 0 || isEncodedAgain(bytes)) return [];
            const kind = fileKindOf(bytes);
            const properties = read.filter((property) => !WANTED[property]!.includes(kind));
            return properties.map((property) => {
                const is = kind === undefined ? "is none" : `is a ${kind} file`;
                return violation(PATH, `${property} reads ${oneOf(WANTED[property] as string[])}, and the file ${is}`, {
                    on: version,
                });
            });
        }),
    examples: {
        valid: [
            { title: "a key store of Java", stack: keystoreHolding(STORE.toString("base64")) },
            { title: "a PKCS12 key store", stack: keystoreHolding(PKCS12.toString("base64")) },
            { title: "a keytab", stack: keytabHolding(KEYTAB.toString("base64")) },
            { title: "a file that is not known yet", stack: keystoreHolding(UNKNOWN) },
        ],
        invalid: [
            {
                title: "a PEM file for a key store",
                stack: keystoreHolding(Buffer.from("-----BEGIN CERTIFICATE-----\n").toString("base64")),
            },
            { title: "a keytab for a key store", stack: keystoreHolding(KEYTAB.toString("base64")) },
            { title: "a key store for a keytab", stack: keytabHolding(STORE.toString("base64")) },
            { title: "a file of another kind", stack: keystoreHolding(Buffer.from("a key store").toString("base64")) },
        ],
    },
});

/** That a file was encoded twice is said by itself. */
function isEncodedAgain(bytes: Buffer): boolean {
    const inner = decodeBase64(bytes.toString("latin1").trim());
    return inner !== undefined && inner.length >= 8 && fileKindOf(inner) !== undefined;
}
