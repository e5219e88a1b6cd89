import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type { ComponentResource, Input, Resource } from "@pulumi/pulumi";
import { MSK_SCRAM_PORT } from "../constraints/components/pipelineArguments";
import type { IotKafkaPipelineArgs } from "./iotKafkaPipelineArgs";

/**
 * Opens the group of new brokers to groups of interfaces that are given. Where the interfaces' group is made, that is
 * done with it; brokers that exist are somebody else's.
 */
export function openBrokersTo(
    component: ComponentResource,
    name: string,
    { network, region, tags }: IotKafkaPipelineArgs,
    brokerSecurityGroupId: Input<string> | undefined,
): Resource[] {
    if (brokerSecurityGroupId === undefined || typeof network !== "object") return [];
    return (network.securityGroupIds ?? []).map(
        (referencedSecurityGroupId, index) =>
            new SecurityGroupIngressRule(
                `${name}-into-kafka-${index}`,
                {
                    securityGroupId: brokerSecurityGroupId,
                    referencedSecurityGroupId,
                    description: "Kafka brokers, from AWS IoT",
                    ipProtocol: "tcp",
                    fromPort: MSK_SCRAM_PORT,
                    toPort: MSK_SCRAM_PORT,
                    region,
                    tags,
                },
                { parent: component },
            ),
    );
}
