import type { Constraint } from "../core/constraint";
import { alarmActionType } from "./alarm-action-type";
import { alarmBrokers } from "./alarm-brokers";
import { alarmConnections } from "./alarm-connections";
import { alarmDimensions } from "./alarm-dimensions";
import { alarmErrorActionFailure } from "./alarm-error-action-failure";
import { alarmFailure } from "./alarm-failure";
import { alarmIdle } from "./alarm-idle";
import { alarmIdleMissingData } from "./alarm-idle-missing-data";
import { alarmMetricName } from "./alarm-metric-name";
import { alarmMetricNamespace } from "./alarm-metric-namespace";
import { alarmMetricPeriod } from "./alarm-metric-period";
import { alarmParseError } from "./alarm-parse-error";
import { alarmThrottled } from "./alarm-throttled";
import { logGroupRetention } from "./log-group-retention";
import { loggingLevel } from "./logging-level";
import { loggingOff } from "./logging-off";
import { loggingPresent } from "./logging-present";
import { loggingRole } from "./logging-role";

/** What AWS documents about metrics, alarms and logs. */
export const OBSERVABILITY_CONSTRAINTS: readonly Constraint[] = [
    alarmMetricNamespace,
    alarmMetricName,
    alarmMetricPeriod,
    alarmDimensions,
    alarmActionType,
    alarmIdleMissingData,
    alarmFailure,
    alarmErrorActionFailure,
    alarmIdle,
    alarmThrottled,
    alarmParseError,
    alarmBrokers,
    alarmConnections,
    loggingLevel,
    loggingRole,
    loggingOff,
    loggingPresent,
    logGroupRetention,
];
