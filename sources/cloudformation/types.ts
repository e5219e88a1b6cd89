import type { ResourceKind } from "../../constraints/facts/stack";

/** What a type of CloudFormation is to the constraints, and which of its names are not only spelled in another case. */
export interface TypeMapping {
    readonly kind: ResourceKind;
    /** At any depth: the name of CloudFormation to that of the facts. */
    readonly names?: Readonly<Record<string, string>>;
}

const POLICY = { PolicyDocument: "policy" };

/** Every type that is read. Those whose form differs too are reshaped in shapes.ts. */
export const TYPES: Readonly<Record<string, TypeMapping>> = {
    "AWS::IoT::TopicRule": { kind: "topicRule", names: { CloudwatchLogs: "cloudwatchLogs" } },
    "AWS::IoT::TopicRuleDestination": { kind: "destination", names: { VpcProperties: "vpcConfiguration" } },
    "AWS::IoT::Logging": { kind: "loggingOptions" },
    "AWS::IAM::Role": {
        kind: "role",
        names: {
            RoleName: "name",
            AssumeRolePolicyDocument: "assumeRolePolicy",
            Policies: "inlinePolicies",
            PolicyName: "name",
            ...POLICY,
        },
    },
    "AWS::IAM::RolePolicy": { kind: "rolePolicy", names: { RoleName: "role", PolicyName: "name", ...POLICY } },
    "AWS::IAM::Policy": { kind: "rolePolicy", names: { PolicyName: "name", ...POLICY } },
    "AWS::IAM::ManagedPolicy": { kind: "policy", names: { ManagedPolicyName: "name", ...POLICY } },
    "AWS::SecretsManager::Secret": { kind: "secret", names: { ReplicaRegions: "replicas" } },
    "AWS::SecretsManager::ResourcePolicy": {
        kind: "secretPolicy",
        names: { SecretId: "secretArn", ResourcePolicy: "policy" },
    },
    "AWS::KMS::Key": {
        kind: "key",
        names: {
            KeyPolicy: "policy",
            KeySpec: "customerMasterKeySpec",
            Enabled: "isEnabled",
            PendingWindowInDays: "deletionWindowInDays",
        },
    },
    "AWS::KMS::Alias": { kind: "keyAlias", names: { AliasName: "name" } },
    "AWS::EC2::VPC": { kind: "vpc" },
    "AWS::EC2::Subnet": { kind: "subnet" },
    "AWS::EC2::SecurityGroup": {
        kind: "securityGroup",
        names: {
            GroupName: "name",
            GroupDescription: "description",
            SecurityGroupIngress: "ingress",
            SecurityGroupEgress: "egress",
            IpProtocol: "protocol",
        },
    },
    "AWS::EC2::SecurityGroupIngress": { kind: "securityGroupIngressRule", names: groupRule("SourceSecurityGroupId") },
    "AWS::EC2::SecurityGroupEgress": {
        kind: "securityGroupEgressRule",
        names: groupRule("DestinationSecurityGroupId"),
    },
    "AWS::EC2::RouteTable": { kind: "routeTable" },
    "AWS::EC2::Route": { kind: "route" },
    "AWS::EC2::SubnetRouteTableAssociation": { kind: "routeTableAssociation" },
    "AWS::EC2::VPNGatewayRoutePropagation": { kind: "routePropagation" },
    "AWS::EC2::NatGateway": { kind: "natGateway" },
    "AWS::EC2::InternetGateway": { kind: "internetGateway" },
    "AWS::EC2::EIP": { kind: "elasticAddress", names: { InstanceId: "instance" } },
    "AWS::EC2::NetworkAcl": { kind: "networkAcl" },
    "AWS::EC2::NetworkAclEntry": { kind: "networkAclRule" },
    "AWS::EC2::SubnetNetworkAclAssociation": { kind: "networkAclAssociation" },
    "AWS::Route53::HostedZone": { kind: "zone", names: { VPCs: "vpcs", HostedZoneConfig: "config" } },
    "AWS::Route53::RecordSet": {
        kind: "record",
        names: { HostedZoneId: "zoneId", ResourceRecords: "records", AliasTarget: "aliases" },
    },
    "AWS::Route53::RecordSetGroup": {
        kind: "record",
        names: { HostedZoneId: "zoneId", ResourceRecords: "records", AliasTarget: "aliases" },
    },
    "AWS::MSK::Cluster": {
        kind: "cluster",
        names: { CertificateAuthorityArnList: "certificateAuthorityArns", CloudWatchLogs: "cloudwatchLogs" },
    },
    "AWS::MSK::ServerlessCluster": { kind: "serverlessCluster", names: { SecurityGroups: "securityGroupIds" } },
    "AWS::MSK::Configuration": { kind: "configuration", names: { KafkaVersionsList: "kafkaVersions" } },
    "AWS::MSK::Topic": { kind: "topic", names: { TopicName: "name" } },
    "AWS::MSK::ClusterPolicy": { kind: "clusterPolicy" },
    "AWS::MSK::BatchScramSecret": { kind: "scramSecretAssociation", names: { SecretArnList: "secretArnLists" } },
    "AWS::CloudWatch::Alarm": {
        kind: "metricAlarm",
        names: { AlarmName: "name", Metrics: "metricQueries", OKActions: "okActions" },
    },
    "AWS::Logs::LogGroup": { kind: "logGroup", names: { LogGroupName: "name" } },
    "AWS::Lambda::Function": { kind: "lambdaFunction", names: { FunctionName: "name" } },
    "AWS::Lambda::Permission": { kind: "lambdaPermission", names: { FunctionName: "function" } },
};

function groupRule(peer: string): Readonly<Record<string, string>> {
    return {
        GroupId: "securityGroupId",
        CidrIp: "cidrIpv4",
        [peer]: "referencedSecurityGroupId",
        SourcePrefixListId: "prefixListId",
        DestinationPrefixListId: "prefixListId",
    };
}

/** Names whose members the user names, or which are documents of another language. */
export const FREE: ReadonlySet<string> = new Set([
    "ClientProperties",
    "PolicyDocument",
    "AssumeRolePolicyDocument",
    "ResourcePolicy",
    "KeyPolicy",
    "Policy",
    "Configs",
    "Tags",
]);
