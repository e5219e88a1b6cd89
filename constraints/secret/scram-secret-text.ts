import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
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
        versions.flatMap((version): Verdict[] => {
            const { text, binary } = storedValue(version);
            const current = isCurrent(version);
            if (text !== undefined || binary === undefined || current === false) return [];
            return isUnknown(current)
                ? [undetermined(PATH, "it is not known yet whether this version is read", { on: version })]
                : [violation(PATH, "The secret is stored as a file", { on: version })];
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
