import { type Input, output } from "@pulumi/pulumi";
import { type Alarm, DAY, HOUR } from "./alarms";
import { dimensionsOf, MSK } from "./alarmsOfBrokers";
import { IOT } from "./alarmsOfRule";
import { withPreset } from "./inputs";
import type { PipelineAlarmsArgs } from "./pipelineAlarmsArgs";

const DAYS = 30;

/** Tells days before that a certificate runs out; undefined where none is watched. */
export function alarmOfCertificate(args: PipelineAlarmsArgs): Alarm | undefined {
    const { certificate } = args;
    if (certificate === undefined) return undefined;
    const common = {
        alarmDescription: "A certificate runs out: from then on the brokers, or AWS IoT, refuse the connection",
        evaluationPeriods: 1,
        threshold: withPreset(certificate.days as Input<number> | undefined, DAYS),
        comparisonOperator: "LessThanThreshold",
        // What was known last stands until there is something new.
        treatMissingData: "ignore",
    };
    const name = "certificate";
    return certificate.arn !== undefined
        ? { name, inputs: { ...common, ...daysToExpiry(certificate.arn) } }
        : { name, inputs: { ...common, metricQueries: daysUntil(args, certificate.expires!) } };
}

/** Published twice a day (https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html). */
function daysToExpiry(arn: Input<string>) {
    return {
        namespace: "AWS/CertificateManager",
        metricName: "DaysToExpiry",
        dimensions: { CertificateArn: arn },
        statistic: "Minimum",
        period: DAY,
    };
}

/**
 * The time at which any metric came in tells how many days are left
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html). A cluster's come in always,
 * a rule's when devices send.
 */
function daysUntil({ ruleName, cluster }: PipelineAlarmsArgs, expires: Input<string>) {
    const metric =
        cluster === undefined
            ? { namespace: IOT, metricName: "TopicMatch", dimensions: { RuleName: ruleName }, stat: "Sum" }
            : {
                  namespace: MSK,
                  metricName: "ActiveControllerCount",
                  dimensions: dimensionsOf(cluster),
                  stat: "Maximum",
              };
    return [
        { id: "now", metric: { ...metric, period: HOUR } },
        {
            id: "days",
            expression: output(expires).apply((moment) => `(${Date.parse(moment) / 1000} - EPOCH(now)) / ${DAY}`),
            label: "days left",
            returnData: true,
        },
    ];
}
