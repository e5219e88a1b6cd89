import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { MUTUAL_TLS } from "../examples/configurations";
import { scramUser } from "../examples/scramSecrets";
import { secret, secretVersion, withSecrets } from "../examples/secrets";
import { storedValue } from "../facts/secret";
import { decodeBase64 } from "./binary";
import { SECRET_QUOTAS } from "./pages";

const LARGEST = 65_536;
const BINARY = ["secretBinary"];

export const secretSize = defineConstraint({
    id: "secret-size",
    subject: "secret",
    joins: true,
    requirements: ["SEC-SIZE-01", "SEC-SIZE-02"],
    level: "mandatory",
    severity: "medium",
    what: "A secret's value has 1 to 65,536 bytes; of a file the decoded bytes count.",
    why: "Secrets Manager refuses a value that is larger, or empty.",
    fix: "Make the file smaller: a key store needs one key with its chain, a trust store only the authorities that signed the brokers.",
    source: SECRET_QUOTAS,
    check: ({ versions }) =>
        versions.flatMap((version): Verdict[] => {
            const { text, binary, textPath } = storedValue(version);
            const open = [...(isUnknown(text) ? [textPath] : []), ...(isUnknown(binary) ? [BINARY] : [])];
            return [
                ...open.map((path) => undetermined(path, "the value is not known yet", { on: version })),
                ...judge(typeof text === "string" ? Buffer.byteLength(text) : undefined, "text").map(({ found, row }) =>
                    violation(textPath, found, { on: version, requirements: [row] }),
                ),
                ...judge(typeof binary === "string" ? decodeBase64(binary)?.length : undefined, "file").map(
                    ({ found, row }) => violation(BINARY, found, { on: version, requirements: [row] }),
                ),
            ];
        }),
    examples: {
        valid: [
            { title: "a text", stack: scramUser() },
            { title: "a file of 65,536 bytes", stack: withFile(LARGEST) },
            { title: "no value of which to tell the size", stack: scramUser({ version: { secretString: undefined } }) },
        ],
        invalid: [
            { title: "a file of 65,537 bytes", stack: withFile(LARGEST + 1) },
            {
                title: "a text of 65,537 bytes",
                stack: scramUser({
                    version: {
                        secretString: JSON.stringify({ username: "plant", password: "x".repeat(LARGEST - 33) }),
                    },
                }),
            },
            { title: "an empty text", stack: scramUser({ version: { secretString: "" } }) },
        ],
    },
});

function judge(size: number | undefined, what: "text" | "file"): { found: string; row: string }[] {
    const row = what === "text" ? "SEC-SIZE-01" : "SEC-SIZE-02";
    if (size === undefined || (size > 0 && size <= LARGEST)) return [];
    return [{ found: size === 0 ? `The ${what} is empty` : `The ${what} has ${size} bytes`, row }];
}

function withFile(size: number) {
    const file = Buffer.alloc(size, 7);
    file.set([0xfe, 0xed, 0xfe, 0xed]);
    return withSecrets(
        [secret("kafka_keystore"), secretVersion({ secretBinary: file.toString("base64") })],
        {},
        MUTUAL_TLS,
    );
}
