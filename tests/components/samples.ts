import type { KafkaAuthentication, KafkaTopicRuleArgs, VpcDestinationArgs } from "../../components";

export const ROLE = "arn:aws:iam::209876543210:role/iot-kafka-secrets";
export const DESTINATION =
    "arn:aws:iot:us-east-1:209876543210:ruledestination/vpc/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e";

const secretOf = (secretId: string) => ({ secretId, roleArn: ROLE });

export const SCRAM = {
    mode: "SCRAM-SHA-512",
    username: { ...secretOf("AmazonMSK_plant"), key: "username" },
    password: { ...secretOf("AmazonMSK_plant"), key: "password" },
} satisfies KafkaAuthentication;

export const PLAIN = {
    mode: "PLAIN",
    username: "telemetry",
    password: secretOf("kafka_password"),
} satisfies KafkaAuthentication;

export const KERBEROS = {
    mode: "GSSAPI",
    keytab: secretOf("kafka_keytab"),
    serviceName: "kafka",
    kdc: "kdc.plant.example",
    realm: "PLANT.EXAMPLE",
    principal: "iot/rules.plant.example",
    trustStore: { file: { binary: secretOf("kafka_truststore") }, password: "kafka password" },
} satisfies KafkaAuthentication;

export const MUTUAL_TLS = {
    mode: "SSL",
    keyStore: secretOf("kafka_keystore"),
    keyStorePassword: "store password",
    keyPassword: secretOf("kafka_key_password"),
} satisfies KafkaAuthentication;

/** A rule to Amazon MSK that breaks nothing. */
export const RULE: KafkaTopicRuleArgs = {
    sql: "SELECT * FROM 'devices/+/telemetry'",
    topic: "telemetry",
    key: "${topic(2)}",
    destinationArn: DESTINATION,
    bootstrapServers: "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096",
    authentication: SCRAM,
};

/** The same to a cluster of one's own, which offers every mode. */
export const OWN: KafkaTopicRuleArgs = { ...RULE, bootstrapServers: "kafka-1.plant.example:9093" };

export const VPC_NETWORK = {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"],
};
export const VPC: VpcDestinationArgs = VPC_NETWORK;

/** A cluster of Amazon MSK that exists. */
export const CLUSTER = "arn:aws:kafka:us-east-1:209876543210:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2";
