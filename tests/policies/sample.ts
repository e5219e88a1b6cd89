import { DESTINATION_ARN, getSecret } from "../../constraints/examples/configurations";

/** A correct rule as its program writes it. */
export const RULE_PROPS = {
    name: "plant_telemetry",
    enabled: true,
    sql: "SELECT * FROM 'devices/+/telemetry'",
    sqlVersion: "2016-03-23",
    description: "Telemetry to Kafka",
    kafkas: [
        {
            destinationArn: DESTINATION_ARN,
            topic: "telemetry",
            key: "${topic(2)}",
            partition: "0",
            headers: [{ key: "source", value: "${clientid()}" }],
            clientProperties: {
                "bootstrap.servers":
                    "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096,b-2.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096",
                "security.protocol": "SASL_SSL",
                "sasl.mechanism": "SCRAM-SHA-512",
                "sasl.scram.username": getSecret("AmazonMSK_plant", "SecretString", "username"),
                "sasl.scram.password": getSecret("AmazonMSK_plant", "SecretString", "password"),
                acks: "1",
                "compression.type": "lz4",
            },
        },
    ],
    errorAction: {
        cloudwatchLogs: { logGroupName: "errors", roleArn: "arn:aws:iam::209876543210:role/errors" },
    },
};

/** A correct destination as its program writes it. */
export const DESTINATION_PROPS = {
    enabled: true,
    vpcConfiguration: {
        vpcId: "vpc-0a1b2c3d4e5f60718",
        subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"],
        securityGroups: ["sg-0a1b2c3d4e5f60718"],
        roleArn: "arn:aws:iam::209876543210:role/iot-kafka-interfaces",
    },
};
