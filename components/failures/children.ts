import { iotGuide, page, type Source } from "../../constraints/core/source";

/** How a child is called in a sentence, and where AWS writes about it. */
export interface ChildKind {
    readonly noun: string;
    readonly source: Source;
}

const docs = (name: string, path: string): Source => page(name, `https://docs.aws.amazon.com/${path}`);
const IAM = docs("Troubleshooting IAM", "IAM/latest/UserGuide/troubleshoot.html");
const MSK = docs("Troubleshoot your Amazon MSK cluster", "msk/latest/developerguide/troubleshooting.html");
const SECRETS = docs("Troubleshooting AWS Secrets Manager", "secretsmanager/latest/userguide/troubleshoot.html");
const LOGS = docs(
    "Log groups and log streams",
    "AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
);
const KMS = docs("AWS KMS keys", "kms/latest/developerguide/create-keys.html");
const VPC = docs("Amazon VPC User Guide", "vpc/latest/userguide/what-is-amazon-vpc.html");
const GROUPS = docs("Security group rules", "vpc/latest/userguide/security-group-rules.html");

const ZONES = docs("Private hosted zones", "Route53/latest/DeveloperGuide/hosted-zones-private.html");

/** By type token, without what the module path adds. */
const KINDS: Readonly<Record<string, ChildKind>> = {
    "aws:iot/topicRule:TopicRule": { noun: "the topic rule", source: iotGuide("rule_troubleshoot") },
    "aws:iot/topicRuleDestination:TopicRuleDestination": {
        noun: "the VPC destination",
        source: iotGuide("vpc-rule-action"),
    },
    "aws:iam/role:Role": { noun: "the role", source: IAM },
    "aws:iam/rolePolicy:RolePolicy": { noun: "the role's policy", source: IAM },
    "aws:msk/cluster:Cluster": { noun: "the cluster", source: MSK },
    "aws:msk/configuration:Configuration": { noun: "the cluster's configuration", source: MSK },
    "aws:msk/topic:Topic": { noun: "the topic", source: MSK },
    "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation": {
        noun: "the association of secret and cluster",
        source: MSK,
    },
    "aws:secretsmanager/secret:Secret": { noun: "the secret", source: SECRETS },
    "aws:secretsmanager/secretVersion:SecretVersion": { noun: "the secret's value", source: SECRETS },
    "aws:secretsmanager/secretPolicy:SecretPolicy": { noun: "the secret's policy", source: SECRETS },
    "aws:kms/key:Key": { noun: "the key", source: KMS },
    "aws:kms/alias:Alias": { noun: "the key's alias", source: KMS },
    "aws:cloudwatch/logGroup:LogGroup": { noun: "the log group", source: LOGS },
    "aws:ec2/securityGroup:SecurityGroup": { noun: "the security group", source: GROUPS },
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": { noun: "the VPC's default security group", source: GROUPS },
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": { noun: "the rule of a security group", source: GROUPS },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
        noun: "the rule of a security group",
        source: GROUPS,
    },
    "aws:ec2/vpc:Vpc": { noun: "the VPC", source: VPC },
    "aws:ec2/subnet:Subnet": { noun: "the subnet", source: VPC },
    "aws:ec2/routeTable:RouteTable": { noun: "the route table", source: VPC },
    "aws:ec2/routeTableAssociation:RouteTableAssociation": { noun: "the subnet's route table", source: VPC },
    "aws:ec2/internetGateway:InternetGateway": { noun: "the internet gateway", source: VPC },
    "aws:ec2/natGateway:NatGateway": { noun: "the NAT gateway", source: VPC },
    "aws:ec2/eip:Eip": { noun: "the address of the NAT gateway", source: VPC },
    "aws:ec2/route:Route": { noun: "the route", source: VPC },
    "aws:route53/zone:Zone": { noun: "the private zone", source: ZONES },
    "aws:route53/record:Record": { noun: "the record of the key distribution center", source: ZONES },
    "aws:sns/topic:Topic": {
        noun: "the topic of Amazon SNS",
        source: docs("Amazon SNS topics", "sns/latest/dg/sns-create-topic.html"),
    },
    "aws:lambda/permission:Permission": {
        noun: "the function's permission",
        source: docs("Resource-based policies of Lambda", "lambda/latest/dg/access-control-resource-based.html"),
    },
    "random:index/randomPassword:RandomPassword": {
        noun: "the password",
        source: page(
            "random.RandomPassword",
            "https://www.pulumi.com/registry/packages/random/api-docs/randompassword/",
        ),
    },
    "random:index/randomBytes:RandomBytes": {
        noun: "the seed of the key store",
        source: page("random.RandomBytes", "https://www.pulumi.com/registry/packages/random/api-docs/randombytes/"),
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        noun: "the alarm",
        source: docs("Using Amazon CloudWatch alarms", "AmazonCloudWatch/latest/monitoring/CloudWatch_Alarms.html"),
    },
    "aws:cloudwatch/dashboard:Dashboard": {
        noun: "the dashboard",
        source: docs(
            "Using Amazon CloudWatch dashboards",
            "AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html",
        ),
    },
};

/** The kind of a child; one that is not listed is called by its type. */
export function childKind(type: string): ChildKind {
    const known = KINDS[type];
    if (known !== undefined) return known;
    const [, service = "", kind = type] = /^\w+:(\w+)\/[^:]*:(\w+)$/.exec(type) ?? [];
    return {
        noun: `the ${kind}`,
        source: page(
            `aws.${service}.${kind}`,
            `https://www.pulumi.com/registry/packages/aws/api-docs/${service}/${kind.toLowerCase()}/`,
        ),
    };
}
