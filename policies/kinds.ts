import { KAFKA_TOPIC_RULE, VPC_DESTINATION } from "../constraints/components";
import type { ResourceKind } from "../constraints/facts/stack";

/** What each resource type of the AWS provider is to the constraints. */
export const KINDS: Readonly<Record<string, ResourceKind>> = {
    "aws:iot/topicRule:TopicRule": "topicRule",
    "aws:iot/topicRuleDestination:TopicRuleDestination": "destination",
    "aws:iam/role:Role": "role",
    "aws:iam/rolePolicy:RolePolicy": "rolePolicy",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "rolePolicyAttachment",
    "aws:iam/policy:Policy": "policy",
    "aws:iam/policyAttachment:PolicyAttachment": "policyAttachment",
    "aws:ec2/securityGroup:SecurityGroup": "securityGroup",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "securityGroup",
    "aws:ec2/securityGroupRule:SecurityGroupRule": "securityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": "securityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": "securityGroupEgressRule",
    "aws:ec2/vpc:Vpc": "vpc",
    "aws:ec2/subnet:Subnet": "subnet",
    "aws:route53/zone:Zone": "zone",
    "aws:ec2/networkAcl:NetworkAcl": "networkAcl",
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": "networkAcl",
    "aws:ec2/networkAclRule:NetworkAclRule": "networkAclRule",
    "aws:ec2/networkAclAssociation:NetworkAclAssociation": "networkAclAssociation",
    "aws:ec2/routeTable:RouteTable": "routeTable",
    "aws:ec2/route:Route": "route",
    "aws:ec2/routeTableAssociation:RouteTableAssociation": "routeTableAssociation",
    "aws:ec2/defaultRouteTable:DefaultRouteTable": "routeTable",
    "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": "mainRouteTableAssociation",
    "aws:ec2/natGateway:NatGateway": "natGateway",
    "aws:ec2/internetGateway:InternetGateway": "internetGateway",
    "aws:ec2/eip:Eip": "elasticAddress",
    "aws:ec2/eipAssociation:EipAssociation": "elasticAddressAssociation",
    "aws:route53/record:Record": "record",
    "aws:route53/zoneAssociation:ZoneAssociation": "zoneAssociation",
    "aws:secretsmanager/secret:Secret": "secret",
    "aws:secretsmanager/secretVersion:SecretVersion": "secretVersion",
    "aws:secretsmanager/secretPolicy:SecretPolicy": "secretPolicy",
    "aws:kms/key:Key": "key",
    "aws:kms/keyPolicy:KeyPolicy": "keyPolicy",
    "aws:kms/alias:Alias": "keyAlias",
    "aws:msk/cluster:Cluster": "cluster",
    "aws:msk/serverlessCluster:ServerlessCluster": "serverlessCluster",
    "aws:msk/configuration:Configuration": "configuration",
    "aws:msk/topic:Topic": "topic",
    "aws:msk/clusterPolicy:ClusterPolicy": "clusterPolicy",
    "aws:msk/scramSecretAssociation:ScramSecretAssociation": "scramSecretAssociation",
    "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation": "singleScramSecretAssociation",
    "aws:cloudwatch/metricAlarm:MetricAlarm": "metricAlarm",
    "aws:cloudwatch/logGroup:LogGroup": "logGroup",
    "aws:iot/loggingOptions:LoggingOptions": "loggingOptions",
    "aws:lambda/permission:Permission": "lambdaPermission",
};

/** What a resource type is to the constraints; undefined when it is nothing to them. */
export function kindOf(type: string): ResourceKind | undefined {
    return Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
}

/** True for our components, whose arguments are judged in place of what they make of them. */
export function isComponent(type: string): boolean {
    return type === KAFKA_TOPIC_RULE || type === VPC_DESTINATION;
}

/** True for types that make a rule or a destination too, but in a form that is not read here. */
export function isUnreadForm(type: string): boolean {
    return type === "aws-native:iot:TopicRule" || type === "aws-native:iot:TopicRuleDestination";
}
