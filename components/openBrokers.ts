import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type { ComponentResource, Input, Resource } from "@pulumi/pulumi";
import { mskPortOf } from "../constraints/components/pipelineArguments";
import type { IotKafkaPipelineArgs } from "./iotKafkaPipelineArgs";

/**
 * Opens the group of new brokers to groups of interfaces that are given. Where the interfaces' group is made, that is
 * done with it; brokers that exist are somebody else's.
 */
export function openBrokersTo(
    component: ComponentResource,
    name: string,
    { network, kafka, region, tags }: IotKafkaPipelineArgs,
    brokerSecurityGroupId: Input<string> | undefined,
): Resource[] {
    if (brokerSecurityGroupId === undefined || typeof network !== "object") return [];
    const port = mskPortOf(kafka);
    return (network.securityGroupIds ?? []).map(
        (referencedSecurityGroupId, index) =>
            new SecurityGroupIngressRule(
                `${name}-into-kafka-${index}`,
                {
                    securityGroupId: brokerSecurityGroupId,
                    referencedSecurityGroupId,
                    description: "Kafka brokers, from AWS IoT",
                    ipProtocol: "tcp",
                    fromPort: port,
                    toPort: port,
                    region,
                    tags,
                },
                { parent: component },
            ),
    );
}
