import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { violation } from "../core/verdict";
import { trust, trustUnder, withTrust } from "../examples/roles";
import { ACCOUNT } from "../examples/rules";
import { iotTrustsOf } from "../facts/trust";
import { CONFUSED_DEPUTY } from "./pages";
import { trustQuestion } from "./trustQuestion";

export const roleTrustSource = defineConstraint({
    id: "role-trust-source",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-DEPUTY-01"],
    level: "advisory",
    severity: "medium",
    what: "The trust policy of a role limits AWS IoT to one's own rules and destinations, by aws:SourceArn and aws:SourceAccount.",
    why: "Otherwise a rule of somebody else that names this role may use it.",
    fix: "Add the conditions StringEquals aws:SourceAccount with the account, and ArnLike aws:SourceArn with arn:PARTITION:iot:REGION:ACCOUNT:*.",
    source: CONFUSED_DEPUTY,
    check: (role) => {
        const trusts = iotTrustsOf(role);
        if (isUnknown(trusts)) return trustQuestion(role);
        return trusts
            .filter(
                ({ sourceArns, sourceAccounts, hasOthers }) =>
                    sourceArns.length + sourceAccounts.length === 0 && !hasOthers,
            )
            .map(({ path }) => violation(path, `${role.name} trusts iot.amazonaws.com under no condition`));
    },
    examples: {
        valid: [
            { title: "both conditions", stack: withTrust(trust()) },
            {
                title: "the account alone",
                stack: withTrust(trustUnder({ StringEquals: { "aws:SourceAccount": ACCOUNT } })),
            },
        ],
        invalid: [{ title: "no condition", stack: withTrust(trustUnder()) }],
    },
});
