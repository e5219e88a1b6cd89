import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import { isAutoNamed } from "../facts/autoName";
import { DELETE_SECRET } from "./pages";

export const secretNameReuse = defineConstraint({
    id: "secret-name-reuse",
    subject: "secret",
    joins: true,
    requirements: ["SEC-RECOV-01"],
    level: "advisory",
    severity: "low",
    offByDefault: true,
    what: "A secret with a fixed name is deleted at once when its stack is.",
    why: "With the default window a deleted secret keeps its name for 30 days, and making the stack again fails until then.",
    fix: "Set `recoveryWindowInDays: 0` in stacks that come and go, or use a `namePrefix`.",
    source: DELETE_SECRET,
    check: (secret) => {
        const { name, resource } = secret;
        const days = secret.value("recoveryWindowInDays");
        if (days === 0 || name === undefined || isAutoNamed(resource)) return undefined;
        if (isUnknown(days) || isUnknown(name)) return undetermined([], "the name or the window is not known yet");
        return violation(
            [],
            `The secret ${show(name)} would keep its name for ${typeof days === "number" ? days : 30} days`,
        );
    },
    examples: {
        valid: [
            { title: "no window", stack: scramUser({ secret: { recoveryWindowInDays: 0 } }) },
            { title: "a prefix", stack: scramUser({ secret: { name: undefined, namePrefix: "AmazonMSK_" } }) },
        ],
        invalid: [{ title: "a fixed name and the default window", stack: scramUser() }],
    },
});
