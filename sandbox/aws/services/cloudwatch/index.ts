import { dashboard, metricAlarm } from "./alarms";
import { logGroup } from "./logGroup";

export const cloudwatch = [logGroup, metricAlarm, dashboard];
