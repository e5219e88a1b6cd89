import { digits, ec2Id } from "./identifiers";
import type { Answers, Made } from "./made";
import { arnOf } from "./place";

/** Amazon EC2 and Amazon VPC. */
export const NETWORK: Answers = {
    "aws:ec2/vpc:Vpc": (made) => {
        const answer = withArn(made, "vpc", "vpc");
        const ids = {
            defaultSecurityGroupId: ec2Id("sg", `${made.name} default`),
            mainRouteTableId: ec2Id("rtb", `${made.name} main`),
            defaultRouteTableId: ec2Id("rtb", `${made.name} main`),
            defaultNetworkAclId: ec2Id("acl", `${made.name} default`),
        };
        return { ...answer, outputs: { enableDnsSupport: true, ...made.inputs, ...answer.outputs, ...ids } };
    },
    "aws:ec2/subnet:Subnet": (made) => withArn(made, "subnet", "subnet"),
    "aws:ec2/securityGroup:SecurityGroup": (made) => withArn(made, "sg", "security-group"),
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": (made) => withArn(made, "sg", "security-group"),
    "aws:ec2/routeTable:RouteTable": (made) => withArn(made, "rtb", "route-table"),
    "aws:ec2/routeTableAssociation:RouteTableAssociation": ({ name }) => ({ id: ec2Id("rtbassoc", name) }),
    "aws:ec2/route:Route": ({ name, inputs }) => ({ id: `r-${inputs.routeTableId}${digits(name, 10)}` }),
    "aws:ec2/internetGateway:InternetGateway": (made) => withArn(made, "igw", "internet-gateway"),
    "aws:ec2/natGateway:NatGateway": (made) => withArn(made, "nat", "natgateway"),
    "aws:ec2/eip:Eip": (made) => {
        const answer = withArn(made, "eipalloc", "elastic-ip");
        const publicIp = `203.0.113.${Number.parseInt(digits(made.name, 2), 16)}`;
        return { ...answer, outputs: { ...answer.outputs, allocationId: answer.id, publicIp } };
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": securityGroupRule,
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": securityGroupRule,
};

function withArn({ name, place }: Made, prefix: string, kind: string) {
    const id = ec2Id(prefix, name);
    return { id, outputs: { arn: arnOf(place, "ec2", `${kind}/${id}`), ownerId: place.account } };
}

function securityGroupRule(made: Made) {
    const { id, outputs } = withArn(made, "sgr", "security-group-rule");
    return { id, outputs: { ...outputs, securityGroupRuleId: id } };
}
