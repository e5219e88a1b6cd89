import { defineConstraint } from "../core/constraint";
import { isRecord, isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { alarm, NAME, watching, watchingByEdge } from "../examples/alarms";
import type { AlarmMetric } from "../facts/alarms";
import { ACTION_METRICS, ACTION_TYPE, NAMESPACE, RULE_METRICS, RULE_NAME } from "./metrics";
import { METRICS } from "./pages";

export const alarmDimensions = defineConstraint({
    id: "alarm-dimensions",
    subject: "alarm",
    joins: true,
    requirements: ["MET-ACT-01", "MET-RULE-01", "MET-RULE-03"],
    level: "mandatory",
    severity: "medium",
    what: "An alarm on a metric of a rule has exactly its dimensions: RuleName, with ActionType for the metrics of actions.",
    why: "A metric is found by all its dimensions, letters' case included: with another, one more or one less the alarm stays in INSUFFICIENT_DATA for ever.",
    fix: "Write `RuleName`, and for Success, Failure, ErrorActionSuccess and ErrorActionFailure `ActionType` as well.",
    source: METRICS,
    check: ({ metrics }) => metrics.flatMap(judge),
    examples: {
        valid: [
            { title: "both dimensions for an action", stack: watching(alarm()) },
            { title: "a rule that is yet to be made", stack: watchingByEdge() },
            {
                title: "the rule alone for a metric of rules",
                stack: watching(alarm({ metricName: "ParseError", dimensions: { RuleName: NAME } })),
            },
            { title: "a metric that is not known yet", stack: watching(alarm({ metricName: UNKNOWN })) },
            {
                title: "a metric in a query",
                stack: watching(
                    alarm({
                        namespace: undefined,
                        metricName: undefined,
                        dimensions: undefined,
                        metricQueries: [
                            {
                                id: "failures",
                                metric: {
                                    namespace: "AWS/IoT",
                                    metricName: "Failure",
                                    dimensions: { RuleName: NAME, ActionType: "Kafka" },
                                    period: 60,
                                    stat: "Sum",
                                },
                            },
                        ],
                    }),
                ),
            },
        ],
        invalid: [
            {
                title: "a small letter at the start",
                stack: watching(alarm({ dimensions: { ruleName: NAME, ActionType: "Kafka" } })),
            },
            {
                title: "no action type for a metric of actions",
                stack: watching(alarm({ dimensions: { RuleName: NAME } })),
            },
            { title: "an action type for a metric of rules", stack: watching(alarm({ metricName: "TopicMatch" })) },
            {
                title: "the rule's name in another case",
                stack: watching(alarm({ dimensions: { RuleName: "Plant_Telemetry", ActionType: "Kafka" } })),
            },
        ],
    },
});

function judge({ path, namespace, metricName, dimensions, rule }: AlarmMetric): Verdict[] {
    if (rule === undefined || namespace !== NAMESPACE) return [];
    const at = [...path, "dimensions"];
    if (isUnknown(metricName) || isUnknown(dimensions)) return [undetermined(at)];
    if (typeof metricName !== "string" || !isRecord(dimensions)) return [];
    const isOfAction = ACTION_METRICS.includes(metricName);
    if (!isOfAction && !RULE_METRICS.includes(metricName)) return [];
    const wanted = isOfAction ? [RULE_NAME, ACTION_TYPE] : [RULE_NAME];
    const row = { requirements: [isOfAction ? "MET-ACT-01" : "MET-RULE-01", "MET-RULE-03"] };
    for (const name of Object.keys(dimensions).sort()) {
        if (wanted.includes(name)) continue;
        const meant = wanted.find((one) => one.toLowerCase() === name.toLowerCase());
        const found = `${metricName} has no dimension ${show(name)}`;
        const fix = meant === undefined ? `Take ${show(name)} out.` : `Write ${show(meant)}.`;
        return [violation([...at, name], found, { ...row, fix })];
    }
    const missing = wanted.filter((name) => !Object.hasOwn(dimensions, name));
    if (missing.length > 0) return [violation(at, `The dimension ${missing.join()} is missing`, row)];
    const own = rule.value("name");
    const given = dimensions[RULE_NAME];
    if (typeof own !== "string" || typeof given !== "string" || own === given) return [];
    return [violation([...at, RULE_NAME], `RuleName is ${show(given)}, the rule ${show(own)}`, row)];
}
