import { defineConstraint } from "../core/constraint";
import { isRecord, member } from "../core/known";
import { show } from "../core/show";
import { iotGuide } from "../core/source";
import { type Verdict, violation } from "../core/verdict";
import { withRule } from "../examples/rules";

export const ruleActionKind = defineConstraint({
    id: "rule-action-kind",
    subject: "topicRule",
    requirements: ["RULE-ACT-03"],
    level: "mandatory",
    severity: "high",
    what: "Each entry of the list of actions holds one action.",
    why: "AWS IoT refuses a rule with an entry that holds several actions, or none.",
    fix: "Write each action as an entry of its own, and take empty ones out.",
    source: iotGuide("iot-rule-actions"),
    check: (rule): readonly Verdict[] => {
        const entries = rule.value("mixedActions");
        if (!Array.isArray(entries)) return [];
        return entries.filter(isRecord).map((entry, index) => {
            const kinds = member(entry, "kinds");
            const given: readonly unknown[] = Array.isArray(kinds) ? kinds : [];
            const found =
                given.length === 0
                    ? "An entry of the list of actions is empty"
                    : `An entry of the list of actions holds ${given.length} actions: ${given.map(show).join(" and ")}`;
            return violation(["mixedActions", index], found);
        });
    },
    examples: {
        valid: [{ title: "one action in each entry", stack: withRule({}) }],
        invalid: [
            { title: "two actions in one entry", stack: withRule({ mixedActions: [{ kinds: ["kafka", "sqs"] }] }) },
            { title: "an empty entry", stack: withRule({ mixedActions: [{ kinds: [] }] }) },
        ],
    },
});
