import assert from "node:assert/strict";
import { output, ResourceError } from "@pulumi/pulumi";
import { MskCluster, type MskClusterArgs } from "../../components";
import { MSK_VPC } from "./mskSamples";
import { run } from "./program";

const CLUSTER = "aws:msk/cluster:Cluster";
const make = (args: unknown) => new MskCluster("events", args as MskClusterArgs);

/** The findings of what the program throws, without the words around them. */
async function refusal(args: unknown): Promise<string[]> {
    const { result, resources } = await run(() => {
        try {
            return make(args);
        } catch (error) {
            return error;
        }
    });
    assert.ok(ResourceError.isInstance(result), `made: ${resources.map(({ name }) => name)}`);
    assert.equal(result.hideStack, true);
    assert.deepEqual(
        resources.map(({ type }) => type),
        ["iotkafka:index:MskCluster"],
    );
    return [...result.message.matchAll(/^\[mandatory\] (.+)$/gm)].map((match) => match[1]!).sort();
}

const EXPRESS = { ...MSK_VPC, instanceType: "express.m7g.large" };
const form = (...places: string[]) => places.map((place) => `argument-form at ${place}`);

const REFUSED: readonly [string, unknown, readonly string[]][] = [
    ["nothing at all", undefined, form("the resource", "the resource")],
    ["one subnet", { ...MSK_VPC, subnetIds: MSK_VPC.subnetIds.slice(0, 1) }, ["cluster-subnets at subnetIds"]],
    ["subnets as a text", { ...MSK_VPC, subnetIds: "subnet-0a1b2c3d4e5f60718" }, form("subnetIds")],
    ["a number of brokers that subnets do not share", { ...MSK_VPC, brokers: 4 }, ["cluster-broker-count at brokers"]],
    ["a name that AWS does not take", { ...MSK_VPC, clusterName: "a_b" }, ["cluster-name at clusterName"]],
    ["a version that there is not", { ...MSK_VPC, kafkaVersion: "latest" }, ["kafka-version-form at kafkaVersion"]],
    ["storage that there is not", { ...MSK_VPC, storageGib: 0 }, ["cluster-volume-size at storageGib"]],
    ["another monitoring level", { ...MSK_VPC, monitoring: "ALL" }, ["cluster-monitoring-level at monitoring"]],
    ["another broker type", { ...MSK_VPC, instanceType: "kafka.m7g.tiny" }, form("instanceType")],
    ["a broker type as an Output", { ...MSK_VPC, instanceType: output("kafka.m7g.large") }, form("instanceType")],
    [
        "the small type without ZooKeeper",
        { ...MSK_VPC, instanceType: "kafka.t3.small", kafkaVersion: "3.9.x.kraft" },
        ["cluster-instance-version at kafkaVersion"],
    ],
    ["no login", { ...MSK_VPC, authentication: { scram: false } }, form("authentication")],
    [
        "no authorities",
        { ...MSK_VPC, authentication: { certificateAuthorityArns: [] } },
        form("authentication.certificateAuthorityArns"),
    ],
    [
        "a certificate for an authority",
        {
            ...MSK_VPC,
            authentication: { certificateAuthorityArns: ["arn:aws:acm:us-east-1:209876543210:certificate/0a1b2c3d"] },
        },
        ["cluster-certificate-authority at authentication.certificateAuthorityArns[0]"],
    ],
    [
        "access without proof",
        { ...MSK_VPC, authentication: { unauthenticated: true } },
        form("authentication.unauthenticated"),
    ],
    ["another word for logs", { ...MSK_VPC, logs: "off" }, form("logs")],
    ["a retention that there is not", { ...MSK_VPC, logs: { retentionDays: 8 } }, form("logs.retentionDays")],
    ["an alias for a key", { ...MSK_VPC, kmsKeyArn: "alias/plant" }, form("kmsKeyArn")],
    ["no security groups", { ...MSK_VPC, securityGroupIds: [] }, form("securityGroupIds")],
    [
        "server properties that are wrong or not one's own",
        {
            ...MSK_VPC,
            serverProperties: {
                listeners: "x",
                "log.retention.ms": "soon",
                "auto.create.topics.enable": "yes",
                "compression.type": "producer\nbroker.id=1",
            },
        },
        form(
            'serverProperties["auto.create.topics.enable"]',
            'serverProperties["compression.type"]',
            'serverProperties["log.retention.ms"]',
            "serverProperties.listeners",
        ),
    ],
    [
        "topics that Kafka refuses",
        {
            ...MSK_VPC,
            topics: { "a b": {}, c: { replicationFactor: 4 }, d: { partitions: 0 }, e: { partitionCount: 1 } },
        },
        [
            ...form('topics["a b"]', "topics.e.partitionCount"),
            "topic-form at topics.d.partitions",
            "topic-replicas-brokers at topics.c.replicationFactor",
        ],
    ],
    [
        "Express brokers in two zones",
        { ...EXPRESS, subnetIds: MSK_VPC.subnetIds.slice(0, 2) },
        ["cluster-express-zones at subnetIds"],
    ],
    ["Express brokers with storage", { ...EXPRESS, storageGib: 100 }, form("storageGib")],
    [
        "Express brokers with what they keep to themselves",
        { ...EXPRESS, serverProperties: { "min.insync.replicas": 1 }, topics: { a: { replicationFactor: 2 } } },
        form('serverProperties["min.insync.replicas"]', "topics.a.replicationFactor"),
    ],
    [
        "Express brokers of another version",
        { ...EXPRESS, kafkaVersion: "3.7.x" },
        ["cluster-express-version at kafkaVersion"],
    ],
    [
        "names of @pulumi/aws and misspelt ones",
        { ...MSK_VPC, numberOfBrokerNodes: 3, clientAuthentication: {}, storageGiB: 5, monitorring: "DEFAULT" },
        form("clientAuthentication", "monitorring", "numberOfBrokerNodes", "storageGiB"),
    ],
    [
        "mistakes of every kind, all at once",
        { ...MSK_VPC, brokers: 4, clusterName: "a_b", storageGib: 0, logs: "off", topics: { "!": {} } },
        [
            ...form("logs", 'topics["!"]'),
            "cluster-broker-count at brokers",
            "cluster-name at clusterName",
            "cluster-volume-size at storageGib",
        ],
    ],
];

describe("the gate of MskCluster", () => {
    for (const [title, args, expected] of REFUSED) {
        it(`refuses ${title}`, async () => {
            assert.deepEqual(await refusal(args), [...expected].sort());
        });
    }

    it("does not mind what a program hands along for others", async () => {
        const { errors, resources } = await run(() => make({ ...MSK_VPC, somethingElse: true }));
        assert.deepEqual(errors, []);
        assert.equal(resources.filter(({ type }) => type === CLUSTER).length, 1);
    });

    it("checks an Output when it resolves, and makes no cluster of a wrong one", async () => {
        const { errors, resources } = await run(() =>
            make({ ...MSK_VPC, brokers: output(4), clusterName: output("a_b") }),
        );
        assert.equal(errors.length, 1);
        assert.ok(ResourceError.isInstance(errors[0]));
        assert.match(errors[0].message, /cluster-broker-count at brokers/);
        assert.match(errors[0].message, /cluster-name at clusterName/);
        assert.equal(
            resources.some(({ type }) => type === CLUSTER),
            false,
        );
    });
});
