import { METRICS } from "./pages";
import { ruleAlarm } from "./watched";

export const alarmErrorActionFailure = ruleAlarm({
    id: "alarm-error-action-failure",
    requirements: ["ALARM-02", "ERR-10"],
    metrics: ["ErrorActionFailure"],
    what: "An alarm tells of messages that the error action could not send either.",
    why: "Such a message is lost, and nothing but this metric and the log shows it.",
    fix: "Add an `aws.cloudwatch.MetricAlarm` on ErrorActionFailure: its sum above 0. `PipelineAlarms` makes one.",
    source: METRICS,
    alarm: { metricName: "ErrorActionFailure" },
});
