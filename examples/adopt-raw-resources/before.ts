import { TopicRule, TopicRuleDestination } from "@pulumi/aws/iot";
import { interpolate, type Output } from "@pulumi/pulumi";
import type { Surroundings } from "./surroundings";

/** The rule and its destination as somebody wrote them by hand. */
export function before(exists: Surroundings): Output<string> {
    const destination = new TopicRuleDestination(
        "kafka",
        {
            vpcConfiguration: {
                vpcId: exists.vpcId,
                subnetIds: exists.subnetIds,
                securityGroups: [exists.securityGroupId],
                roleArn: exists.interfaceRole.arn,
            },
        },
        { dependsOn: exists.interfacePolicy },
    );
    const secret = (key: string) =>
        interpolate`\${get_secret('${exists.secretName}', 'SecretString', '${key}', '${exists.secretRoleArn}')}`;
    const rule = new TopicRule(
        "to-kafka",
        {
            name: "telemetry_to_kafka",
            enabled: true,
            sql: "SELECT * FROM 'devices/+/telemetry'",
            sqlVersion: "2016-03-23",
            kafkas: [
                {
                    destinationArn: destination.arn,
                    topic: "telemetry",
                    key: "${topic(2)}",
                    clientProperties: {
                        "bootstrap.servers": "kafka-1.plant.example:9093",
                        "security.protocol": "SASL_SSL",
                        "sasl.mechanism": "PLAIN",
                        "sasl.plain.username": secret("username"),
                        "sasl.plain.password": secret("password"),
                    },
                },
            ],
        },
        { dependsOn: exists.secretPolicy },
    );
    return rule.arn;
}
