import { METRICS } from "./pages";
import { ruleAlarm } from "./watched";

export const alarmFailure = ruleAlarm({
    id: "alarm-failure",
    requirements: ["ALARM-01"],
    metrics: ["Failure"],
    what: "An alarm tells of messages that a Kafka action could not send.",
    why: "Devices are told that all is well, and nobody looks at a metric by themselves.",
    fix: "Add an `aws.cloudwatch.MetricAlarm` on Failure: its sum above 0 in five minutes, missing data not breaching. `PipelineAlarms` makes one.",
    source: METRICS,
    alarm: {},
});
