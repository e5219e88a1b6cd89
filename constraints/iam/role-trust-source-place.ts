import { defineConstraint } from "../core/constraint";
import { isUnknown, type Known, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { isPlaceholderAccount, isPlaceholderRegion } from "../data/placeholders";
import { trust, trustUnder, withTrust } from "../examples/roles";
import { ACCOUNT, stackOf } from "../examples/rules";
import { type Answer, allOf, anyOf } from "../facts/answers";
import type { IotRole } from "../facts/iotRole";
import { type IotTrust, iotTrustsOf } from "../facts/trust";
import { matchesWildcards } from "../facts/wildcards";
import { CONFUSED_DEPUTY } from "./pages";
import { sourceAccountsOf, sourceArnFields, whereAccountsDiffer } from "./sources";
import { trustQuestion } from "./trustQuestion";

export const roleTrustSourcePlace = defineConstraint({
    id: "role-trust-source-place",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-DEPUTY-04"],
    level: "mandatory",
    severity: "high",
    what: "The Region and account in the conditions of a role's trust policy are those of the rule and the destination.",
    why: "AWS IoT tells where its rule or destination is; a condition on another place never holds, and AWS IoT may not assume the role.",
    fix: "Write the Region and the account of the rule, or * for the Region of a role that rules of several Regions use.",
    source: CONFUSED_DEPUTY,
    check: (role): readonly Verdict[] => {
        const trusts = iotTrustsOf(role);
        if (isUnknown(trusts)) return trustQuestion(role);
        const open = trusts.find(({ isKnown }) => !isKnown);
        if (open) return [undetermined(open.path, "its conditions are not known yet")];
        return [...judgeRegions(role, trusts), ...judgeAccount(role, trusts)];
    },
    examples: {
        valid: [
            { title: "the rule's Region and account", stack: withTrust(trust()) },
            { title: "any Region", stack: withTrust(arn("*", ACCOUNT)) },
            { title: "the placeholders of the AWS pages", stack: withTrust(arn("region", "123456789012")) },
            {
                title: "an account that is not known yet",
                stack: { ...stackOf(...withTrust(trust()).resources), account: UNKNOWN },
            },
        ],
        invalid: [
            { title: "another Region", stack: withTrust(arn("eu-west-1", ACCOUNT)) },
            { title: "another account", stack: withTrust(arn("us-east-1", "310987654321")) },
            {
                title: "another account by itself",
                stack: withTrust(trustUnder({ StringEquals: { "aws:SourceAccount": "310987654321" } })),
            },
        ],
    },
});

/** Each statement is enough by itself, so only what none of them lets in is shut out. */
function judgeRegions(role: IotRole, trusts: readonly IotTrust[]): Verdict[] {
    const path = trusts.flatMap(({ sourceArns }) => sourceArns)[0]?.path;
    if (path === undefined) return [];
    const regions = role.regions.map((region) => ({
        region,
        answer: anyOf(
            trusts.map((trust) =>
                letsIn(
                    sourceArnFields(trust)?.map((arn) => arn.region),
                    region,
                ),
            ),
        ),
    }));
    const wrong = regions.filter(({ answer }) => answer === false).map(({ region }) => String(region));
    if (wrong.length > 0) {
        return [
            violation(path, `aws:SourceArn is of another Region than ${wrong.join(", ")}, where ${role.name} is used`),
        ];
    }
    return regions.some(({ answer }) => isUnknown(answer)) ? [undetermined(path, "the Region is not known yet")] : [];
}

function judgeAccount(role: IotRole, trusts: readonly IotTrust[]): Verdict[] {
    const asking = trusts.find(({ sourceArns, sourceAccounts }) => sourceArns.length + sourceAccounts.length > 0);
    if (asking === undefined) return [];
    const { account } = role;
    const answer = anyOf(
        trusts.map((trust) => {
            if (whereAccountsDiffer(trust)) return true;
            const inArns = sourceArnFields(trust)?.map((arn) => arn.account);
            return allOf([letsIn(inArns, account), letsIn(sourceAccountsOf(trust), account)]);
        }),
    );
    if (answer === true) return [];
    const name = asking.sourceArns.length > 0 ? "aws:SourceArn" : "aws:SourceAccount";
    const { path } = (asking.sourceArns[0] ?? asking.sourceAccounts[0])!;
    if (isUnknown(answer) || isUnknown(account)) return [undetermined(path, "the account is not known yet")];
    return [violation(path, `${name} is of another account than ${account}, where ${role.name} is used`)];
}

/** Whether one of the patterns lets a Region or an account in; none at all lets in every one. */
function letsIn(patterns: readonly string[] | undefined, place: Known<string>): Answer {
    if (patterns === undefined) return UNKNOWN;
    if (patterns.length === 0 || patterns.some((pattern) => /^\*+$/.test(pattern))) return true;
    if (isUnknown(place)) return UNKNOWN;
    if (patterns.some((pattern) => matchesWildcards(pattern, place))) return true;
    return [place, ...patterns].some((one) => isPlaceholderRegion(one) || isPlaceholderAccount(one)) ? UNKNOWN : false;
}

function arn(region: string, account: string): string {
    return trustUnder({ ArnLike: { "aws:SourceArn": `arn:aws:iot:${region}:${account}:*` } });
}
