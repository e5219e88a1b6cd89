import { vpcEndpoint } from "./endpoint";
import { eip, internetGateway, natGateway } from "./gateways";
import { networkAcl, route, routeTable, routeTableAssociation } from "./routing";
import { defaultSecurityGroup, securityGroup } from "./securityGroup";
import { securityGroupEgressRule, securityGroupIngressRule, securityGroupRule } from "./securityGroupRules";
import { subnet } from "./subnet";
import { vpc } from "./vpc";

export const ec2 = [
    vpc,
    subnet,
    securityGroup,
    defaultSecurityGroup,
    securityGroupIngressRule,
    securityGroupEgressRule,
    securityGroupRule,
    routeTable,
    route,
    routeTableAssociation,
    networkAcl,
    internetGateway,
    natGateway,
    eip,
    vpcEndpoint,
];
