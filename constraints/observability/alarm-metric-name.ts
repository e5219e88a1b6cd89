import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { nearest, oneOf, show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { alarm, NAME, watching } from "../examples/alarms";
import { ACTION_METRICS, NAMESPACE, OTHER_METRICS, RULE_METRICS } from "./metrics";
import { METRICS } from "./pages";

const KNOWN = [...ACTION_METRICS, ...RULE_METRICS, ...OTHER_METRICS];

export const alarmMetricName = defineConstraint({
    id: "alarm-metric-name",
    subject: "alarm",
    joins: true,
    requirements: ["MET-ACT-01", "MET-RULE-01"],
    level: "mandatory",
    severity: "medium",
    what: "An alarm on a rule watches a metric that AWS IoT publishes of rules.",
    why: "CloudWatch takes any name, letters' case included, and the alarm would stay in INSUFFICIENT_DATA for ever.",
    fix: `Watch ${oneOf(ACTION_METRICS)} of an action, or ${oneOf(RULE_METRICS)} of a rule.`,
    source: METRICS,
    check: ({ metrics }) =>
        metrics.flatMap(({ path, namespace, metricName, dimensions, rule }): Verdict[] => {
            if (rule === undefined || namespace !== NAMESPACE) return [];
            const at = [...path, "metricName"];
            if (isUnknown(metricName)) return [undetermined(at)];
            if (typeof metricName !== "string" || KNOWN.includes(metricName)) return [];
            const meant = nearest(metricName, KNOWN);
            const isOfAction = meant === undefined ? hasActionType(dimensions) : ACTION_METRICS.includes(meant);
            const found = `AWS IoT publishes no metric ${show(metricName)} of a rule`;
            const more = {
                requirements: [isOfAction ? "MET-ACT-01" : "MET-RULE-01"],
                ...(meant === undefined ? {} : { fix: `Write ${show(meant)}.` }),
            };
            return [violation(at, found, more)];
        }),
    examples: {
        valid: [
            { title: "a metric of an action", stack: watching(alarm()) },
            {
                title: "a metric of a rule",
                stack: watching(alarm({ metricName: "TopicMatch", dimensions: { RuleName: NAME } })),
            },
            { title: "a name that is not known yet", stack: watching(alarm({ metricName: UNKNOWN })) },
        ],
        invalid: [
            { title: "another case", stack: watching(alarm({ metricName: "failure" })) },
            { title: "a name that is no metric", stack: watching(alarm({ metricName: "ActionErrors" })) },
            {
                title: "a misspelt metric of a rule",
                stack: watching(alarm({ metricName: "ParseErrors", dimensions: { RuleName: NAME } })),
            },
        ],
    },
});

function hasActionType(dimensions: unknown): boolean {
    return typeof dimensions === "object" && dimensions !== null && Object.hasOwn(dimensions, "ActionType");
}
