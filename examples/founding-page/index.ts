import { KafkaTopicRule } from "pulumi-iot-kafka";

const roleArn = "arn:aws:iam::123456789012:role/kafka-get-secret-role-name";

const rule = new KafkaTopicRule("founding-page", {
    sql: "SELECT * FROM 'some/topic'",
    destinationArn: "arn:aws:iot:region:123456789012:ruledestination/vpc/VPCDestinationARN",
    topic: "TopicName",
    bootstrapServers: "kafka.com:9092",
    authentication: {
        mode: "GSSAPI",
        keytab: { secretId: "kafka_keytab", roleArn },
        serviceName: "kafka",
        kdc: "kerberosdns.com",
        realm: "KERBEROSREALM",
        principal: "kafka-keytab/kafka-keytab.com",
        trustStore: { file: { binary: { secretId: "kafka_client_truststore", roleArn } }, password: "kafka password" },
    },
    // The page's example has none.
    errorAction: "none",
});

export const { ruleName } = rule;
