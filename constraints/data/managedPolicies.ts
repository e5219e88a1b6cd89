/**
 * What the AWS managed policies allow that are put on roles of AWS IoT, from the AWS managed policy reference. Each is
 * here with all that the actions of this catalogue are about; the rest of what it allows is left out.
 */
interface ManagedPolicy {
    /** Everything on everything but these. */
    readonly allBut?: readonly string[];
    /** Allowed on every resource. */
    readonly actions?: readonly string[];
}

const POLICIES: Readonly<Record<string, ManagedPolicy>> = {
    AdministratorAccess: { actions: ["*"] },
    PowerUserAccess: { allBut: ["iam:*", "organizations:*", "account:*"] },
    AmazonEC2FullAccess: { actions: ["ec2:*", "elasticloadbalancing:*", "cloudwatch:*", "autoscaling:*"] },
    SecretsManagerReadWrite: {
        actions: [
            "secretsmanager:*",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
            "kms:DescribeKey",
            "kms:ListAliases",
            "kms:ListKeys",
        ],
    },
    AWSIoTRuleActions: {
        actions: [
            "dynamodb:PutItem",
            "kinesis:PutRecord",
            "iot:Publish",
            "s3:PutObject",
            "sns:Publish",
            "sqs:SendMessage*",
            "cloudwatch:SetAlarmState",
            "cloudwatch:PutMetricData",
            "es:ESHttpPut",
            "firehose:PutRecord",
        ],
    },
    AWSIoTLogging: {
        actions: [
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:PutMetricFilter",
            "logs:PutRetentionPolicy",
            "logs:GetLogEvents",
            "logs:DeleteLogStream",
        ],
    },
    AmazonS3FullAccess: { actions: ["s3:*", "s3-object-lambda:*"] },
    AmazonSQSFullAccess: { actions: ["sqs:*"] },
    AmazonSNSFullAccess: { actions: ["sns:*"] },
};

/** The document of an AWS managed policy, as an object; undefined for one that is not known here. */
export function managedPolicy(arn: string): object | undefined {
    const match = /^arn:[a-z-]+:iam::aws:policy\/(?:[a-z-]+\/)?([A-Za-z0-9]+)$/.exec(arn);
    const policy = match && Object.hasOwn(POLICIES, match[1]!) ? POLICIES[match[1]!] : undefined;
    if (policy === undefined) return undefined;
    const what = policy.allBut === undefined ? { Action: policy.actions } : { NotAction: policy.allBut };
    return { Version: "2012-10-17", Statement: { Effect: "Allow", ...what, Resource: "*" } };
}
