import { getCallerIdentityOutput, getRegionOutput } from "@pulumi/aws";
import { SecurityGroup, Subnet, Vpc } from "@pulumi/aws/ec2";
import { Role, RolePolicy } from "@pulumi/aws/iam";
import { Secret } from "@pulumi/aws/secretsmanager";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import { type Input, interpolate, jsonStringify, type Output } from "@pulumi/pulumi";

/** What both programs use as it is. */
export interface Surroundings {
    readonly vpcId: Output<string>;
    readonly subnetIds: Output<string>[];
    readonly securityGroupId: Output<string>;
    readonly interfaceRole: Role;
    readonly interfacePolicy: RolePolicy;
    readonly secretName: string;
    readonly secretRoleArn: Output<string>;
    readonly secretPolicy: RolePolicy;
}

const account = getCallerIdentityOutput().accountId;
const region = getRegionOutput().region;

/** A network, roles and a secret that stay what they are: they are handed to the components. */
export function surroundings(): Surroundings {
    const vpc = new Vpc("vpc", { cidrBlock: "10.7.0.0/16", enableDnsHostnames: true });
    const subnets = [0, 1].map(
        (index) =>
            new Subnet(`subnet-${index}`, {
                vpcId: vpc.id,
                cidrBlock: `10.7.${index}.0/24`,
                availabilityZone: `us-east-1${"ab"[index]}`,
            }),
    );
    const group = new SecurityGroup("interfaces", { description: "Interfaces of AWS IoT", vpcId: vpc.id });
    const port = { ipProtocol: "tcp", fromPort: 9093, toPort: 9093, securityGroupId: group.id };
    new SecurityGroupEgressRule("to-kafka", { ...port, description: "Kafka brokers", cidrIpv4: vpc.cidrBlock });
    new SecurityGroupIngressRule("within", {
        ...port,
        description: "Kafka brokers, within the group",
        referencedSecurityGroupId: group.id,
    });
    const secretName = "kafka_user";
    new Secret("kafka-user", { name: secretName, description: "username and password" });
    const [interfaceRole, interfacePolicy] = role("iot-interfaces", {
        Effect: "Allow",
        Action: [
            ...["ec2:CreateNetworkInterface", "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"],
            ...["ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets"],
            ...["ec2:DescribeVpcAttribute", "ec2:DescribeVpcs"],
        ],
        Resource: "*",
    });
    const [, secretPolicy] = role("iot-secrets", {
        Effect: "Allow",
        Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
        Resource: interpolate`arn:aws:secretsmanager:${region}:${account}:secret:${secretName}-??????`,
    });
    return {
        vpcId: vpc.id,
        subnetIds: subnets.map(({ id }) => id),
        securityGroupId: group.id,
        interfaceRole,
        interfacePolicy,
        secretName,
        secretRoleArn: interpolate`arn:aws:iam::${account}:role/iot-secrets`,
        secretPolicy,
    };
}

function role(name: string, statement: Record<string, Input<string> | string[]>): [Role, RolePolicy] {
    const made = new Role(name, {
        name,
        assumeRolePolicy: jsonStringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "iot.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: {
                        StringEquals: { "aws:SourceAccount": account },
                        ArnLike: { "aws:SourceArn": interpolate`arn:aws:iot:${region}:${account}:*` },
                    },
                },
            ],
        }),
    });
    const policy = jsonStringify({ Version: "2012-10-17", Statement: [statement] });
    return [made, new RolePolicy(name, { role: made.name, policy })];
}
