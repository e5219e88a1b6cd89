import { defineConstraint } from "../core/constraint";
import { UNKNOWN } from "../core/known";
import { type Violation, violation } from "../core/verdict";
import { SCRAM_VALUE, scramUser } from "../examples/scramSecrets";
import { storedValue } from "../facts/secret";
import { isCurrent } from "../facts/secrets";
import { MSK_PASSWORDS } from "./pages";

const PATH = ["secretBinary"];

export const scramSecretText = defineConstraint({
    id: "scram-secret-text",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-JSON-02"],
    level: "mandatory",
    severity: "high",
    what: "A secret for Amazon MSK is stored as a text.",
    why: "Amazon MSK reads SecretString alone; of a file it learns no user.",
    fix: "Store the JSON text as `secretString`.",
    source: MSK_PASSWORDS,
    check: ({ versions }) =>
        versions.flatMap((version): Violation[] => {
            const { text, binary } = storedValue(version);
            if (text !== undefined || binary === undefined || isCurrent(version) !== true) return [];
            return [violation(PATH, "The secret is stored as a file", { on: version })];
        }),
    examples: {
        valid: [{ title: "a text", stack: scramUser() }],
        invalid: [
            { title: "a file", stack: stored(Buffer.from(SCRAM_VALUE).toString("base64")) },
            { title: "a file that is not known yet", stack: stored(UNKNOWN) },
        ],
    },
});

function stored(secretBinary: unknown) {
    return scramUser({ version: { secretString: undefined, secretBinary } });
}
