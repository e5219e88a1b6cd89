import { mergeOptions, type Output, type ResourceTransform, rootStackResource } from "@pulumi/pulumi";
import { KafkaTopicRule, VpcDestination } from "pulumi-iot-kafka";
import type { Surroundings } from "./surroundings";

/** A component's child of this type is the resource that stood in the stack under this name. */
function adopt(type: string, name: string): ResourceTransform {
    return (child) =>
        child.type === type
            ? { props: child.props, opts: mergeOptions(child.opts, { aliases: [{ name, parent: rootStackResource }] }) }
            : undefined;
}

/** The same rule and destination as children of components. The rule changes in place; it keeps its name. */
export function after(exists: Surroundings): Output<string> {
    const destination = new VpcDestination(
        "plant",
        {
            vpcId: exists.vpcId,
            subnetIds: exists.subnetIds,
            securityGroupIds: [exists.securityGroupId],
            roleArn: exists.interfaceRole.arn,
        },
        {
            dependsOn: exists.interfacePolicy,
            transforms: [adopt("aws:iot/topicRuleDestination:TopicRuleDestination", "kafka")],
        },
    );
    const secret = { secretId: exists.secretName, roleArn: exists.secretRoleArn };
    const rule = new KafkaTopicRule(
        "telemetry",
        {
            ruleName: "telemetry_to_kafka",
            sql: "SELECT * FROM 'devices/+/telemetry'",
            topic: "telemetry",
            key: "${topic(2)}",
            destinationArn: destination.destinationArn,
            bootstrapServers: "kafka-1.plant.example:9093",
            authentication: {
                mode: "PLAIN",
                username: { ...secret, key: "username" },
                password: { ...secret, key: "password" },
            },
        },
        { dependsOn: exists.secretPolicy, transforms: [adopt("aws:iot/topicRule:TopicRule", "to-kafka")] },
    );
    return rule.ruleArn;
}
