/** Lists of actions that a rule can have beside its Kafka actions, spelled as in @pulumi/aws. */
export const OTHER_ACTIONS = [
    "cloudwatchAlarms",
    "cloudwatchLogs",
    "cloudwatchMetrics",
    "dynamodbs",
    "dynamodbv2s",
    "elasticsearch",
    "firehoses",
    "https",
    "iotAnalytics",
    "iotEvents",
    "kineses",
    "lambdas",
    "republishes",
    "s3",
    "sns",
    "sqs",
    "stepFunctions",
    "timestreams",
] as const;

export type OtherActionName = (typeof OTHER_ACTIONS)[number];
