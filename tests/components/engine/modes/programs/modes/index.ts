import { SecurityGroup, Subnet, Vpc } from "@pulumi/aws/ec2";
import { Config, type Output } from "@pulumi/pulumi";
import { IotKafkaPipeline, KafkaCredentials, KafkaTopicRule } from "pulumi-iot-kafka";

// One pipeline for each way of logging in and each kind of cluster. With the second step everything secret is another.
const config = new Config();
const isSecond = config.getNumber("step") === 2;
const textOf = (name: string) => Buffer.from(config.require(name), "base64").toString();
const secretOf = (name: string) =>
    config.requireSecret(name).apply((base64) => Buffer.from(base64, "base64").toString());
const caPem = textOf("authority");
const certificatePem = textOf(isSecond ? "renewed" : "certificate");
const privateKeyPem = secretOf("key");
const keytab = { base64: Buffer.from([0x05, 0x02, 0, 0, 0, isSecond ? 2 : 1]).toString("base64") };
const password = config.requireSecret(isSecond ? "password2" : "password");

const vpc = new Vpc("vpc", { cidrBlock: "10.7.0.0/16", enableDnsHostnames: true });
const subnetIds = [0, 1, 2].map(
    (index) =>
        new Subnet(`subnet-${index}`, {
            vpcId: vpc.id,
            cidrBlock: `10.7.${index}.0/24`,
            availabilityZone: `us-east-1${"abc"[index]}`,
        }).id,
);
const network = { vpcId: vpc.id, subnetIds };
const groupOf = (name: string, description: string) => new SecurityGroup(name, { description, vpcId: vpc.id }).id;
const message = (name: string) => ({
    sql: `SELECT * FROM 'plant/+/${name}'`,
    topic: name,
    key: "${topic(2)}",
});

// Kerberos, for brokers and a KDC of one's own.
const kerberos = new IotKafkaPipeline(
    "kerberos",
    {
        ...message("kerberos"),
        network,
        kafka: {
            bootstrapServers: "kafka-1.plant.example:9093,kafka-2.plant.example:9094",
            brokerSecurityGroupId: groupOf("brokers", "Kafka brokers"),
            kdcSecurityGroupId: groupOf("kdc", "Key distribution center"),
            kdcRecord: { addresses: ["10.7.0.10"] },
            credentials: {
                mode: "GSSAPI",
                keytab,
                serviceName: "kafka",
                kdc: "kdc.plant.example",
                realm: "PLANT.EXAMPLE",
                principal: "iot/rules.plant.example",
                trustStore: { caPem, password },
            },
        },
        tags: { team: "plant" },
    },
    {
        transforms: [
            ({ type, props, opts }) =>
                type === "aws:iot/topicRule:TopicRule"
                    ? { props: { ...props, description: "Changed by a transform" }, opts }
                    : undefined,
        ],
    },
);

// PLAIN, for a hosted cluster on the internet, by a new network's NAT gateway.
const plain = new IotKafkaPipeline("plain", {
    ...message("plain"),
    network: "new",
    kafka: {
        bootstrapServers: "pkc-4r087.us-east-1.aws.confluent.cloud:9092",
        credentials: { mode: "PLAIN", user: { username: "API-KEY", password } },
    },
});

// Mutual TLS, for a new cluster of Amazon MSK, and a second client of it.
const certificateAuthorityArns = [
    "arn:aws:acm-pca:us-east-1:602911837465:certificate-authority/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e",
];
const certified = new IotKafkaPipeline(
    "certified",
    {
        ...message("certified"),
        network,
        kafka: {
            cluster: { authentication: { certificateAuthorityArns } },
            credentials: { mode: "SSL", keyStore: { certificatePem, privateKeyPem, chainPem: caPem } },
        },
    },
    { customTimeouts: { create: "90m" } },
);
const msk = {
    clusterArn: certified.clusterArn as Output<string>,
    bootstrapServers: certified.bootstrapServers,
};
new IotKafkaPipeline("alongside", {
    ...message("alongside"),
    destination: { existingArn: certified.destinationArn },
    kafka: {
        ...msk,
        credentials: { mode: "SSL", keyStore: { certificatePem, privateKeyPem, password, format: "JKS" } },
    },
});

// SASL/SCRAM and mutual TLS for brokers of one's own, through a destination that exists.
const own = {
    destination: { existingArn: kerberos.destinationArn },
    bootstrapServers: "kafka-1.plant.example:9093",
};
new IotKafkaPipeline("scram", {
    ...message("scram"),
    destination: own.destination,
    kafka: {
        bootstrapServers: own.bootstrapServers,
        credentials: {
            mode: "SCRAM-SHA-512",
            user: { password },
            trustStore: { caPem, secretType: "SecretString" },
        },
    },
});
new IotKafkaPipeline("private", {
    ...message("private"),
    destination: own.destination,
    kafka: {
        bootstrapServers: own.bootstrapServers,
        credentials: { mode: "SSL", keyStore: { certificatePem, privateKeyPem }, trustStore: { caPem } },
    },
});

// A secret that exists, whose key is looked up.
const adopted = new KafkaCredentials("adopted", {
    mode: "PLAIN",
    user: { existingSecretId: plain.secretArn as Output<string> },
});
new KafkaTopicRule("adopted", {
    ...message("adopted"),
    destinationArn: plain.destinationArn,
    bootstrapServers: "pkc-4r087.us-east-1.aws.confluent.cloud:9092",
    authentication: adopted.authentication,
});
