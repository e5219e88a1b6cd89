import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { policy, trust, withTrust } from "../examples/roles";
import { allOf, anyOf } from "../facts/answers";
import { matchesAction } from "../facts/permissions";
import { letsIotIn, trustStatementsOf } from "../facts/trust";
import { ROLE_FOR_RULES } from "./pages";
import { TRUST, trustQuestion } from "./trustQuestion";

export const roleTrustAction = defineConstraint({
    id: "role-trust-action",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-TRUST-02"],
    level: "mandatory",
    severity: "high",
    what: "The trust policy of a role lets AWS IoT do sts:AssumeRole.",
    why: "That is how AWS IoT becomes the role; with another action of STS alone it does not.",
    fix: 'Write "Action": "sts:AssumeRole" in the statement about iot.amazonaws.com.',
    source: ROLE_FOR_RULES,
    check: (role) => {
        const statements = trustStatementsOf(role);
        if (statements === undefined || isUnknown(statements)) return trustQuestion(role);
        const about = statements.filter((one) => letsIotIn(one) === true);
        if (about.length === 0) return undefined;
        const mayBeAbout = statements.filter((one) => letsIotIn(one) !== false);
        const answer = anyOf(
            mayBeAbout.map((one) => allOf([letsIotIn(one), matchesAction(one.actions, "sts:AssumeRole")])),
        );
        if (answer === true) return undefined;
        if (isUnknown(answer)) return undetermined(TRUST, "what AWS IoT may do is not known yet");
        const found = `${role.name} trusts iot.amazonaws.com with other actions than sts:AssumeRole`;
        return violation([...TRUST, ...about[0]!.path], found);
    },
    examples: {
        valid: [
            { title: "sts:AssumeRole", stack: withTrust(trust()) },
            {
                title: "sts:AssumeRole beside others",
                stack: withTrust(trust({ Action: ["sts:TagSession", "sts:AssumeRole"] })),
            },
            { title: "sts:* in any case", stack: withTrust(trust({ Action: "STS:*" })) },
            { title: "an action that is not known yet", stack: withTrust(parsed({ Action: UNKNOWN })) },
        ],
        invalid: [
            {
                title: "an action for web identities",
                stack: withTrust(trust({ Action: "sts:AssumeRoleWithWebIdentity" })),
            },
            { title: "tags alone", stack: withTrust(parsed({ Action: ["sts:TagSession"] })) },
        ],
    },
});

/** The trust policy as an object, as templates write it. */
function parsed(changes: Record<string, unknown>): unknown {
    const document = JSON.parse(policy(JSON.parse(trust()).Statement[0])) as { Statement: object[] };
    return { ...document, Statement: [{ ...document.Statement[0], ...changes }] };
}
