import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { type Verdict, violation } from "../core/verdict";
import { trust, trustUnder, withTrust } from "../examples/roles";
import { ACCOUNT } from "../examples/rules";
import { iotTrustsOf, type SourceCondition, writtenValues } from "../facts/trust";
import { hasWildcard } from "../facts/wildcards";
import { CONDITION_OPERATORS } from "./pages";
import { trustQuestion } from "./trustQuestion";

export const roleTrustSourceOperator = defineConstraint({
    id: "role-trust-source-operator",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-DEPUTY-05"],
    level: "mandatory",
    severity: "high",
    what: "A condition on aws:SourceArn with * or ? in its value compares by ArnLike or StringLike.",
    why: "StringEquals takes * as a letter of the ARN, which none has: the condition never holds, and AWS IoT may not assume the role.",
    fix: "Write ArnLike instead of StringEquals.",
    source: CONDITION_OPERATORS,
    check: (role): readonly Verdict[] => {
        const trusts = iotTrustsOf(role);
        if (isUnknown(trusts)) return trustQuestion(role);
        return trusts
            .flatMap(({ sourceArns, sourceAccounts }) => [...sourceArns, ...sourceAccounts])
            .filter(takesWildcardsLiterally)
            .map(({ path }) => violation(path, "StringEquals compares with a value that has a wildcard"));
    },
    examples: {
        valid: [
            { title: "ArnLike", stack: withTrust(trust()) },
            { title: "ArnEquals, which is the same", stack: withTrust(under("ArnEquals", `${ACCOUNT}:*`)) },
            { title: "StringLike", stack: withTrust(under("StringLike", `${ACCOUNT}:*`)) },
            {
                title: "StringEquals with a whole ARN",
                stack: withTrust(under("StringEquals", `${ACCOUNT}:ruledestination/vpc/7b1f3c52-6c3e-4a2b-9d0e`)),
            },
        ],
        invalid: [
            { title: "StringEquals", stack: withTrust(under("StringEquals", `${ACCOUNT}:*`)) },
            { title: "StringEqualsIfExists", stack: withTrust(under("StringEqualsIfExists", `${ACCOUNT}:*`)) },
        ],
    },
});

function takesWildcardsLiterally(condition: SourceCondition): boolean {
    const { name } = condition.operator;
    const values = writtenValues(condition) ?? [];
    return (
        (name === "stringequals" || name === "stringequalsignorecase") && values.length > 0 && values.every(hasWildcard)
    );
}

function under(operator: string, end: string): string {
    return trustUnder({ [operator]: { "aws:SourceArn": `arn:aws:iot:us-east-1:${end}` } });
}
