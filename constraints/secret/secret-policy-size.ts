import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { scramUser } from "../examples/scramSecrets";
import type { ResourceFacts } from "../facts/stack";
import { SECRET_QUOTAS } from "./pages";
import { policiesOf, policyFor, READABLE } from "./secretPolicies";

const LARGEST = 20_480;

export const secretPolicySize = defineConstraint({
    id: "secret-policy-size",
    subject: "secret",
    joins: true,
    requirements: ["SEC-POL-03"],
    level: "mandatory",
    severity: "low",
    what: "A secret's resource policy has at most 20,480 characters.",
    why: "Secrets Manager refuses a longer one.",
    fix: "Join statements, and use conditions in place of lists of principals.",
    source: SECRET_QUOTAS,
    check: (secret) =>
        policiesOf(secret).flatMap(({ value, on }): Verdict[] => {
            if (isUnknown(value)) return [undetermined(["policy"], undefined, { on })];
            const size = typeof value === "string" ? value.length : 0;
            return size > LARGEST ? [violation(["policy"], `The policy has ${size} characters`, { on })] : [];
        }),
    examples: {
        valid: [
            { title: "a short policy", stack: withPolicy(READABLE) },
            { title: "a policy that is not known yet", stack: withPolicy(UNKNOWN) },
            { title: "no policy", stack: scramUser() },
        ],
        invalid: [
            { title: "a policy of its own that is too long", stack: withPolicy(`${READABLE}${" ".repeat(LARGEST)}`) },
            {
                title: "a policy in the secret that is too long",
                stack: scramUser({ secret: { policy: `${READABLE}${" ".repeat(LARGEST)}` } }),
            },
        ],
    },
});

function withPolicy(policy: unknown) {
    const more: ResourceFacts[] = [policyFor("secret", policy)];
    return scramUser({ more });
}
