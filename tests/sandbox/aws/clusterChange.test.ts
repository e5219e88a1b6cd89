import assert from "node:assert/strict";
import { AwsStandIn } from "../../../sandbox/aws/awsStandIn";
import type { Properties } from "../../../sandbox/provider/value";
import { create, diff, update } from "./harness";
import { SAMPLES } from "./samples";

const CLUSTER = "aws:msk/cluster:Cluster";
const TOPIC = "aws:msk/topic:Topic";

function clusterWith(changes: Properties, nodes: Properties = {}): Properties {
    const sample = SAMPLES[CLUSTER] ?? {};
    return {
        ...sample,
        ...changes,
        brokerNodeGroupInfo: { ...(sample.brokerNodeGroupInfo as Properties), ...nodes },
    };
}

const storage = (volumeSize: number) => ({ storageInfo: { ebsStorageInfo: { volumeSize } } });
const withStorage = (volumeSize: number) => clusterWith({}, storage(volumeSize));
const ofVersion = (kafkaVersion: string) => clusterWith({ kafkaVersion });
const ofType = (instanceType: string) => {
    const { storageInfo: _, ...nodes } = (SAMPLES[CLUSTER]?.brokerNodeGroupInfo ?? {}) as Properties;
    const clientSubnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719", "subnet-0a1b2c3d4e5f6071a"];
    return {
        ...SAMPLES[CLUSTER],
        numberOfBrokerNodes: 3,
        brokerNodeGroupInfo: { ...nodes, clientSubnets, instanceType },
    };
};

describe("a change of a cluster in the stand-in", () => {
    const inPlace: readonly [string, Properties, Properties][] = [
        ["a higher version", ofVersion("3.8.x.kraft"), ofVersion("3.9.x.kraft")],
        ["the newest of a line", ofVersion("3.8.1"), ofVersion("3.8.x")],
        ["a larger type", ofType("kafka.m7g.large"), ofType("kafka.m7g.xlarge")],
        ["more storage", withStorage(100), withStorage(200)],
    ];
    for (const [title, before, after] of inPlace) {
        it(`is made in place: ${title}`, async () => {
            const standIn = new AwsStandIn();
            const made = await create(standIn, CLUSTER, "one", before);
            const { differences } = diff(standIn, made, after);
            assert.ok(differences.length > 0 && differences.every(({ replaces }) => !replaces));
            await update(standIn, made, after);
        });
    }

    it("is a new cluster for a lower version, which the provider tells from plain numbers only", async () => {
        const standIn = new AwsStandIn();
        const made = await create(standIn, CLUSTER, "one", ofVersion("3.8.1"));
        assert.deepEqual(diff(standIn, made, ofVersion("3.6.0")).differences, [
            { path: "kafkaVersion", kind: "update", replaces: true },
        ]);
        assert.equal(diff(standIn, made, ofVersion("3.6.x")).differences[0]?.replaces, false);
    });

    const refused: readonly [string, Properties, Properties, RegExp][] = [
        ["a lower version", ofVersion("3.9.x.kraft"), ofVersion("3.8.x.kraft"), /Unsupported update from KafkaVersion/],
        ["ZooKeeper in place of KRaft", ofVersion("3.9.x.kraft"), ofVersion("3.9.x"), /Unsupported update/],
        [
            "Express brokers in place of others",
            ofType("kafka.m7g.large"),
            ofType("express.m7g.large"),
            /broker type cannot be changed/,
        ],
        ["less storage", withStorage(200), withStorage(100), /must be larger/],
        [
            "fewer brokers",
            { ...ofType("kafka.m7g.large"), numberOfBrokerNodes: 6 },
            ofType("kafka.m7g.large"),
            /cannot be reduced/,
        ],
    ];
    for (const [title, before, after, answer] of refused) {
        it(`is refused: ${title}`, async () => {
            const standIn = new AwsStandIn();
            const made = await create(standIn, CLUSTER, "one", before);
            await assert.rejects(update(standIn, made, after), answer);
        });
    }

    it("is refused at creation for the small type without ZooKeeper", async () => {
        const small = { ...ofType("kafka.t3.small"), kafkaVersion: "3.9.x.kraft" };
        await assert.rejects(create(new AwsStandIn(), CLUSTER, "one", small), /Unsupported InstanceType/);
    });

    it("makes topics from version 3.6 on", async () => {
        const standIn = new AwsStandIn();
        const made = await create(standIn, CLUSTER, "one", ofVersion("3.5.1"));
        const topic = { name: "a", clusterArn: made.id, partitionCount: 1, replicationFactor: 1 };
        await assert.rejects(create(standIn, TOPIC, "a", topic), /3\.6\.0 or later/);
    });
});
