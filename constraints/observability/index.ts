import type { Constraint } from "../core/constraint";
import { alarmActionType } from "./alarm-action-type";
import { alarmDimensions } from "./alarm-dimensions";
import { alarmMetricName } from "./alarm-metric-name";
import { alarmMetricNamespace } from "./alarm-metric-namespace";
import { alarmMetricPeriod } from "./alarm-metric-period";

/** What AWS documents about metrics, alarms and logs. */
export const OBSERVABILITY_CONSTRAINTS: readonly Constraint[] = [
    alarmMetricNamespace,
    alarmMetricName,
    alarmMetricPeriod,
    alarmDimensions,
    alarmActionType,
];
