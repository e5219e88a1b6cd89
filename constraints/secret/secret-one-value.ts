import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { storedValue } from "../facts/secret";
import { PUT_SECRET_VALUE } from "./pages";

export const secretOneValue = defineConstraint({
    id: "secret-one-value",
    subject: "secret",
    joins: true,
    requirements: ["SEC-SIZE-03"],
    level: "mandatory",
    severity: "medium",
    what: "A version of a secret holds either a text or a file.",
    why: "Secrets Manager refuses a version with neither, and a program that gives both contradicts itself.",
    fix: "Give one of `secretString` and `secretBinary`.",
    source: PUT_SECRET_VALUE,
    check: ({ versions }) =>
        versions.flatMap((version): Verdict[] => {
            const { text, binary } = storedValue(version);
            const on = { on: version };
            if (text === undefined && binary === undefined)
                return [violation([], "Neither a text nor a file is given", on)];
            if (text === undefined || binary === undefined) return [];
            return isUnknown(text) || isUnknown(binary)
                ? [undetermined(["secretBinary"], "one of two values may turn out to be none", on)]
                : [violation(["secretBinary"], "Both a text and a file are given", on)];
        }),
    examples: {
        valid: [
            { title: "a text", stack: scramUser() },
            { title: "a text that is not known yet", stack: scramUser({ version: { secretString: UNKNOWN } }) },
            {
                title: "a text that is written without being kept",
                stack: scramUser({ version: { secretString: undefined, secretStringWo: UNKNOWN } }),
            },
        ],
        invalid: [
            { title: "neither", stack: scramUser({ version: { secretString: undefined } }) },
            { title: "both", stack: scramUser({ version: { secretBinary: "AAAA" } }) },
        ],
    },
});
