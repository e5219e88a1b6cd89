import { NAME } from "../examples/alarms";
import { METRICS } from "./pages";
import { ruleAlarm } from "./watched";

export const alarmThrottled = ruleAlarm({
    id: "alarm-throttled",
    requirements: ["ALARM-04"],
    metrics: ["RuleMessageThrottled", "RuleExecutionThrottled"],
    what: "An alarm tells of messages for which a rule was not evaluated because of throttling.",
    why: "These messages are lost, and no error action runs for them.",
    fix: "Add an `aws.cloudwatch.MetricAlarm` on RuleExecutionThrottled, RuleMessageThrottled in older Regions: its sum above 0. `PipelineAlarms` makes one.",
    source: METRICS,
    alarm: { metricName: "RuleExecutionThrottled", dimensions: { RuleName: NAME } },
});
