import type { StackFacts } from "../facts/stack";
import { given } from "./given";

/**
 * Correct configurations, one for each way to reach Kafka. Examples change one thing of them, so that a violation
 * is the only one.
 */

const ROLE = "arn:aws:iam::209876543210:role/iot-kafka-secrets";

/** A `get_secret` template with this secret. */
export function getSecret(secretId: string, secretType: "SecretString" | "SecretBinary", key?: string): string {
    const member = key === undefined ? "" : `, '${key}'`;
    return `\${get_secret('${secretId}', '${secretType}'${member}, '${ROLE}')}`;
}

/** Client properties of one authentication mode. */
export type Properties = Record<string, unknown>;

/** SASL/SCRAM with an Amazon MSK cluster. */
export const SCRAM: Properties = {
    "bootstrap.servers":
        "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096,b-2.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096",
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "SCRAM-SHA-512",
    "sasl.scram.username": getSecret("AmazonMSK_plant", "SecretString", "username"),
    "sasl.scram.password": getSecret("AmazonMSK_plant", "SecretString", "password"),
};

/** Mutual TLS with an Amazon MSK cluster. */
export const MUTUAL_TLS: Properties = {
    "bootstrap.servers":
        "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9094, b-2.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9094",
    "security.protocol": "SSL",
    "ssl.keystore": getSecret("kafka_keystore", "SecretBinary"),
    "ssl.keystore.password": getSecret("kafka_keystore_password", "SecretString"),
    "ssl.key.password": getSecret("kafka_keystore_password", "SecretString"),
};

/** SASL/PLAIN with a hosted cluster, as Confluent Cloud offers it. */
export const PLAIN: Properties = {
    "bootstrap.servers": "pkc-56d1g.us-east-1.example.com:9092",
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "PLAIN",
    "sasl.plain.username": getSecret("kafka_api_key", "SecretString", "key"),
    "sasl.plain.password": getSecret("kafka_api_key", "SecretString", "secret"),
};

/** Kerberos with a cluster of one's own. */
export const KERBEROS: Properties = {
    "bootstrap.servers": "kafka-1.plant.example:9092, kafka-2.plant.example:9092",
    "security.protocol": "SASL_SSL",
    "ssl.truststore": getSecret("kafka_truststore", "SecretBinary"),
    "ssl.truststore.password": getSecret("kafka_truststore_password", "SecretString"),
    "sasl.mechanism": "GSSAPI",
    "sasl.kerberos.keytab": getSecret("kafka_keytab", "SecretBinary"),
    "sasl.kerberos.service.name": "kafka",
    "sasl.kerberos.krb5.kdc": "kdc.plant.example",
    "sasl.kerberos.krb5.realm": "PLANT.EXAMPLE",
    "sasl.kerberos.principal": "iot/rules.plant.example",
};

export const DESTINATION_ARN =
    "arn:aws:iot:us-east-1:209876543210:ruledestination/vpc/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e";

/** A correct Kafka action with these client properties. */
export function action(clientProperties: Properties = SCRAM, changes: Record<string, unknown> = {}): Properties {
    return given({
        destinationArn: DESTINATION_ARN,
        topic: "telemetry",
        key: "${topic(2)}",
        clientProperties: given(clientProperties),
        ...changes,
    });
}

/** A stack of one rule with these actions. */
export function rule(
    kafkas: unknown,
    changes: Record<string, unknown> = {},
    region: StackFacts["region"] = "us-east-1",
): StackFacts {
    return {
        region,
        account: "209876543210",
        resources: [
            {
                kind: "topicRule",
                id: "telemetry",
                name: "telemetry",
                values: given({
                    name: "plant_telemetry",
                    enabled: true,
                    sql: "SELECT * FROM 'devices/+/telemetry'",
                    sqlVersion: "2016-03-23",
                    kafkas,
                    errorAction: {
                        cloudwatchLogs: { logGroupName: "errors", roleArn: "arn:aws:iam::209876543210:role/errors" },
                    },
                    ...changes,
                }),
            },
        ],
    };
}

/** A rule whose one Kafka action has these changes; `undefined` removes a member. */
export function withAction(changes: Record<string, unknown>, mode: Properties = SCRAM): StackFacts {
    return rule([action(mode, changes)]);
}

/** A rule whose one Kafka action has these changes in its client properties; `undefined` removes one. */
export function withProperties(
    changes: Properties,
    mode: Properties = SCRAM,
    region: StackFacts["region"] = "us-east-1",
): StackFacts {
    return rule([action({ ...mode, ...changes })], {}, region);
}

/** A correct rule with these changes beside its action. */
export function withRule(changes: Record<string, unknown>): StackFacts {
    return rule([action()], changes);
}

/** A correct destination with these changes in its VPC configuration. */
export function withDestination(changes: Record<string, unknown>): StackFacts {
    return {
        region: "us-east-1",
        account: "209876543210",
        resources: [
            {
                kind: "destination",
                id: "plant",
                name: "plant",
                values: {
                    enabled: true,
                    vpcConfiguration: given({
                        vpcId: "vpc-0a1b2c3d4e5f60718",
                        subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"],
                        securityGroups: ["sg-0a1b2c3d4e5f60718"],
                        roleArn: "arn:aws:iam::209876543210:role/iot-kafka-interfaces",
                        ...changes,
                    }),
                },
            },
        ],
    };
}
