/** Types without tags. */
export const UNTAGGED =
    /RolePolicy$|TopicRuleDestination$|Association$|Alias$|SecretVersion$|SecretPolicy$|^random:|msk\/(topic|configuration):/;

export const OUTPUTS = [
    ...["bootstrapServers", "brokerSecurityGroupId", "clusterArn", "destinationArn", "logGroupName", "ruleArn"],
    ...["ruleName", "secretArn", "secretName", "securityGroupId", "subnetIds", "topic", "username", "vpcId"],
];

export const EVERYTHING = [
    "Alias telemetry-cluster-key-alias",
    "Alias telemetry-secret-key-alias",
    "Cluster telemetry-cluster",
    "Configuration telemetry-cluster-configuration",
    "DefaultSecurityGroup telemetry-default-sg",
    "Key telemetry-cluster-key",
    "Key telemetry-errors-key",
    "Key telemetry-secret-key",
    "LogGroup telemetry-cluster-logs",
    "LogGroup telemetry-errors",
    "RandomPassword telemetry-password",
    "Role telemetry-errors-role",
    "Role telemetry-role",
    "Role telemetry-secret-role",
    "RolePolicy telemetry-errors-policy",
    "RolePolicy telemetry-role-policy",
    "RolePolicy telemetry-secret-role-decrypt",
    "RolePolicy telemetry-secret-role-read",
    "RouteTable telemetry-routes",
    ...[1, 2, 3].flatMap((number) => [
        `RouteTableAssociation telemetry-routes-${number}`,
        `Subnet telemetry-subnet-${number}`,
    ]),
    "Secret telemetry-secret",
    "SecretPolicy telemetry-secret-policy",
    "SecretVersion telemetry-secret-version",
    "SecurityGroup telemetry-cluster-sg",
    "SecurityGroup telemetry-sg",
    "SecurityGroupEgressRule telemetry-to-kafka",
    "SecurityGroupIngressRule telemetry-into-kafka",
    "SecurityGroupIngressRule telemetry-within-kafka",
    "SingleScramSecretAssociation telemetry-association",
    "Topic telemetry-topic",
    "TopicRule telemetry",
    "TopicRuleDestination telemetry",
    "Vpc telemetry-vpc",
];
