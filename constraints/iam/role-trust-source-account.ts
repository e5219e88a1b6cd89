import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderAccount } from "../data/placeholders";
import { trust, trustUnder, withTrust } from "../examples/roles";
import { ACCOUNT } from "../examples/rules";
import { iotTrustsOf } from "../facts/trust";
import { CONFUSED_DEPUTY } from "./pages";
import { sourceAccountsOf, sourceArnFields, whereAccountsDiffer } from "./sources";
import { trustQuestion } from "./trustQuestion";

export const roleTrustSourceAccount = defineConstraint({
    id: "role-trust-source-account",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-DEPUTY-03"],
    level: "mandatory",
    severity: "high",
    what: "aws:SourceAccount and the account in aws:SourceArn are the same where one statement asks for both.",
    why: "No rule belongs to two accounts, so that the conditions never hold together and AWS IoT may not assume the role.",
    fix: "Write the account of the rule in both.",
    source: CONFUSED_DEPUTY,
    check: (role): readonly Verdict[] => {
        const trusts = iotTrustsOf(role);
        if (isUnknown(trusts)) return trustQuestion(role);
        return trusts.flatMap((trust): Verdict[] => {
            if (!whereAccountsDiffer(trust)) return [];
            const path = trust.sourceAccounts[0]!.path;
            const accounts = [...sourceAccountsOf(trust)!, ...sourceArnFields(trust)!.map(({ account }) => account)];
            return [
                accounts.some(isPlaceholderAccount)
                    ? undetermined(path, "an account is a placeholder of the AWS pages")
                    : violation(path, "aws:SourceAccount and aws:SourceArn name different accounts"),
            ];
        });
    },
    examples: {
        valid: [
            { title: "one account", stack: withTrust(trust()) },
            { title: "an ARN of any account", stack: withTrust(both("*")) },
        ],
        invalid: [{ title: "another account in the ARN", stack: withTrust(both("310987654321")) }],
    },
});

function both(inArn: string): string {
    return trustUnder({
        StringEquals: { "aws:SourceAccount": ACCOUNT },
        ArnLike: { "aws:SourceArn": `arn:aws:iot:us-east-1:${inArn}:*` },
    });
}
