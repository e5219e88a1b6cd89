import type { Properties } from "../../../sandbox/provider/value";
import { NETWORK_POLICY, SCRAM_PROPERTIES, TRUST } from "./harness";

const KEY_ARN = "arn:aws:kms:us-east-1:602911837465:key/6b1d0b0c-6f0e-4a3a-9f43-0a5a5f9c2c11";
const CLUSTER_ARN = "arn:aws:kafka:us-east-1:602911837465:cluster/orders/4f2c8c1e-2";
const SECRET_ARN = "arn:aws:secretsmanager:us-east-1:602911837465:secret:AmazonMSK_orders-a1B2c3";
const ROLE_ARN = "arn:aws:iam::602911837465:role/network";

const RESOURCE_POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        { Effect: "Allow", Principal: { AWS: "arn:aws:iam::602911837465:root" }, Action: "kms:*", Resource: "*" },
    ],
});

/** Inputs that AWS accepts, by type token: one for each table. */
export const SAMPLES: Readonly<Record<string, Properties>> = {
    "aws:iot/topicRule:TopicRule": {
        name: "orders",
        enabled: true,
        sql: "SELECT *, topic(2) AS deviceId FROM 'devices/+/orders'",
        sqlVersion: "2016-03-23",
        kafkas: [
            {
                destinationArn: "arn:aws:iot:us-east-1:602911837465:ruledestination/vpc/1b0e",
                topic: "orders",
                clientProperties: SCRAM_PROPERTIES,
            },
        ],
    },
    "aws:iot/topicRuleDestination:TopicRuleDestination": {
        vpcConfiguration: {
            vpcId: "vpc-0123456789abcdef0",
            subnetIds: ["subnet-0b", "subnet-0a"],
            securityGroups: ["sg-0b", "sg-0a"],
            roleArn: ROLE_ARN,
        },
    },
    "aws:iot/loggingOptions:LoggingOptions": { defaultLogLevel: "INFO", roleArn: ROLE_ARN },
    "aws:iam/role:Role": { assumeRolePolicy: TRUST, description: "network", tags: { team: "data" } },
    "aws:iam/rolePolicy:RolePolicy": { role: "network", policy: NETWORK_POLICY },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
        role: "network",
        policyArn: "arn:aws:iam::aws:policy/AmazonMSKReadOnlyAccess",
    },
    "aws:iam/policy:Policy": { policy: NETWORK_POLICY },
    "aws:ec2/vpc:Vpc": { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true },
    "aws:ec2/subnet:Subnet": {
        vpcId: "vpc-0123456789abcdef0",
        cidrBlock: "10.0.1.0/24",
        availabilityZone: "us-east-1a",
    },
    "aws:ec2/securityGroup:SecurityGroup": {
        vpcId: "vpc-0123456789abcdef0",
        egress: [{ protocol: "tcp", fromPort: 9096, toPort: 9096, cidrBlocks: ["10.0.0.0/16", "10.1.0.0/16"] }],
    },
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": { vpcId: "vpc-0123456789abcdef0" },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
        securityGroupId: "sg-0a",
        ipProtocol: "tcp",
        fromPort: 9096,
        toPort: 9096,
        referencedSecurityGroupId: "sg-0b",
    },
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
        securityGroupId: "sg-0a",
        ipProtocol: "-1",
        cidrIpv4: "0.0.0.0/0",
    },
    "aws:ec2/securityGroupRule:SecurityGroupRule": {
        type: "egress",
        securityGroupId: "sg-0a",
        protocol: "udp",
        fromPort: 88,
        toPort: 88,
        cidrBlocks: ["10.0.0.0/16"],
    },
    "aws:ec2/routeTable:RouteTable": { vpcId: "vpc-0123456789abcdef0" },
    "aws:ec2/route:Route": {
        routeTableId: "rtb-0a",
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: "nat-0a",
    },
    "aws:ec2/routeTableAssociation:RouteTableAssociation": { routeTableId: "rtb-0a", subnetId: "subnet-0a" },
    "aws:ec2/networkAcl:NetworkAcl": {
        vpcId: "vpc-0123456789abcdef0",
        egress: [{ ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" }],
    },
    "aws:ec2/internetGateway:InternetGateway": { vpcId: "vpc-0123456789abcdef0" },
    "aws:ec2/natGateway:NatGateway": { subnetId: "subnet-0a", allocationId: "eipalloc-0a" },
    "aws:ec2/eip:Eip": { domain: "vpc" },
    "aws:cloudwatch/logGroup:LogGroup": { retentionInDays: 30, kmsKeyId: KEY_ARN },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        comparisonOperator: "GreaterThanThreshold",
        evaluationPeriods: 3,
        metricName: "Failure",
        namespace: "AWS/IoT",
        period: 60,
        statistic: "Sum",
        threshold: 0,
        dimensions: { RuleName: "orders", ActionType: "Kafka" },
    },
    "aws:cloudwatch/dashboard:Dashboard": { dashboardName: "orders", dashboardBody: '{"widgets":[]}' },
    "aws:kms/key:Key": { policy: RESOURCE_POLICY, enableKeyRotation: true, deletionWindowInDays: 7 },
    "aws:kms/keyPolicy:KeyPolicy": { keyId: "6b1d0b0c-6f0e-4a3a-9f43-0a5a5f9c2c11", policy: RESOURCE_POLICY },
    "aws:sqs/queuePolicy:QueuePolicy": {
        queueUrl: "https://sqs.us-east-1.amazonaws.com/602911837465/orders",
        policy: RESOURCE_POLICY,
    },
    "aws:s3/bucketPolicy:BucketPolicy": { bucket: "orders", policy: RESOURCE_POLICY },
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": { bucket: "orders", blockPublicAcls: true },
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
        vpcId: "vpc-0123456789abcdef0",
        vpcEndpointType: "Interface",
        serviceName: "com.amazonaws.us-east-1.secretsmanager",
        subnetIds: ["subnet-0b", "subnet-0a"],
        securityGroupIds: ["sg-0a"],
    },
    "aws:kms/alias:Alias": { targetKeyId: "6b1d0b0c-6f0e-4a3a-9f43-0a5a5f9c2c11" },
    "aws:secretsmanager/secret:Secret": { name: "AmazonMSK_orders", kmsKeyId: KEY_ARN },
    "aws:secretsmanager/secretVersion:SecretVersion": { secretId: SECRET_ARN, secretString: '{"username":"u"}' },
    "aws:secretsmanager/secretPolicy:SecretPolicy": { secretArn: SECRET_ARN, policy: RESOURCE_POLICY },
    "aws:msk/cluster:Cluster": {
        clusterName: "orders",
        kafkaVersion: "3.6.0",
        numberOfBrokerNodes: 3,
        brokerNodeGroupInfo: {
            clientSubnets: ["subnet-0c", "subnet-0a", "subnet-0b"],
            instanceType: "kafka.m7g.large",
            securityGroups: ["sg-0a"],
        },
        clientAuthentication: { sasl: { scram: true } },
    },
    "aws:msk/configuration:Configuration": { name: "orders", serverProperties: "auto.create.topics.enable=false\n" },
    "aws:msk/topic:Topic": { clusterArn: CLUSTER_ARN, name: "orders", partitionCount: 3, replicationFactor: 3 },
    "aws:msk/scramSecretAssociation:ScramSecretAssociation": {
        clusterArn: CLUSTER_ARN,
        secretArnLists: [SECRET_ARN],
    },
    "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation": {
        clusterArn: CLUSTER_ARN,
        secretArn: SECRET_ARN,
    },
    "aws:msk/clusterPolicy:ClusterPolicy": { clusterArn: CLUSTER_ARN, policy: RESOURCE_POLICY },
    "aws:sqs/queue:Queue": { visibilityTimeoutSeconds: 60 },
    "aws:sns/topic:Topic": { displayName: "orders" },
    "aws:s3/bucket:Bucket": { forceDestroy: true },
    "aws:lambda/permission:Permission": {
        action: "lambda:InvokeFunction",
        function: "transform",
        principal: "iot.amazonaws.com",
        sourceAccount: "602911837465",
    },
    "aws:lambda/function:Function": {
        name: "transform",
        role: ROLE_ARN,
        s3Bucket: "orders-code",
        s3Key: "transform.zip",
        handler: "index.handler",
        runtime: "nodejs20.x",
    },
    "aws:kinesis/stream:Stream": { name: "failed-messages", shardCount: 1 },
    "aws:route53/zone:Zone": { name: "example.net" },
    "aws:route53/record:Record": { zoneId: "Z1", name: "kdc", type: "A", ttl: 300, records: ["10.0.0.7", "10.0.0.8"] },
};
