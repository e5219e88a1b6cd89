import type { Input } from "@pulumi/pulumi";
import type { ErrorKind } from "../constraints/components/errorAction";
import { type Alarm, DAY, MINUTE, seconds, settingsOf, wanted } from "./alarms";
import { withPreset } from "./inputs";
import type { CountedAlarm, PipelineAlarmsArgs } from "./pipelineAlarmsArgs";

/** Namespace and dimensions of https://docs.aws.amazon.com/iot/latest/developerguide/metrics_dimensions.html. */
export const IOT = "AWS/IoT";

/** The ActionType of the Kafka action: no page of AWS lists it, live rules show it. */
export const KAFKA = "Kafka";

/** The ActionType of each kind of error action. */
export const ACTION_TYPES: Readonly<Record<Exclude<ErrorKind, "none">, string>> = {
    logs: "CloudwatchLogs",
    s3: "S3",
    sqs: "SQS",
    sns: "SNS",
    kinesis: "Kinesis",
    lambda: "Lambda",
    kafka: KAFKA,
};

/** The newer name of a metric, and the one before it: Regions publish one of them. */
export const THROTTLED = ["RuleExecutionThrottled", "RuleMessageThrottled"] as const;

const COUNTED_MINUTES = 5;
const SILENT_MINUTES = 60;

/** What AWS IoT publishes of a rule, its Kafka actions and its error action. */
export function alarmsOfRule(args: PipelineAlarmsArgs): Alarm[] {
    const { ruleName, errorAction = "logs" } = args;
    const ofRule = { RuleName: ruleName };
    const ofKafka = { ...ofRule, ActionType: KAFKA };
    return wanted(
        counted("failures", "Failure", ofKafka, args.failures, "The rule could not send messages to Kafka"),
        errorAction === "none"
            ? undefined
            : counted(
                  "error-action-failures",
                  "ErrorActionFailure",
                  { ...ofRule, ActionType: ACTION_TYPES[errorAction] },
                  args.errorActionFailures,
                  "Messages that could not be sent to Kafka could not be passed on either, and are lost",
              ),
        ...THROTTLED.map((metric, index) =>
            counted(
                index === 0 ? "throttled" : "throttled-older",
                metric,
                ofRule,
                args.throttled,
                "Messages are lost: the rule was not evaluated for them because of throttling",
            ),
        ),
        counted("parse-errors", "ParseError", ofRule, args.parseErrors, "The rule could not read payloads as JSON"),
        silent(
            "no-success",
            ofKafka,
            minutesOf(settingsOf(args.noSuccess)),
            "The rule has sent no message to Kafka for a while",
        ),
        silent(
            "idle",
            ofKafka,
            daysOf(settingsOf(args.idle)),
            "The rule has sent no message to Kafka for days: AWS IoT disables its destination after seven",
        ),
    );
}

function counted(
    name: string,
    metricName: string,
    dimensions: Record<string, Input<string>>,
    given: "none" | CountedAlarm | undefined,
    alarmDescription: string,
): Alarm | undefined {
    const settings = settingsOf(given);
    if (settings === undefined) return undefined;
    return {
        name,
        inputs: {
            alarmDescription,
            namespace: IOT,
            metricName,
            dimensions,
            statistic: "Sum",
            period: seconds(withPreset(settings.minutes as Input<number> | undefined, COUNTED_MINUTES), MINUTE),
            evaluationPeriods: 1,
            threshold: withPreset(settings.moreThan as Input<number> | undefined, 0),
            comparisonOperator: "GreaterThanThreshold",
            treatMissingData: "notBreaching",
        },
    };
}

type Periods = Pick<Alarm["inputs"], "period" | "evaluationPeriods">;

function minutesOf(settings: { minutes?: unknown } | undefined): Periods | undefined {
    if (settings === undefined) return undefined;
    const minutes = withPreset(settings.minutes as Input<number> | undefined, SILENT_MINUTES);
    return { period: seconds(minutes, MINUTE), evaluationPeriods: 1 };
}

/** CloudWatch looks at no period longer than a day. */
function daysOf(settings: { days?: unknown } | undefined): Periods | undefined {
    if (settings === undefined) return undefined;
    return { period: DAY, evaluationPeriods: withPreset(settings.days as Input<number> | undefined, 1) };
}

/** AWS IoT publishes nothing where nothing was sent, so that missing data is what the alarm waits for. */
function silent(
    name: string,
    dimensions: Record<string, Input<string>>,
    periods: Periods | undefined,
    alarmDescription: string,
): Alarm | undefined {
    if (periods === undefined) return undefined;
    return {
        name,
        inputs: {
            alarmDescription,
            namespace: IOT,
            metricName: "Success",
            dimensions,
            statistic: "Sum",
            ...periods,
            threshold: 1,
            comparisonOperator: "LessThanThreshold",
            treatMissingData: "breaching",
        },
    };
}
