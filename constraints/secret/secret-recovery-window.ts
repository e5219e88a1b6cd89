import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { describe } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { DELETE_SECRET } from "./pages";

const PATH = ["recoveryWindowInDays"];

export const secretRecoveryWindow = defineConstraint({
    id: "secret-recovery-window",
    subject: "secret",
    joins: true,
    requirements: ["SEC-RECOV-01"],
    level: "advisory",
    severity: "low",
    what: "The recovery window of a secret is 0 or from 7 to 30 days.",
    why: "Secrets Manager refuses to delete the secret with another one, which shows only when the stack is destroyed.",
    fix: "Set recoveryWindowInDays to 0 in a stack that comes and goes, to 7 or more in one that stays.",
    source: DELETE_SECRET,
    check: (secret) => {
        const days = secret.value("recoveryWindowInDays");
        if (isUnknown(days)) return undetermined(PATH);
        if (days === undefined || days === 0 || (typeof days === "number" && days >= 7 && days <= 30)) return undefined;
        return violation(PATH, `The window is ${typeof days === "number" ? `${days} days` : describe(days)}`);
    },
    examples: {
        valid: [
            { title: "none", stack: scramUser({ secret: { recoveryWindowInDays: 0 } }) },
            { title: "seven days", stack: scramUser({ secret: { recoveryWindowInDays: 7 } }) },
            { title: "the default", stack: scramUser() },
            {
                title: "a number that is not known yet",
                stack: scramUser({ secret: { recoveryWindowInDays: UNKNOWN } }),
            },
        ],
        invalid: [
            { title: "one day", stack: scramUser({ secret: { recoveryWindowInDays: 1 } }) },
            { title: "90 days", stack: scramUser({ secret: { recoveryWindowInDays: 90 } }) },
        ],
    },
});
