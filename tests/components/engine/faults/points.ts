import { PIPELINES } from "./components";

/** A child at which the stand-in fails. */
export interface Point {
    readonly operation: "create" | "update" | "delete";
    /** Class and name of the component, as the error names it. */
    readonly component: string;
    readonly type: string;
    readonly child: string;
}

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
const ROUTES = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const KEY = "aws:kms/key:Key";
const ALIAS = "aws:kms/alias:Alias";
const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const CONFIGURATION = "aws:msk/configuration:Configuration";
const CLUSTER = "aws:msk/cluster:Cluster";
const TOPIC = "aws:msk/topic:Topic";
const ASSOCIATION = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";
const SECRET = "aws:secretsmanager/secret:Secret";
const SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const SECRET_POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
const PERMISSION = "aws:lambda/permission:Permission";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";
const DESTINATION = "aws:iot/topicRuleDestination:TopicRuleDestination";
const RULE = "aws:iot/topicRule:TopicRule";
const RANDOM_PASSWORD = "random:index/randomPassword:RandomPassword";
const RANDOM_BYTES = "random:index/randomBytes:RandomBytes";

type Children = readonly (readonly [type: string, suffix: string])[];

/**
 * The children of a pipeline, in the turns in which they can be made: none of a turn needs another one of it, so that all
 * of it fails in one run. What each needs is in an earlier turn.
 */
const TURNS: readonly Children[] = [
    [
        ...([
            [VPC, "-vpc"],
            [CONFIGURATION, "-cluster-configuration"],
        ] as const),
        ...([
            [KEY, "-cluster-key"],
            [KEY, "-errors-key"],
            [KEY, "-secret-key"],
        ] as const),
        ...([
            [ROLE, "-role"],
            [ROLE, "-errors-role"],
            [ROLE, "-secret-role"],
        ] as const),
    ],
    [
        ...([
            [DEFAULT_GROUP, "-default-sg"],
            [ROUTE_TABLE, "-routes"],
            [GROUP, "-sg"],
            [GROUP, "-cluster-sg"],
        ] as const),
        ...([
            [SUBNET, "-subnet-1"],
            [SUBNET, "-subnet-2"],
            [SUBNET, "-subnet-3"],
        ] as const),
        ...([
            [ALIAS, "-cluster-key-alias"],
            [ALIAS, "-secret-key-alias"],
            [SECRET, "-secret"],
        ] as const),
        ...([
            [LOG_GROUP, "-errors"],
            [LOG_GROUP, "-cluster-logs"],
        ] as const),
        ...([
            [POLICY, "-role-policy"],
            [POLICY, "-secret-role-read"],
            [POLICY, "-secret-role-decrypt"],
        ] as const),
    ],
    [
        ...([
            [ROUTES, "-routes-1"],
            [ROUTES, "-routes-2"],
            [ROUTES, "-routes-3"],
        ] as const),
        ...([
            [EGRESS, "-to-kafka"],
            [INGRESS, "-within-kafka"],
            [INGRESS, "-into-kafka"],
        ] as const),
        ...([
            [SECRET_VERSION, "-secret-version"],
            [SECRET_POLICY, "-secret-policy"],
        ] as const),
        ...([[POLICY, "-errors-policy"]] as const),
    ],
    [
        [CLUSTER, "-cluster"],
        [DESTINATION, ""],
    ],
    [
        [TOPIC, "-topic"],
        [ASSOCIATION, "-association"],
    ],
];

/** One pipeline for each turn, in which all of the turn fails. */
const IN_PIPELINES: readonly Omit<Point, "operation">[] = TURNS.flatMap((children, turn) => {
    const name = PIPELINES[turn]!;
    return children.map(([type, suffix]) => ({
        component: `IotKafkaPipeline ${name}`,
        type,
        child: `${name}${suffix}`,
    }));
});

const ALONE: readonly Omit<Point, "operation">[] = [
    { component: "MskCluster cluster", type: TOPIC, child: "cluster-topic-events" },
    { component: "KafkaCredentials credentials", type: SECRET, child: "credentials-secret" },
    { component: "VpcDestination destination", type: EGRESS, child: "destination-to-kafka" },
    { component: "KafkaTopicRule rule", type: RULE, child: "rule" },
    { component: "KafkaTopicRule logged", type: LOG_GROUP, child: "logged-errors" },
    { component: "KafkaTopicRule queued", type: ROLE, child: "queued-errors-role" },
    { component: "KafkaTopicRule called", type: PERMISSION, child: "called-errors-permission" },
    { component: "KafkaCredentials kerberos", type: SECRET_VERSION, child: "kerberos-keytab-version" },
    { component: "KafkaCredentials tls", type: SECRET, child: "tls-keystore" },
    { component: "KafkaCredentials tls", type: SECRET_VERSION, child: "tls-passwords-version" },
    { component: "KafkaCredentials credentials", type: RANDOM_PASSWORD, child: "credentials-password" },
    { component: "KafkaCredentials tls", type: RANDOM_BYTES, child: "tls-keystore-seed" },
    { component: "KafkaCredentials plain", type: SECRET_VERSION, child: "plain-secret-version" },
    { component: "PipelineAlarms alarms", type: ALARM, child: "alarms-failures" },
    { component: "PipelineAlarms board", type: DASHBOARD, child: "board-dashboard" },
];

/**
 * With --continue-on-error what depends on a child that has failed sees unknown values. An unknown key or unknown subnets of a cluster mean
 * another cluster, so Pulumi deletes its topics at once, as the page of MskCluster warns.
 */
const NOT_UPDATED: ReadonlySet<string> = new Set(["p0-vpc", "p0-cluster-key"]);

/** Children that the second step of the program changes in place. */
const CHANGED: ReadonlySet<string> = new Set([
    ...[VPC, SUBNET, ROUTE_TABLE, DEFAULT_GROUP, GROUP, EGRESS, KEY, ROLE, LOG_GROUP, SECRET, CLUSTER],
    ...[CONFIGURATION, TOPIC, RULE, INGRESS, ALARM, DASHBOARD],
]);

const at = (operation: Point["operation"]) => (point: Omit<Point, "operation">) => ({ operation, ...point });

/** Where creating fails. */
export const CREATES: readonly Point[] = [...IN_PIPELINES, ...ALONE].map(at("create"));
/** Where updating fails. */
export const UPDATES: readonly Point[] = [...IN_PIPELINES, ...ALONE]
    .filter(({ type, child }) => CHANGED.has(type) && !NOT_UPDATED.has(child))
    .map(at("update"));
/** Where deleting fails. */
export const DELETES: readonly Point[] = [...IN_PIPELINES, ...ALONE].map(at("delete"));

/** What AWS says, and a part of the cause that is told. */
const ANSWERS = {
    create: [
        "AccessDeniedException: User is not authorized to perform this action",
        /lacks (a permission|kafka-cluster:)/,
    ],
    update: ["ThrottlingException: Rate exceeded", /More requests at once/],
    delete: ["ServiceUnavailableException: try again later", /A failure within the service/],
} as const;

/** The orders to the stand-in. */
export function faultsAt(points: readonly Point[]): readonly object[] {
    return points.map(({ operation, type, child }) => ({
        operation,
        match: `urn:*$${type}::${child}`,
        error: ANSWERS[operation][0],
    }));
}

export function causeOf({ operation }: Point): RegExp {
    return ANSWERS[operation][1];
}
