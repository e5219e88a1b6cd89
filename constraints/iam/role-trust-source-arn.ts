import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { type Verdict, violation } from "../core/verdict";
import { trust, trustUnder, withTrust } from "../examples/roles";
import { ACCOUNT } from "../examples/rules";
import { iotTrustsOf, isPositive, type SourceCondition, writtenValues } from "../facts/trust";
import { hasWildcard } from "../facts/wildcards";
import { CONFUSED_DEPUTY } from "./pages";
import { trustQuestion } from "./trustQuestion";

export const roleTrustSourceArn = defineConstraint({
    id: "role-trust-source-arn",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-DEPUTY-02"],
    level: "mandatory",
    severity: "high",
    what: "aws:SourceArn in the trust policy of a role is arn:PARTITION:iot:REGION:ACCOUNT:*, or goes on with a type and an id.",
    why: "AWS IoT tells the ARN of its rule or destination, which matches nothing else, so it may not assume the role.",
    fix: "Write arn:aws:iot:REGION:ACCOUNT:* with your Region and account, compared by ArnLike.",
    source: CONFUSED_DEPUTY,
    check: (role): readonly Verdict[] => {
        const trusts = iotTrustsOf(role);
        if (isUnknown(trusts)) return trustQuestion(role);
        return trusts.flatMap(({ sourceArns }) => sourceArns.flatMap((condition) => judge(condition) ?? []));
    },
    examples: {
        valid: [
            { title: "all of AWS IoT", stack: withTrust(trust()) },
            {
                title: "a type and an id",
                stack: withTrust(under(`arn:aws:iot:us-east-1:${ACCOUNT}:ruledestination/*`)),
            },
            { title: "any Region", stack: withTrust(under(`arn:aws:iot:*:${ACCOUNT}:*`)) },
        ],
        invalid: [
            { title: "the account alone", stack: withTrust(under(ACCOUNT)) },
            { title: "an ARN without its end", stack: withTrust(under(`arn:aws:iot:us-east-1:${ACCOUNT}`)) },
            { title: "the cluster", stack: withTrust(under(`arn:aws:kafka:us-east-1:${ACCOUNT}:cluster/plant/*`)) },
            { title: "no Region", stack: withTrust(under(`arn:aws:iot::${ACCOUNT}:*`)) },
        ],
    },
});

function judge(condition: SourceCondition): Verdict | undefined {
    const values = writtenValues(condition);
    if (values === undefined || values.length === 0 || !isPositive(condition)) return undefined;
    const problems = values.map(problemOf);
    const [problem] = problems;
    // One value that may match is enough.
    if (problem === undefined || problems.includes(undefined)) return undefined;
    return violation(condition.path, `aws:SourceArn ${problem}`);
}

/** What is wrong with it, without showing it. */
function problemOf(value: string): string | undefined {
    const [scheme, partition, service, region, account, ...resource] = value.split(":");
    const isShort = resource.length === 0;
    if (isShort && value.endsWith("*")) return undefined;
    if (scheme !== "arn" && !hasWildcard(scheme ?? "")) return "is no ARN";
    if (isShort) return "is an ARN without the part after the account";
    if (service !== "iot" && !hasWildcard(service ?? "")) return "is the ARN of something that is no part of AWS IoT";
    if (partition === "" || region === "" || account === "")
        return "is an ARN without its partition, Region or account";
    return resource.join("") === "" ? "is an ARN without the part after the account" : undefined;
}

function under(value: string): string {
    return trustUnder({ ArnLike: { "aws:SourceArn": value } });
}
