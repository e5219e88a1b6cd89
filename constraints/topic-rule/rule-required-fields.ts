import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { page } from "../core/source";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { withRule } from "../examples/rules";
import type { TopicRule } from "../facts/topicRule";

const FIELDS = { sql: "string", sqlVersion: "string", enabled: "boolean" } as const;

export const ruleRequiredFields = defineConstraint({
    id: "rule-required-fields",
    subject: "topicRule",
    requirements: ["RULE-REQ-01"],
    level: "mandatory",
    severity: "high",
    what: "A rule has a SQL statement, a SQL version, and says whether it is enabled.",
    why: "AWS IoT refuses a rule without a statement, and Pulumi one without the other two.",
    fix: 'Give `sql`, `sqlVersion: "2016-03-23"` and `enabled: true`.',
    source: page("TopicRulePayload", "https://docs.aws.amazon.com/iot/latest/apireference/API_TopicRulePayload.html"),
    check: (rule) => (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((name) => judge(rule, name) ?? []),
    examples: {
        valid: [
            { title: "all three", stack: withRule({}) },
            { title: "a statement that is not known yet", stack: withRule({ sql: UNKNOWN }) },
        ],
        invalid: [
            { title: "no statement", stack: withRule({ sql: undefined }) },
            { title: "a statement of white space", stack: withRule({ sql: "  " }) },
            { title: "no SQL version", stack: withRule({ sqlVersion: undefined }) },
            { title: "an empty SQL version", stack: withRule({ sqlVersion: "" }) },
            { title: "nothing about being enabled", stack: withRule({ enabled: undefined }) },
            { title: "enabled as a text that is neither", stack: withRule({ enabled: "yes" }) },
        ],
    },
});

function judge(rule: TopicRule, name: keyof typeof FIELDS): Verdict | undefined {
    const value = rule.value(name);
    if (isUnknown(value)) return undetermined([name]);
    if (value === undefined) return violation([], `${name} is missing`, { fix: `Give the rule \`${name}\`.` });
    if (typeof value === "string" && value.trim() === "") return violation([name], `${name} is empty`);
    const isRight = typeof value === FIELDS[name] || (name === "enabled" && (value === "true" || value === "false"));
    return isRight ? undefined : violation([name], `${name} is ${show(value)}, not a ${FIELDS[name]}`);
}
