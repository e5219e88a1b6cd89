import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { iotGuide } from "../core/source";
import { undetermined, violation } from "../core/verdict";
import { withRule } from "../examples/rules";

export const ruleEnabled = defineConstraint({
    id: "rule-enabled",
    subject: "topicRule",
    requirements: ["RULE-EN-01"],
    level: "advisory",
    severity: "medium",
    what: "A rule is enabled.",
    why: "A disabled rule sends nothing, and for Basic Ingest it counts as not found.",
    fix: "Write `enabled: true`.",
    source: iotGuide("iot-basic-ingest"),
    check: (rule) => {
        const enabled = rule.value("enabled");
        if (isUnknown(enabled)) return undetermined(["enabled"]);
        return enabled === false || enabled === "false" ? violation(["enabled"], "The rule is disabled") : undefined;
    },
    examples: {
        valid: [
            { title: "an enabled rule", stack: withRule({ enabled: true }) },
            { title: "what is not known yet", stack: withRule({ enabled: UNKNOWN }) },
        ],
        invalid: [{ title: "a disabled rule", stack: withRule({ enabled: false }) }],
    },
});
