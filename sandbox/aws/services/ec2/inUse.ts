import { type Properties, parts, text, texts } from "../../../provider/value";
import type { Account } from "../../account";
import { Refusal } from "../../refusal";
import type { Scope } from "../../scope";
import { interfacesHeld } from "../iot/topicRuleDestination";
import { brokerInterfaces } from "../msk/cluster";

/** EC2's "no" to deleting something that other things still need. */
export function dependencyViolation(reason: string): Refusal {
    return new Refusal("DependencyViolation", reason);
}

/** Whether a network interface of a service lies in the subnet. */
export function subnetHasInterfaces(account: Account, scope: Scope, subnetId: string): boolean {
    return (
        interfacesHeld(account, scope).some((vpc) => texts(vpc, "subnetIds").includes(subnetId)) ||
        brokerInterfaces(account, scope).some((info) => texts(info, "clientSubnets").includes(subnetId)) ||
        endpoints(account, scope).some((endpoint) => texts(endpoint, "subnetIds").includes(subnetId)) ||
        account.all("aws:ec2/natGateway:NatGateway", scope.region).some(({ facts }) => facts.subnetId === subnetId)
    );
}

/** Whether a network interface carries the group, or a rule of another group names it. */
export function groupInUse(account: Account, scope: Scope, groupId: string): boolean {
    return (
        interfacesHeld(account, scope).some((vpc) => texts(vpc, "securityGroups").includes(groupId)) ||
        brokerInterfaces(account, scope).some((info) => texts(info, "securityGroups").includes(groupId)) ||
        endpoints(account, scope).some((endpoint) => texts(endpoint, "securityGroupIds").includes(groupId)) ||
        namedByRule(account, scope, groupId)
    );
}

function endpoints(account: Account, scope: Scope): readonly Properties[] {
    return account.all("aws:ec2/vpcEndpoint:VpcEndpoint", scope.region).map(({ facts }) => facts);
}

function namedByRule(account: Account, scope: Scope, groupId: string): boolean {
    const separate = [
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        "aws:ec2/securityGroupRule:SecurityGroupRule",
    ].flatMap((type) => account.all(type, scope.region));
    const inline = account
        .all("aws:ec2/securityGroup:SecurityGroup", scope.region)
        .filter(({ id }) => id !== groupId)
        .flatMap(({ facts }) => [...parts(facts, "ingress"), ...parts(facts, "egress")]);
    return (
        separate.some(
            ({ facts }) =>
                text(facts, "securityGroupId") !== groupId &&
                [facts.referencedSecurityGroupId, facts.sourceSecurityGroupId].includes(groupId),
        ) || inline.some((rule) => texts(rule, "securityGroups").includes(groupId))
    );
}
