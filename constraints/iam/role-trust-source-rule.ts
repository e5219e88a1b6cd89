import { defineConstraint } from "../core/constraint";
import { isUnknown } from "../core/known";
import { type Verdict, violation } from "../core/verdict";
import { trust, trustUnder, withTrust } from "../examples/roles";
import { ACCOUNT } from "../examples/rules";
import { iotTrustsOf } from "../facts/trust";
import { mayStartWith } from "../facts/wildcards";
import { CONFUSED_DEPUTY } from "./pages";
import { sourceArnFields } from "./sources";
import { trustQuestion } from "./trustQuestion";

export const roleTrustSourceRule = defineConstraint({
    id: "role-trust-source-rule",
    subject: "iotRole",
    joins: true,
    requirements: ["IAM-DEPUTY-06"],
    level: "advisory",
    severity: "medium",
    what: "aws:SourceArn in the trust policy of a destination's role covers destinations, not rules alone.",
    why: "A destination has an ARN of its own, ruledestination/vpc/ and a random id, so that AWS IoT may not assume the role for it.",
    fix: "End the ARN in :* or in :ruledestination/vpc/*.",
    source: CONFUSED_DEPUTY,
    check: (role): readonly Verdict[] => {
        if (role.uses.destinations.length === 0) return [];
        const trusts = iotTrustsOf(role);
        if (isUnknown(trusts)) return trustQuestion(role);
        const narrow = trusts.flatMap((trust) => {
            const arns = sourceArnFields(trust);
            if (arns === undefined || arns.length === 0) return [];
            return arns.some(({ resource }) => mayStartWith(resource, "ruledestination/vpc/")) ? [] : [arns[0]!.path];
        });
        if (narrow.length === 0 || narrow.length < trusts.length) return [];
        return [violation(narrow[0]!, `aws:SourceArn keeps the destination of ${role.name} out`)];
    },
    examples: {
        valid: [
            { title: "all of AWS IoT", stack: withTrust(trust()) },
            { title: "every destination", stack: withTrust(under("ruledestination/*")) },
        ],
        invalid: [
            { title: "one rule", stack: withTrust(under("rule/plant_telemetry")) },
            { title: "every rule", stack: withTrust(under("rule/*")) },
        ],
    },
});

function under(end: string): string {
    return trustUnder({ ArnLike: { "aws:SourceArn": `arn:aws:iot:us-east-1:${ACCOUNT}:${end}` } });
}
