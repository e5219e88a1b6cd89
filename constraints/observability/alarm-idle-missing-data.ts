import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, violation } from "../core/verdict";
import { alarm, watching } from "../examples/alarms";
import { KAFKA_DESTINATION } from "./pages";

const BREACHING = "breaching";
const BELOW = ["LessThanThreshold", "LessThanOrEqualToThreshold"];

export const alarmIdleMissingData = defineConstraint({
    id: "alarm-idle-missing-data",
    subject: "alarm",
    joins: true,
    requirements: ["ALARM-03"],
    level: "advisory",
    severity: "medium",
    what: "An alarm for a rule that sends nothing takes missing data as breaching.",
    why: "AWS IoT publishes no Success at all where nothing was sent, so that the alarm never goes off when it should.",
    fix: 'Write `treatMissingData: "breaching"`.',
    source: KAFKA_DESTINATION,
    check: (alarm) => {
        const [metric] = alarm.metrics;
        const comparison = alarm.value("comparisonOperator");
        const isIdle = metric?.rule !== undefined && metric.path.length === 0 && metric.metricName === "Success";
        if (!isIdle || !BELOW.some((name) => name === comparison)) return undefined;
        const treatment = alarm.value("treatMissingData");
        if (treatment === BREACHING) return undefined;
        if (isUnknown(treatment)) return undetermined(["treatMissingData"]);
        if (treatment === undefined) return violation([], "treatMissingData is missing, which stands for missing");
        return violation(["treatMissingData"], `treatMissingData is ${show(treatment)}`);
    },
    examples: {
        valid: [
            { title: "missing data that is breaching", stack: withIdle("breaching") },
            { title: "what is not known yet", stack: withIdle(UNKNOWN) },
            { title: "an alarm for failures", stack: watching(alarm()) },
        ],
        invalid: [
            { title: "the default", stack: withIdle(undefined) },
            { title: "missing data that is not breaching", stack: withIdle("notBreaching") },
        ],
    },
});

function withIdle(treatMissingData: unknown) {
    return watching(
        alarm({
            metricName: "Success",
            period: 86_400,
            threshold: 1,
            comparisonOperator: "LessThanThreshold",
            treatMissingData,
        }),
    );
}
