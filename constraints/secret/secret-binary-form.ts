import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { keystoreHolding, STORE } from "../examples/keystores";
import { storedValue } from "../facts/secret";
import { decodeBase64, fileKindOf } from "./binary";
import { SECRET_VERSION } from "./pages";

const PATH = ["secretBinary"];

export const secretBinaryForm = defineConstraint({
    id: "secret-binary-form",
    subject: "secret",
    joins: true,
    requirements: ["SEC-BIN-01"],
    level: "mandatory",
    severity: "high",
    what: "secretBinary is the base64 text of the file, encoded once.",
    why: "The provider decodes it once: other text is refused, and of a file that was encoded twice the client of Kafka cannot read a byte.",
    fix: 'Write `secretBinary: fs.readFileSync("client.jks", "base64")`.',
    source: SECRET_VERSION,
    check: ({ versions }) =>
        versions.flatMap((version): Verdict[] => {
            const { binary } = storedValue(version);
            if (isUnknown(binary)) return [undetermined(PATH, "the file is not known yet", { on: version })];
            if (typeof binary !== "string" || binary === "") return [];
            const found = problemOf(binary);
            return found === undefined ? [] : [violation(PATH, found, { on: version })];
        }),
    examples: {
        valid: [
            { title: "a key store in base64", stack: keystoreHolding(STORE.toString("base64")) },
            { title: "with line ends", stack: keystoreHolding(`${STORE.toString("base64")}\n`) },
            { title: "a file that is not known yet", stack: keystoreHolding(UNKNOWN) },
        ],
        invalid: [
            {
                title: "a key store that was encoded twice",
                stack: keystoreHolding(Buffer.from(STORE.toString("base64")).toString("base64")),
            },
            { title: "the bytes as text", stack: keystoreHolding(STORE.toString("utf8")) },
            { title: "a path", stack: keystoreHolding("./certificates/client.jks") },
            {
                title: "a PEM file",
                stack: keystoreHolding("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"),
            },
            { title: "a data URI", stack: keystoreHolding(`data:;base64,${STORE.toString("base64")}`) },
        ],
    },
});

/** What is wrong with the text; it says nothing of what is in it. */
function problemOf(text: string): string | undefined {
    const bytes = decodeBase64(text);
    if (bytes === undefined) return `secretBinary is no base64${kindOf(text)}`;
    // A second layer is told by what it hides: any bytes may be base64 by accident.
    if (bytes.length < 8 || !/^[A-Za-z0-9+/]{8}/.test(bytes.toString("latin1", 0, 8))) return undefined;
    const inner = decodeBase64(bytes.toString("latin1").trim());
    const kind = inner && inner.length >= 8 ? fileKindOf(inner) : undefined;
    return kind === undefined
        ? undefined
        : `The file was encoded in base64 twice: what is stored is base64 text, and not a ${kind} file`;
}

function kindOf(text: string): string {
    if (text.startsWith("-----BEGIN")) return ": it is the text of a PEM file";
    if (text.startsWith("data:")) return ": it is a data URI, of which only the part behind the comma is base64";
    if (/\.(?:jks|p12|pfx|pem|keytab|ks)\s*$/i.test(text.slice(-12))) return ": it is the name of a file";
    if (/[-_]/.test(text.slice(0, 4096)) && /^[\w=-]*$/.test(text)) return ": it is in the alphabet for URLs";
    return text.includes("\ufffd") ? ": it is a file that was read as text" : "";
}
