import assert from "node:assert/strict";
import { CATALOGUE, Judge, renderFinding, type StackFacts } from "../../constraints";
import { besidesCluster, cluster, topic } from "../../constraints/examples/clusters";
import {
    action,
    getSecret,
    KERBEROS,
    MUTUAL_TLS,
    PLAIN,
    type Properties,
    rule,
    SCRAM,
    withAction,
    withProperties,
} from "../../constraints/examples/configurations";
import { destination } from "../../constraints/examples/destinations";
import { founding } from "../../constraints/examples/foundingPage";

const judge = new Judge(CATALOGUE);
const AUTHORITIES = { certificateAuthorityArns: ["arn:aws:acm-pca:us-east-1:209876543210:certificate-authority/1f2e"] };
const SERIALIZERS = "org.apache.kafka.common.serialization.";

/** A file of so many base64 characters. */
function base64(length: number): string {
    return Buffer.alloc((length / 4) * 3, 7).toString("base64");
}

const CORRECT: Readonly<Record<string, StackFacts>> = {
    "the founding page's example": founding(),
    "the founding page's example in Frankfurt": founding({ region: "eu-central-1" }),
    "Amazon MSK with SASL/SCRAM": withProperties({}),
    "Amazon MSK with SASL/SCRAM in Beijing": rule(
        [
            action(
                {
                    ...SCRAM,
                    "bootstrap.servers": "b-1.plant.abc123.c2.kafka.cn-north-1.amazonaws.com.cn:9096",
                    "sasl.scram.username": "plant",
                    "sasl.scram.password":
                        "${get_secret('AmazonMSK_plant', 'SecretString', 'password', 'arn:aws-cn:iam::209876543210:role/secrets')}",
                },
                { destinationArn: "arn:aws-cn:iot:cn-north-1:209876543210:ruledestination/vpc/7b1f3c52-6c3e-4a2b" },
            ),
        ],
        {},
        "cn-north-1",
    ),
    "Amazon MSK with mutual TLS": withProperties({}, MUTUAL_TLS),
    "Amazon MSK with mutual TLS by default, and a key store password written out": withProperties(
        { "security.protocol": undefined, "ssl.keystore.password": "changeit", "ssl.key.password": undefined },
        MUTUAL_TLS,
    ),
    "a hosted cluster with PLAIN": withProperties({}, PLAIN),
    "a hosted cluster with PLAIN, whose user name is written out": withProperties(
        { "sasl.plain.username": "ABCDEFGHIJKLMNOP", acks: "1", "compression.type": "zstd" },
        PLAIN,
    ),
    "brokers of one's own with Kerberos": withProperties({}, KERBEROS),
    "brokers of one's own with Kerberos and a trust store of 65 KB": withProperties(
        { "ssl.truststore": base64(65_000), "ssl.truststore.password": "changeit" },
        KERBEROS,
    ),
    "a trust store of 66,560 characters": withProperties({ "ssl.truststore": base64(66_560) }, KERBEROS),
    "brokers of one's own with SASL/SCRAM and a plain text secret": withProperties({
        "bootstrap.servers": " kafka-1.plant.example:9093 ,kafka-2.plant.example:9093, 10.0.3.4:9093 ",
        "sasl.scram.username": "plant",
        "sasl.scram.password": getSecret("plant/kafka/password", "SecretString"),
        "ssl.truststore": getSecret("plant/kafka/truststore", "SecretString", "base64"),
    }),
    "serializers with their packages": withProperties({
        "key.serializer": `${SERIALIZERS}StringSerializer`,
        "value.serializer": `${SERIALIZERS}ByteBufferSerializer`,
    }),
    "short serializers, and every compression": withProperties({
        "key.serializer": "StringSerializer",
        "value.serializer": "ByteBufferSerializer",
        "compression.type": "snappy",
    }),
    "templates in topic, key, partition and headers": withAction({
        topic: "plant-${topic(2)}.${type}",
        key: "${clientid()}",
        partition: "${abs(parse_time('yyyy', timestamp())) % 3}",
        headers: [
            { key: "device", value: "${topic(2)}" },
            { key: "origin", value: "iot ${principal()}" },
            { key: "empty", value: "" },
        ],
    }),
    "the MQTT topic with dots for slashes": withAction({ topic: "${replace(topic(), '/', '.')}" }),
    "several actions and a Kafka error action": rule(
        [action(), action(undefined, { topic: "telemetry-copy", partition: "0" })],
        { errorAction: { kafka: action(undefined, { topic: "telemetry-errors" }) } },
    ),
    "one template over several lines": withProperties({
        "sasl.scram.password": String(SCRAM["sasl.scram.password"]).replaceAll(", ", ",\n    "),
    }),
    "templates in double quotes": withProperties({
        "sasl.scram.password": String(SCRAM["sasl.scram.password"]).replaceAll("'", '"'),
    }),
    "a secret by its ARN": withProperties({
        "sasl.scram.username": byArn("username"),
        "sasl.scram.password": byArn("password"),
    }),
    "a stack with cluster, topic, association and destination, before it is made": besidesCluster([
        cluster(),
        topic("telemetry"),
        destination("plant"),
    ]),
    "a stack with mutual TLS": besidesCluster([cluster({ clientAuthentication: { tls: AUTHORITIES } })], {
        mode: MUTUAL_TLS,
    }),
};

function byArn(key: string): string {
    return getSecret(
        "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant-AbCdEf",
        "SecretString",
        key,
    );
}

describe("a correct configuration", () => {
    for (const [title, stack] of Object.entries(CORRECT)) {
        it(`has no mandatory finding: ${title}`, () => {
            const { findings } = judge.judge(stack);
            assert.deepEqual(findings.filter(({ level }) => level === "mandatory").map(renderFinding), []);
        });
    }

    it("is judged by every constraint on the Kafka action, the error action too", () => {
        const properties: Properties = { ...SCRAM, acks: "2" };
        const { findings } = judge.judge(rule([action(properties)], { errorAction: { kafka: action(properties) } }));
        assert.deepEqual(
            findings.filter(({ constraint }) => constraint === "acks-value").map(({ path }) => path[0]),
            ["kafkas", "errorAction"],
        );
    });

    it("takes every acknowledgement level that AWS documents, where the option says so", () => {
        const relaxed = new Judge(CATALOGUE, { "acks-value": { allowed: ["0", "1", "-1", "all"] } });
        for (const acks of ["0", "1", "-1", "all"]) {
            const { findings } = relaxed.judge(withProperties({ acks }));
            assert.deepEqual(
                findings.filter(({ level }) => level === "mandatory"),
                [],
            );
        }
    });
});
