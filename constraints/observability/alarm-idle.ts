import { KAFKA_DESTINATION } from "./pages";
import { ruleAlarm } from "./watched";

export const alarmIdle = ruleAlarm({
    id: "alarm-idle",
    requirements: ["ALARM-03", "DEST-DIS-01"],
    metrics: ["Success"],
    what: "An alarm tells of a day in which a Kafka action sent nothing.",
    why: "AWS IoT disables a destination that has had no traffic for 7 days, 30 by the guide of 2022, and every message fails from then on.",
    fix: "Add an `aws.cloudwatch.MetricAlarm` on Success: its sum below 1 in 24 hours, missing data breaching. `PipelineAlarms` makes one.",
    source: KAFKA_DESTINATION,
    alarm: {
        metricName: "Success",
        period: 86_400,
        threshold: 1,
        comparisonOperator: "LessThanThreshold",
        treatMissingData: "breaching",
    },
});
