import { Eip, InternetGateway, NatGateway, Route, RouteTable, RouteTableAssociation, Subnet } from "@pulumi/aws/ec2";
import type { ComponentResource, Input, Resource } from "@pulumi/pulumi";
import type { Optional } from "./oneOf";

export interface WayOutArgs {
    readonly vpcId: Input<string>;
    /** Of the private subnets that are to reach the internet. */
    readonly routeTableId: Input<string>;
    /** Where the public subnet is. */
    readonly availabilityZone: Input<string>;
    readonly cidrBlock: Input<string>;
    readonly region: Optional<string> | undefined;
    readonly tags: Optional<Record<string, Input<string>>> | undefined;
}

const EVERYWHERE = "0.0.0.0/0";

/**
 * A NAT gateway in a public subnet, by which the interfaces of AWS IoT reach brokers on the internet: they have no public
 * addresses themselves (https://docs.aws.amazon.com/iot/latest/developerguide/vpc-rule-action.html). There is one, in one
 * zone; who needs more gives a network.
 */
export function createWayOut(
    component: ComponentResource,
    name: string,
    { vpcId, routeTableId, availabilityZone, cidrBlock, region, tags }: WayOutArgs,
): Resource[] {
    const options = { parent: component };
    const common = { region, tags };
    const gateway = new InternetGateway(`${name}-gateway`, { vpcId, ...common }, options);
    const subnet = new Subnet(
        `${name}-public-subnet`,
        { vpcId, availabilityZone, cidrBlock, mapPublicIpOnLaunch: false, ...common },
        options,
    );
    const publicRoutes = new RouteTable(`${name}-public-routes`, { vpcId, ...common }, options);
    const out = new Route(
        `${name}-public-route`,
        { routeTableId: publicRoutes.id, destinationCidrBlock: EVERYWHERE, gatewayId: gateway.id, region },
        options,
    );
    const association = new RouteTableAssociation(
        `${name}-public-routes-1`,
        { subnetId: subnet.id, routeTableId: publicRoutes.id, region },
        options,
    );
    // An address that goes before the gateway that it is reached through cannot be given back.
    const address = new Eip(`${name}-nat-address`, { domain: "vpc", ...common }, { ...options, dependsOn: [gateway] });
    const nat = new NatGateway(
        `${name}-nat`,
        { allocationId: address.id, subnetId: subnet.id, ...common },
        { ...options, dependsOn: [out, association] },
    );
    const route = new Route(
        `${name}-nat-route`,
        { routeTableId, destinationCidrBlock: EVERYWHERE, natGatewayId: nat.id, region },
        options,
    );
    return [gateway, subnet, publicRoutes, out, association, address, nat, route];
}
