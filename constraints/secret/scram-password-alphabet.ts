import { defineConstraint } from "../core/constraint";
import { isUnknown, member, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { storedValue } from "../facts/secret";
import { MSK_PASSWORDS } from "./pages";

export const scramPasswordAlphabet = defineConstraint({
    id: "scram-password-alphabet",
    subject: "scramSecret",
    joins: true,
    requirements: ["SEC-PW-01"],
    level: "advisory",
    severity: "low",
    what: "The password of a SASL/SCRAM user has no quotes, backslashes and control characters.",
    why: "They break the quoting of JSON and of sasl.jaas.config in other clients, and the login fails there alone.",
    fix: 'Generate it with `random.RandomPassword` and `overrideSpecial: "_-"`, or `special: false` with a larger length.',
    source: MSK_PASSWORDS,
    check: ({ versions }) =>
        versions.flatMap((version): Verdict[] => {
            const { text, textPath } = storedValue(version);
            if (isUnknown(text)) return [undetermined(textPath, "the secret is not known yet", { on: version })];
            const password = typeof text === "string" ? passwordIn(text) : undefined;
            return password !== undefined && isUnsafe(password)
                ? [
                      violation(textPath, "The password has a quote, a backslash or a control character in it", {
                          on: version,
                      }),
                  ]
                : [];
        }),
    examples: {
        valid: [
            { title: "letters, digits and hyphens", stack: scramUser() },
            { title: "a password that is not known yet", stack: scramUser({ version: { secretString: UNKNOWN } }) },
        ],
        invalid: [
            { title: "a quote", stack: withPassword('not"a"real"one') },
            { title: "a backslash", stack: withPassword("not\\a\\real\\one") },
            { title: "a line end, as files have it", stack: withPassword("not-a-real-one\n") },
        ],
    },
});

function isUnsafe(password: string): boolean {
    return [...password].some((character) => character < " " || `"'\`\\\u007f`.includes(character));
}

function passwordIn(text: string): string | undefined {
    try {
        const password = member(JSON.parse(text), "password");
        // That an Output was put into the text is said by itself.
        return typeof password === "string" && !password.startsWith("Calling [to") ? password : undefined;
    } catch {
        return undefined;
    }
}

function withPassword(password: string) {
    return scramUser({ version: { secretString: JSON.stringify({ username: "plant", password }) } });
}
