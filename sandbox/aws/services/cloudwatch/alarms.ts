import { amount, type Properties, text } from "../../../provider/value";
import { Refusal } from "../../refusal";
import { arn, globalArn } from "../../scope";
import type { ResourceTable } from "../../table";
import { first, nameOf } from "../common";

const COMPARISONS = [
    ...["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"],
    ...["LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"],
];
const MISSING_DATA = ["breaching", "notBreaching", "ignore", "missing"];

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export const metricAlarm: ResourceTable = {
    token: "aws:cloudwatch/metricAlarm:MetricAlarm",
    required: [],
    name: { property: "name", limit: 255 },
    taggable: true,
    defaults: { actionsEnabled: true, treatMissingData: "missing" },
    computed: ["arn", "name", "evaluateLowSampleCountPercentiles"],
    replaces: ["name"],
    sets: ["alarmActions", "okActions", "insufficientDataActions", "metricQueries"],
    remembers: ["name"],
    make: (attempt) => {
        const name = nameOf(attempt);
        const outputs = { name, arn: arn(attempt.scope, "cloudwatch", `alarm:${name}`) };
        return { id: name, outputs: { ...outputs, evaluateLowSampleCountPercentiles: "" } };
    },
    refuse: ({ inputs }) =>
        first(
            () => comparisonProblem(inputs),
            () => periodProblem(inputs),
        ),
};

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html */
export const dashboard: ResourceTable = {
    token: "aws:cloudwatch/dashboard:Dashboard",
    required: ["dashboardBody", "dashboardName"],
    computed: ["dashboardArn"],
    replaces: ["dashboardName"],
    documents: ["dashboardBody"],
    make: ({ scope, inputs }) => {
        const name = text(inputs, "dashboardName") ?? "";
        return { id: name, outputs: { dashboardArn: globalArn(scope, "cloudwatch", `dashboard/${name}`) } };
    },
    refuse: ({ inputs }) => {
        if (!/^[\w-]{1,255}$/.test(text(inputs, "dashboardName") ?? "")) {
            return new Refusal(
                "InvalidParameterValue",
                "The dashboard name must contain only alphanumeric characters, dash and underscore.",
            );
        }
        return isDashboard(text(inputs, "dashboardBody") ?? "")
            ? undefined
            : new Refusal(
                  "InvalidParameterInput",
                  "The dashboard body is invalid, there are 1 validation errors: it must be a JSON object with a list of widgets.",
              );
    },
};

function comparisonProblem(inputs: Properties): Refusal | undefined {
    const comparison = text(inputs, "comparisonOperator");
    if (comparison && !COMPARISONS.includes(comparison)) {
        return new Refusal(
            "ValidationError",
            `The comparison operator ${comparison} is not one of ${COMPARISONS.join(", ")}`,
        );
    }
    const missing = text(inputs, "treatMissingData") ?? "missing";
    return MISSING_DATA.includes(missing)
        ? undefined
        : new Refusal("ValidationError", `The value ${missing} is unsupported for treatMissingData parameter`);
}

function periodProblem(inputs: Properties): Refusal | undefined {
    const period = amount(inputs, "period");
    const periods = amount(inputs, "evaluationPeriods");
    const needed = amount(inputs, "datapointsToAlarm");
    if (period !== undefined && ![10, 20, 30].includes(period) && (period <= 0 || period % 60 !== 0)) {
        return new Refusal("ValidationError", "Period must be 10, 20, 30 or a multiple of 60");
    }
    if (period !== undefined && periods !== undefined && period * periods > (period >= 3600 ? 604_800 : 86_400)) {
        return new Refusal(
            "ValidationError",
            "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)",
        );
    }
    return needed !== undefined && periods !== undefined && needed > periods
        ? new Refusal("ValidationError", "DatapointsToAlarm must be less than or equal to EvaluationPeriods")
        : undefined;
}

function isDashboard(body: string): boolean {
    try {
        return Array.isArray((JSON.parse(body) as Properties).widgets);
    } catch {
        return false;
    }
}
