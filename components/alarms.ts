import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch";
import { type Input, output } from "@pulumi/pulumi";
import { isLater } from "./leaves";

/** An alarm that is to be made: what it tells, in a word or two, and how. */
export interface Alarm {
    readonly name: string;
    readonly inputs: Pick<
        MetricAlarmArgs,
        | "alarmDescription"
        | "comparisonOperator"
        | "dimensions"
        | "evaluationPeriods"
        | "metricName"
        | "metricQueries"
        | "namespace"
        | "period"
        | "statistic"
        | "threshold"
        | "treatMissingData"
    >;
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A number of seconds from one of minutes or days, which may be known later. */
export function seconds(count: Input<number>, unit: number): Input<number> {
    return isLater(count) ? output(count).apply((known) => known * unit) : (count as number) * unit;
}

/** The settings of an alarm that is not refused in words; undefined for one that is. */
export function settingsOf<S extends object>(given: "none" | S | undefined): Partial<S> | undefined {
    if (given === "none") return undefined;
    return given ?? {};
}

/** The alarms among these that are wanted. */
export function wanted(...alarms: readonly (Alarm | readonly Alarm[] | undefined)[]): Alarm[] {
    return alarms.flatMap((alarm) => alarm ?? []);
}
