import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { alarm, watching } from "../examples/alarms";
import { NAMESPACE } from "./metrics";
import { METRICS } from "./pages";

const SECONDS = 60;

export const alarmMetricPeriod = defineConstraint({
    id: "alarm-metric-period",
    subject: "alarm",
    joins: true,
    requirements: ["MET-NS-01"],
    level: "mandatory",
    severity: "medium",
    what: "An alarm on a metric of a rule has a period of whole minutes.",
    why: "AWS IoT publishes these metrics once a minute: in a shorter period there is mostly nothing to look at.",
    fix: "Write `period` as 60 seconds or a multiple of it.",
    source: METRICS,
    check: ({ metrics }) =>
        metrics.flatMap(({ path, namespace, period, rule }): Verdict[] => {
            if (rule === undefined || namespace !== NAMESPACE) return [];
            const at = [...path, "period"];
            if (isUnknown(period)) return [undetermined(at)];
            if (typeof period !== "number" || (period > 0 && period % SECONDS === 0)) return [];
            return [violation(at, `The period is ${period} seconds`)];
        }),
    examples: {
        valid: [
            { title: "five minutes", stack: watching(alarm()) },
            { title: "one minute", stack: watching(alarm({ period: 60 })) },
            { title: "a period that is not known yet", stack: watching(alarm({ period: UNKNOWN })) },
        ],
        invalid: [{ title: "ten seconds", stack: watching(alarm({ period: 10 })) }],
    },
});
