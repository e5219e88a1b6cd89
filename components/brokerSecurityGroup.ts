import { SecurityGroup } from "@pulumi/aws/ec2";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import type { Optional } from "./oneOf";

export interface BrokerSecurityGroupArgs {
    readonly vpcId: Input<string>;
    readonly region?: Optional<string>;
    readonly tags?: Optional<Record<string, Input<string>>>;
}

/**
 * The brokers' security group. It lets nobody in: who uses the brokers adds a rule of his own, as a `VpcDestination` does.
 * Nothing goes out of it either: brokers answer, and speak to each other in Amazon MSK's own network.
 */
export function createBrokerSecurityGroup(
    component: ComponentResource,
    name: string,
    { vpcId, region, tags }: BrokerSecurityGroupArgs,
): SecurityGroup {
    return new SecurityGroup(
        `${name}-sg`,
        { description: `Kafka brokers of the cluster ${name}`, vpcId, region, tags },
        { parent: component },
    );
}
