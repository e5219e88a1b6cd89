import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { trust, withTrust } from "../examples/roles";
import { isEveryone, trustStatementsOf } from "../facts/trust";
import { ROLE_FOR_RULES } from "./pages";
import { TRUST, trustQuestion } from "./trustQuestion";

export const roleTrustWildcard = defineConstraint({
    id: "role-trust-wildcard",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-TRUST-04"],
    level: "mandatory",
    severity: "critical",
    what: "The trust policy of a role names who may assume it, not *.",
    why: "With * every AWS account may assume the role, and read the secrets or open the network that it reaches.",
    fix: 'Write "Principal": { "Service": "iot.amazonaws.com" }.',
    source: ROLE_FOR_RULES,
    check: (role): readonly Verdict[] => {
        const statements = trustStatementsOf(role);
        if (statements === undefined || isUnknown(statements)) return trustQuestion(role);
        return statements.flatMap(({ effect, principals, conditions }): Verdict[] => {
            if (effect === "Deny" || principals === undefined) return [];
            if (isUnknown(principals))
                return [undetermined(TRUST, "some of those who may assume it are not known yet")];
            const everyone = principals.find(isEveryone);
            if (everyone === undefined) {
                const open = principals.find(({ type, value }) => isUnknown(value) && type.toLowerCase() === "aws");
                return open === undefined ? [] : [undetermined([...TRUST, ...open.path])];
            }
            const path = [...TRUST, ...everyone.path];
            const isOpen = effect === "Allow" && !isUnknown(conditions) && conditions.length === 0;
            return [
                isOpen
                    ? violation(path, `The trust policy of ${role.name} has the principal *, without any condition`)
                    : undetermined(path, "whether its effect and conditions keep others out is not judged"),
            ];
        });
    },
    examples: {
        valid: [
            { title: "AWS IoT", stack: withTrust(trust()) },
            {
                title: "AWS IoT and one account",
                stack: withTrust(trust({ Principal: { Service: "iot.amazonaws.com", AWS: "209876543210" } })),
            },
        ],
        invalid: [
            { title: "everyone", stack: withTrust(trust({ Principal: "*", Condition: undefined })) },
            {
                title: "every account beside AWS IoT",
                stack: withTrust(
                    trust({ Principal: { Service: "iot.amazonaws.com", AWS: ["*"] }, Condition: undefined }),
                ),
            },
        ],
    },
});
