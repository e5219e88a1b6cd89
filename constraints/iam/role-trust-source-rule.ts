import { defineConstraint } from "../core/constraint";
import { isUnknown, member } from "../core/known";
import { type Verdict, violation } from "../core/verdict";
import {
    allow,
    policy,
    READING,
    SECRET_PATTERN,
    trust,
    trustUnder,
    withErrorTrust,
    withSecretRole,
    withTrust,
} from "../examples/roles";
import { ACCOUNT } from "../examples/rules";
import type { IotRole } from "../facts/iotRole";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { iotTrustsOf } from "../facts/trust";
import { matchesWildcards, mayStartWith } from "../facts/wildcards";
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
    what: "aws:SourceArn in the trust policy of a role covers the destination, and each rule, that the role is for.",
    why: "AWS IoT tells for whom it assumes a role: for a destination ruledestination/vpc/ and a random id, for a rule rule/ and its name. It may not assume the role for any other.",
    fix: "End the ARN in :*, or add one that ends in :ruledestination/vpc/* for a destination, in :rule/NAME for a rule.",
    source: CONFUSED_DEPUTY,
    check: (role): readonly Verdict[] => {
        const purposes = purposesOf(role);
        if (purposes.length === 0) return [];
        const trusts = iotTrustsOf(role);
        if (isUnknown(trusts)) return trustQuestion(role);
        const all = trusts.map(sourceArnFields);
        // A statement without the key, or with what is not known yet, may let everything in.
        if (all.length === 0 || all.some((arns) => arns === undefined || arns.length === 0)) return [];
        const arns = all.flatMap((found) => found ?? []);
        const out = purposes.filter(({ mayBe }) => !arns.some(({ resource }) => mayBe(resource)));
        return out.length === 0 ? [] : [violation(arns[0]!.path, `aws:SourceArn keeps ${nameAll(out, role)} out`)];
    },
    examples: {
        valid: [
            { title: "all of AWS IoT", stack: withTrust(trust()) },
            { title: "every destination", stack: withTrust(under("ruledestination/*")) },
            { title: "the rule that reads with it", stack: readingUnder("rule/plant_telemetry") },
            { title: "every rule", stack: readingUnder("rule/*") },
        ],
        invalid: [
            { title: "one rule", stack: withTrust(under("rule/plant_telemetry")) },
            { title: "every rule, for a destination", stack: withTrust(under("rule/*")) },
            { title: "another rule than the one that reads with it", stack: readingUnder("rule/another") },
            { title: "destinations, for a rule that reads with it", stack: readingUnder("ruledestination/*") },
            {
                title: "another rule than the one whose errors it sends",
                stack: withErrorTrust(under("rule/another")),
            },
        ],
    },
});

/** Something that AWS IoT assumes a role for. */
interface Purpose {
    readonly title: string;
    /** Whether a pattern for the last part of its ARN may cover it. */
    mayBe(pattern: string): boolean;
}

function purposesOf({ uses: { destinations, secrets, errors } }: IotRole): Purpose[] {
    const ofDestination: Purpose = {
        title: "the destination",
        mayBe: (pattern) => mayStartWith(pattern, "ruledestination/vpc/"),
    };
    const rules = new Set([
        ...secrets.map(({ action }) => action.resource),
        ...errors.map(({ rule }) => rule.resource),
    ]);
    return [...(destinations.length > 0 ? [ofDestination] : []), ...[...rules].map(ofRule)];
}

function ofRule({ name: given, id, values }: ResourceFacts): Purpose {
    const name = member(values, "name");
    if (typeof name === "string") {
        return { title: `the rule ${name}`, mayBe: (pattern) => matchesWildcards(pattern, `rule/${name}`) };
    }
    return { title: `the rule ${given ?? id}`, mayBe: (pattern) => mayStartWith(pattern, "rule/") };
}

function nameAll(out: readonly Purpose[], role: IotRole): string {
    const [first, ...more] = out.map(({ title }) => title);
    return more.length === 0 ? `${first} of ${role.name}` : `${first} of ${role.name}, and ${more.length} more,`;
}

function readingUnder(end: string): StackFacts {
    const { resources, ...rest } = withSecretRole(policy(allow(READING, { Resource: SECRET_PATTERN })));
    const assumeRolePolicy = under(end);
    return {
        ...rest,
        resources: resources.map((one) =>
            one.kind === "role" ? { ...one, values: { ...one.values, assumeRolePolicy } } : one,
        ),
    };
}

function under(end: string): string {
    return trustUnder({ ArnLike: { "aws:SourceArn": `arn:aws:iot:us-east-1:${ACCOUNT}:${end}` } });
}
