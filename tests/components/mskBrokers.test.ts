import assert from "node:assert/strict";
import { findingsOf } from "../../components/gate";
import { IOT_KAFKA_PIPELINE, urnOf } from "../../constraints/components";
import { formatPath } from "../../constraints/core/path";

const OWN_ARN = "arn:aws:kafka:us-east-1:602911837465:cluster/plant/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e-2";
const secret = { secretId: "AmazonMSK_plant", roleArn: "arn:aws:iam::602911837465:role/kafka-secrets" };
const SCRAM = {
    mode: "SCRAM-SHA-512",
    username: { ...secret, key: "username" },
    password: { ...secret, key: "password" },
};
const MSK = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";
const VPC = {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"],
};

/** What is found in a pipeline to brokers of Amazon MSK, with the path of each finding. */
function found(kafka: object, more: object = {}): string[] {
    const args = {
        sql: "SELECT * FROM 'devices/+/telemetry'",
        topic: "telemetry",
        key: "${topic(2)}",
        network: VPC,
        kafka: { bootstrapServers: MSK, credentials: SCRAM, ...kafka },
        ...more,
    };
    const urn = urnOf(IOT_KAFKA_PIPELINE, { project: "plant", stack: "dev", name: "telemetry" });
    return findingsOf({ type: IOT_KAFKA_PIPELINE, urn, name: "telemetry" }, args).map(
        ({ constraint, path, message }) => `${constraint} at ${formatPath(path)}: ${message}`,
    );
}

describe("Brokers of Amazon MSK without the ARN of their cluster", () => {
    it("are taken with a login that exists: the cluster may be another account's", () => {
        assert.deepEqual(found({}), []);
        assert.deepEqual(found({ clusterArn: OWN_ARN }), []);
    });

    it("are not reached from a new network, as little as with the ARN", () => {
        for (const kafka of [{}, { clusterArn: OWN_ARN }, { bootstrapServers: `kafka.plant.example:9093,${MSK}` }]) {
            const findings = found(kafka, { network: "new" });
            assert.ok(
                findings.some((one) => /at network: .*brokers that exist cannot be reached/is.test(one)),
                String(findings),
            );
        }
    });

    it("get no topic, and are not said to be somebody else's", () => {
        const [only, ...more] = found({}, { topicSettings: { partitions: 6 } });
        assert.match(only ?? "", /at topicSettings: .*no clusterArn is given/is);
        assert.deepEqual(more, []);
    });

    it("take no login that Amazon MSK does not have", () => {
        const findings = found({ credentials: { ...SCRAM, mode: "PLAIN" } });
        assert.ok(findings.length > 0);
        assert.match(findings.join("\n"), /MSK/);
    });
});
