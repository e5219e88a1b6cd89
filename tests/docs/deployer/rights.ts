/** What whoever deploys a resource needs on AWS. */
export interface Right {
    readonly actions: readonly string[];
    readonly resources: readonly string[];
    readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const regional = (service: string, resource: string) => `arn:PARTITION:${service}:REGION:ACCOUNT:${resource}`;
const EVERYTHING = ["*"];

const ROLES = ["arn:PARTITION:iam::ACCOUNT:role/PROJECT-STACK-*"];
const RULES = [regional("iot", "rule/*")];
const DESTINATIONS = [regional("iot", "ruledestination/*")];
const KEYS = [regional("kms", "key/*")];
const SECRETS = ["AmazonMSK_PROJECT_STACK_*", "PROJECT_STACK_*"].map((name) =>
    regional("secretsmanager", `secret:${name}`),
);
const LOGS = ["/iot-kafka/PROJECT/STACK/*", "/aws/vendedlogs/iot-kafka/PROJECT/STACK/*"].map((name) =>
    regional("logs", `log-group:${name}`),
);
const ALARMS = [regional("cloudwatch", "alarm:PROJECT-STACK-*")];

/** Actions of a service by their names. */
const of = (service: string, ...names: string[]) => names.map((name) => `${service}:${name}`);
const TAGS = ["ListTagsForResource", "TagResource", "UntagResource"];

/**
 * By type of resource, what the provider calls to make, read, change and delete it, and what these calls need behind
 * them. PROJECT, STACK, REGION, ACCOUNT and PARTITION are to be filled in.
 */
export const RIGHTS_OF_RESOURCES: Readonly<Record<string, readonly Right[]>> = {
    "aws:iot/topicRule:TopicRule": [
        {
            actions: of("iot", "CreateTopicRule", "DeleteTopicRule", "GetTopicRule", "ReplaceTopicRule", ...TAGS),
            resources: RULES,
        },
        ...passRole(),
    ],
    "aws:iot/topicRuleDestination:TopicRuleDestination": [
        {
            actions: of("iot", ...["Create", "Delete", "Get", "Update"].map((verb) => `${verb}TopicRuleDestination`)),
            resources: DESTINATIONS,
        },
        ...passRole(),
    ],
    "aws:iam/role:Role": [
        {
            actions: of(
                "iam",
                ...["CreateRole", "DeleteRole", "GetRole", "UpdateRole", "UpdateRoleDescription"],
                ...["UpdateAssumeRolePolicy", "TagRole", "UntagRole"],
                ...["ListAttachedRolePolicies", "ListInstanceProfilesForRole", "ListRolePolicies"],
            ),
            resources: ROLES,
        },
    ],
    "aws:iam/rolePolicy:RolePolicy": [
        { actions: of("iam", "DeleteRolePolicy", "GetRolePolicy", "PutRolePolicy"), resources: ROLES },
    ],
    "aws:kms/key:Key": [
        { actions: of("kms", "CreateKey"), resources: EVERYTHING },
        {
            actions: of(
                "kms",
                ...["DescribeKey", "GetKeyPolicy", "PutKeyPolicy", "GetKeyRotationStatus", "EnableKeyRotation"],
                ...["DisableKeyRotation", "ListResourceTags", "TagResource", "UntagResource", "UpdateKeyDescription"],
                "ScheduleKeyDeletion",
            ),
            resources: KEYS,
        },
    ],
    "aws:kms/alias:Alias": [
        {
            actions: of("kms", "CreateAlias", "DeleteAlias", "UpdateAlias"),
            resources: [...KEYS, regional("kms", "alias/iot-kafka/PROJECT/STACK/*")],
        },
        { actions: of("kms", "ListAliases"), resources: EVERYTHING },
    ],
    "aws:secretsmanager/secret:Secret": [
        {
            actions: of(
                "secretsmanager",
                ...["CreateSecret", "DeleteSecret", "DescribeSecret", "UpdateSecret", "TagResource", "UntagResource"],
                "GetResourcePolicy",
            ),
            resources: SECRETS,
        },
        // A secret is encrypted on behalf of whoever writes it.
        { actions: of("kms", "Decrypt", "GenerateDataKey"), resources: KEYS },
    ],
    "aws:secretsmanager/secretVersion:SecretVersion": [
        {
            actions: of("secretsmanager", "GetSecretValue", "PutSecretValue", "UpdateSecretVersionStage"),
            resources: SECRETS,
        },
    ],
    "aws:secretsmanager/secretPolicy:SecretPolicy": [
        {
            actions: of("secretsmanager", "DeleteResourcePolicy", "GetResourcePolicy", "PutResourcePolicy"),
            resources: SECRETS,
        },
    ],
    "aws:cloudwatch/logGroup:LogGroup": [
        {
            actions: of(
                "logs",
                ...["CreateLogGroup", "DeleteLogGroup", "PutRetentionPolicy", "DeleteRetentionPolicy"],
                ...["AssociateKmsKey", "DisassociateKmsKey", ...TAGS],
            ),
            resources: LOGS,
        },
        { actions: of("logs", "DescribeLogGroups"), resources: EVERYTHING },
    ],
    "aws:cloudwatch/metricAlarm:MetricAlarm": [
        { actions: of("cloudwatch", "DeleteAlarms", "DescribeAlarms", "PutMetricAlarm", ...TAGS), resources: ALARMS },
    ],
    "aws:cloudwatch/dashboard:Dashboard": [
        {
            actions: of("cloudwatch", "DeleteDashboards", "GetDashboard", "PutDashboard"),
            resources: ["arn:PARTITION:cloudwatch::ACCOUNT:dashboard/PROJECT-STACK-*"],
        },
    ],
    "aws:sns/topic:Topic": [
        {
            actions: of("sns", "CreateTopic", "DeleteTopic", "GetTopicAttributes", "SetTopicAttributes", ...TAGS),
            resources: [regional("sns", "PROJECT-STACK-*")],
        },
    ],
    "aws:lambda/permission:Permission": [
        {
            actions: of("lambda", "AddPermission", "GetPolicy", "RemovePermission"),
            resources: [regional("lambda", "function:*")],
        },
    ],
    "random:index/randomBytes:RandomBytes": [],
    "random:index/randomPassword:RandomPassword": [],
};

/** Roles are handed to AWS IoT, and to no other service. */
function passRole(): Right[] {
    return [
        {
            actions: ["iam:PassRole"],
            resources: ROLES,
            condition: { StringEquals: { "iam:PassedToService": "iot.amazonaws.com" } },
        },
    ];
}

/** By function that components call. */
export const RIGHTS_OF_FUNCTIONS: Readonly<Record<string, readonly Right[]>> = {
    "aws:ec2/getVpc:getVpc": [{ actions: of("ec2", "DescribeVpcAttribute", "DescribeVpcs"), resources: EVERYTHING }],
    "aws:index/getAvailabilityZones:getAvailabilityZones": [
        { actions: of("ec2", "DescribeAvailabilityZones"), resources: EVERYTHING },
    ],
    // Everybody may ask who he is.
    "aws:index/getCallerIdentity:getCallerIdentity": [],
    "aws:index/getPartition:getPartition": [],
    "aws:index/getRegion:getRegion": [],
    "aws:kms/getKey:getKey": [{ actions: of("kms", "DescribeKey"), resources: KEYS }],
    "aws:secretsmanager/getSecret:getSecret": [
        {
            actions: of("secretsmanager", "DescribeSecret", "GetResourcePolicy"),
            resources: [regional("secretsmanager", "secret:*")],
        },
    ],
};
