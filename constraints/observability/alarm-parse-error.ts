import { NAME } from "../examples/alarms";
import { METRICS } from "./pages";
import { ruleAlarm } from "./watched";

export const alarmParseError = ruleAlarm({
    id: "alarm-parse-error",
    requirements: ["ALARM-04"],
    metrics: ["ParseError"],
    what: "An alarm tells of payloads that a rule could not read as JSON.",
    why: "Such a message goes nowhere, and no error action runs for it.",
    fix: "Add an `aws.cloudwatch.MetricAlarm` on ParseError: its sum above 0. `PipelineAlarms` makes one.",
    source: METRICS,
    alarm: { metricName: "ParseError", dimensions: { RuleName: NAME } },
});
