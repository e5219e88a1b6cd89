import type { ResourceKind } from "../../constraints/facts/stack";

/** What a type of Terraform's AWS provider is to the constraints, and how it differs from Pulumi's but for the case of names. */
export interface TypeMapping {
    readonly kind: ResourceKind;
    /** At any depth: the name of Terraform to that of the facts; Pulumi has lists in the plural. */
    readonly names?: Readonly<Record<string, string>>;
    /** Blocks of which there is one at most: a list there, the block itself in Pulumi. */
    readonly single?: readonly string[];
    /** What the provider reports after apply also where nobody gave it: there it says that there is none. */
    readonly reported?: readonly string[];
}

const MSK_CLUSTER = [
    ["broker_node_group_info", "connectivity_info", "public_access", "vpc_connectivity", "storage_info"],
    ["ebs_storage_info", "provisioned_throughput", "client_authentication", "sasl", "tls", "configuration_info"],
    ["encryption_info", "encryption_in_transit", "logging_info", "broker_logs", "cloudwatch_logs", "firehose", "s3"],
    ["open_monitoring", "prometheus", "jmx_exporter", "node_exporter", "rebalancing"],
].flat();

/** Every type that is read. */
export const TYPES: Readonly<Record<string, TypeMapping>> = {
    // The lists of actions have their names in topicRule.ts.
    aws_iot_topic_rule: {
        kind: "topicRule",
        names: { header: "headers", http_header: "httpHeaders", dimension: "dimensions" },
        single: ["put_item", "timestamp"],
    },
    aws_iot_topic_rule_destination: { kind: "destination", single: ["vpc_configuration"] },
    aws_iot_logging_options: { kind: "loggingOptions" },
    aws_iam_role: {
        kind: "role",
        names: { inline_policy: "inlinePolicies" },
        reported: ["inline_policy", "managed_policy_arns"],
    },
    aws_iam_role_policy: { kind: "rolePolicy" },
    aws_iam_role_policy_attachment: { kind: "rolePolicyAttachment" },
    aws_iam_policy: { kind: "policy" },
    aws_iam_policy_attachment: { kind: "policyAttachment" },
    aws_secretsmanager_secret: { kind: "secret", names: { replica: "replicas" }, reported: ["policy", "replica"] },
    aws_secretsmanager_secret_version: { kind: "secretVersion" },
    aws_secretsmanager_secret_policy: { kind: "secretPolicy" },
    aws_kms_key: { kind: "key", reported: ["policy"] },
    aws_kms_key_policy: { kind: "keyPolicy" },
    aws_kms_alias: { kind: "keyAlias" },
    aws_vpc: { kind: "vpc" },
    aws_subnet: { kind: "subnet" },
    aws_security_group: { kind: "securityGroup", reported: ["ingress", "egress"] },
    aws_security_group_rule: { kind: "securityGroupRule" },
    aws_vpc_security_group_ingress_rule: { kind: "securityGroupIngressRule" },
    aws_vpc_security_group_egress_rule: { kind: "securityGroupEgressRule" },
    aws_route_table: { kind: "routeTable", names: { route: "routes" }, reported: ["route", "propagating_vgws"] },
    aws_route: { kind: "route" },
    aws_route_table_association: { kind: "routeTableAssociation" },
    aws_main_route_table_association: { kind: "mainRouteTableAssociation" },
    aws_vpn_gateway_route_propagation: { kind: "routePropagation" },
    aws_nat_gateway: { kind: "natGateway" },
    aws_internet_gateway: { kind: "internetGateway" },
    aws_eip: { kind: "elasticAddress" },
    aws_eip_association: { kind: "elasticAddressAssociation" },
    aws_network_acl: { kind: "networkAcl", reported: ["ingress", "egress"] },
    aws_default_network_acl: { kind: "networkAcl" },
    aws_network_acl_rule: { kind: "networkAclRule" },
    aws_network_acl_association: { kind: "networkAclAssociation" },
    aws_route53_zone: { kind: "zone", names: { vpc: "vpcs" } },
    aws_route53_record: { kind: "record", names: { alias: "aliases" } },
    aws_route53_zone_association: { kind: "zoneAssociation" },
    aws_msk_cluster: { kind: "cluster", single: MSK_CLUSTER },
    aws_msk_serverless_cluster: {
        kind: "serverlessCluster",
        names: { vpc_config: "vpcConfigs" },
        single: ["client_authentication", "sasl", "iam"],
    },
    aws_msk_configuration: { kind: "configuration" },
    aws_msk_topic: { kind: "topic" },
    aws_msk_cluster_policy: { kind: "clusterPolicy" },
    aws_msk_scram_secret_association: { kind: "scramSecretAssociation", names: { secret_arn_list: "secretArnLists" } },
    aws_msk_single_scram_secret_association: { kind: "singleScramSecretAssociation" },
    aws_cloudwatch_metric_alarm: { kind: "metricAlarm", names: { alarm_name: "name", metric_query: "metricQueries" } },
    aws_cloudwatch_log_group: { kind: "logGroup" },
    aws_lambda_function: { kind: "lambdaFunction", names: { function_name: "name" } },
    aws_lambda_permission: { kind: "lambdaPermission", names: { function_name: "function" } },
};

/** Blocks of actions in a topic rule, each of which is a list in Pulumi under another name. */
export const RULE_LISTS: Readonly<Record<string, string>> = {
    cloudwatch_alarm: "cloudwatchAlarms",
    cloudwatch_metric: "cloudwatchMetrics",
    dynamodb: "dynamodbs",
    dynamodbv2: "dynamodbv2s",
    firehose: "firehoses",
    http: "https",
    kafka: "kafkas",
    kinesis: "kineses",
    lambda: "lambdas",
    republish: "republishes",
    timestream: "timestreams",
};

/** Members that the user names. */
export const FREE: ReadonlySet<string> = new Set(["client_properties", "tags", "tags_all", "dimensions"]);
