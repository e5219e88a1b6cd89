import type { Right } from "./rights";

const EVERYTHING = ["*"];
const regional = (service: string, resource: string) => `arn:PARTITION:${service}:REGION:ACCOUNT:${resource}`;
const of = (service: string, ...names: string[]) => names.map((name) => `${service}:${name}`);
const TAGS = ["ListTagsForResource", "TagResource", "UntagResource"];

/** Amazon EC2 knows its resources by ids, which nobody knows before they are made. */
const ec2 = (...names: string[]): Right[] => [
    { actions: of("ec2", ...names, "CreateTags", "DeleteTags"), resources: EVERYTHING },
];
const CLUSTERS = [regional("kafka", "cluster/*"), regional("kafka", "topic/*")];

/** The network and the cluster: by type of resource, as in the other table. */
export const RIGHTS_OF_NETWORK: Readonly<Record<string, readonly Right[]>> = {
    "aws:ec2/vpc:Vpc": ec2(
        ...["CreateVpc", "DeleteVpc", "DescribeVpcs", "DescribeVpcAttribute", "ModifyVpcAttribute"],
        ...["DescribeNetworkAcls", "DescribeRouteTables", "DescribeSecurityGroups"],
    ),
    "aws:ec2/subnet:Subnet": ec2("CreateSubnet", "DeleteSubnet", "DescribeSubnets", "DescribeNetworkInterfaces"),
    "aws:ec2/routeTable:RouteTable": ec2("CreateRouteTable", "DeleteRouteTable", "DescribeRouteTables"),
    "aws:ec2/routeTableAssociation:RouteTableAssociation": ec2(
        ...["AssociateRouteTable", "DisassociateRouteTable", "ReplaceRouteTableAssociation"],
    ),
    "aws:ec2/route:Route": ec2("CreateRoute", "DeleteRoute", "ReplaceRoute"),
    "aws:ec2/internetGateway:InternetGateway": ec2(
        ...["AttachInternetGateway", "CreateInternetGateway", "DeleteInternetGateway"],
        ...["DescribeInternetGateways", "DetachInternetGateway"],
    ),
    "aws:ec2/natGateway:NatGateway": ec2("CreateNatGateway", "DeleteNatGateway", "DescribeNatGateways"),
    "aws:ec2/eip:Eip": ec2(
        ...["AllocateAddress", "DescribeAddresses", "DescribeAddressesAttribute", "DisassociateAddress"],
        "ReleaseAddress",
    ),
    "aws:ec2/securityGroup:SecurityGroup": ec2(
        ...["CreateSecurityGroup", "DeleteSecurityGroup", "DescribeSecurityGroups", "DescribeNetworkInterfaces"],
        // A new group lets everything out until the provider has taken that away.
        ...["RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress"],
    ),
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": ec2(
        ...["DescribeSecurityGroups", "RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress"],
    ),
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": ec2(
        ...["AuthorizeSecurityGroupEgress", "DescribeSecurityGroupRules", "ModifySecurityGroupRules"],
        "RevokeSecurityGroupEgress",
    ),
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": ec2(
        ...["AuthorizeSecurityGroupIngress", "DescribeSecurityGroupRules", "ModifySecurityGroupRules"],
        "RevokeSecurityGroupIngress",
    ),
    "aws:route53/zone:Zone": [
        {
            actions: of(
                "route53",
                ...["CreateHostedZone", "DeleteHostedZone", "GetHostedZone", "ListResourceRecordSets"],
                ...["GetChange", "ChangeTagsForResource", "ListTagsForResource", "UpdateHostedZoneComment"],
                "ChangeResourceRecordSets",
            ),
            resources: EVERYTHING,
        },
        { actions: of("ec2", "DescribeVpcs"), resources: EVERYTHING },
    ],
    "aws:route53/record:Record": [
        {
            actions: of("route53", "ChangeResourceRecordSets", "GetChange", "GetHostedZone", "ListResourceRecordSets"),
            resources: EVERYTHING,
        },
    ],
    "aws:msk/cluster:Cluster": [
        {
            actions: of(
                "kafka",
                ...[
                    "CreateCluster",
                    "DeleteCluster",
                    "DescribeCluster",
                    "DescribeClusterV2",
                    "DescribeClusterOperation",
                ],
                ...["DescribeClusterOperationV2", "GetBootstrapBrokers", "UpdateBrokerCount", "UpdateBrokerStorage"],
                ...[
                    "UpdateBrokerType",
                    "UpdateClusterConfiguration",
                    "UpdateClusterKafkaVersion",
                    "UpdateConnectivity",
                ],
                ...["UpdateMonitoring", "UpdateSecurity", "UpdateStorage", "UpdateRebalancing", ...TAGS],
            ),
            resources: EVERYTHING,
        },
        {
            actions: of(
                "ec2",
                ...["DescribeRouteTables", "DescribeSecurityGroups", "DescribeSubnets", "DescribeVpcAttribute"],
                ...["DescribeVpcEndpoints", "DescribeVpcs"],
            ),
            resources: EVERYTHING,
        },
        // Amazon MSK uses the key by a grant of whoever makes the cluster, and delivers logs in his name.
        { actions: of("kms", "CreateGrant", "DescribeKey"), resources: [regional("kms", "key/*")] },
        {
            actions: of(
                "logs",
                ...["CreateLogDelivery", "DeleteLogDelivery", "DescribeLogGroups", "DescribeResourcePolicies"],
                ...["GetLogDelivery", "ListLogDeliveries", "PutResourcePolicy", "UpdateLogDelivery"],
            ),
            resources: EVERYTHING,
        },
        {
            actions: ["iam:CreateServiceLinkedRole"],
            resources: ["arn:PARTITION:iam::ACCOUNT:role/aws-service-role/*"],
            condition: {
                StringLike: { "iam:AWSServiceName": "*kafka.amazonaws.com" },
            },
        },
    ],
    "aws:msk/configuration:Configuration": [
        {
            actions: of(
                "kafka",
                ...["CreateConfiguration", "DeleteConfiguration", "DescribeConfiguration"],
                ...["DescribeConfigurationRevision", "UpdateConfiguration"],
            ),
            resources: EVERYTHING,
        },
    ],
    "aws:msk/topic:Topic": [
        { actions: of("kafka", "CreateTopic", "DeleteTopic", "DescribeTopic", "UpdateTopic"), resources: CLUSTERS },
        {
            actions: of(
                "kafka-cluster",
                ...["AlterTopic", "AlterTopicDynamicConfiguration", "Connect", "CreateTopic", "DeleteTopic"],
                ...["DescribeTopic", "DescribeTopicDynamicConfiguration"],
            ),
            resources: CLUSTERS,
        },
    ],
    "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation": [
        {
            actions: of("kafka", "BatchAssociateScramSecret", "BatchDisassociateScramSecret", "ListScramSecrets"),
            resources: [regional("kafka", "cluster/*")],
        },
        // Amazon MSK reads the secret by a grant and a policy that it adds in the name of whoever associates it.
        { actions: of("kms", "CreateGrant"), resources: [regional("kms", "key/*")] },
        {
            actions: of("secretsmanager", "DeleteResourcePolicy", "GetResourcePolicy", "PutResourcePolicy"),
            resources: [regional("secretsmanager", "secret:AmazonMSK_*")],
        },
    ],
};
