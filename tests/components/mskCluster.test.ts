import assert from "node:assert/strict";
import { Vpc } from "@pulumi/aws/ec2";
import { output } from "@pulumi/pulumi";
import { MskCluster, type MskClusterArgs } from "../../components";
import { AUTHORITY, MSK_VPC } from "./mskSamples";
import { NOT_KNOWN, type Registered, run } from "./program";

const CLUSTER = "aws:msk/cluster:Cluster";
const CONFIGURATION = "aws:msk/configuration:Configuration";
const TOPIC = "aws:msk/topic:Topic";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const KEY = "aws:kms/key:Key";
const ALIAS = "aws:kms/alias:Alias";
const LOGS = "aws:cloudwatch/logGroup:LogGroup";
const OWN = "iotkafka:index:MskCluster";
const KEY_ARN = "arn:aws:kms:us-east-1:209876543210:key/0a1b2c3d-1111-4222-8333-0a1b2c3d4e5f";

const make = (args: Partial<MskClusterArgs> = {}, name = "events") =>
    new MskCluster(name, { ...MSK_VPC, ...args } as MskClusterArgs);
const inputsOf = async (args: Partial<MskClusterArgs>) => {
    const { resource, errors } = await run(() => make(args));
    assert.deepEqual(errors, []);
    return resource(CLUSTER).inputs;
};
const propertiesOf = async (args: Partial<MskClusterArgs>) =>
    (await run(() => make(args))).resource(CONFIGURATION).inputs.serverProperties.split("\n").sort();

describe("MskCluster", () => {
    for (const preview of [true, false]) {
        describe(preview ? "at preview" : "at update", () => {
            it("makes a cluster with a key, a log, a configuration, a security group and its topics", async () => {
                const { resources, errors } = await run(() => make({ topics: { telemetry: {} } }), { preview });
                assert.deepEqual(errors, []);
                assert.deepEqual(
                    resources.map(({ type, name, parent }) => [type, name, parent]).sort(),
                    [
                        [OWN, "events", ""],
                        [ALIAS, "events-key-alias", "events"],
                        [CLUSTER, "events", "events"],
                        [CONFIGURATION, "events-configuration", "events"],
                        [GROUP, "events-sg", "events"],
                        [KEY, "events-key", "events"],
                        [LOGS, "events-logs", "events"],
                        [TOPIC, "events-topic-telemetry", "events"],
                    ].sort(),
                );
            });

            it("hands Region and tags to everything that takes them", async () => {
                const place = { region: "eu-central-1", tags: { team: "plant" } };
                const { resources, invokes } = await run(() => make({ ...place, topics: { telemetry: {} } }), {
                    preview,
                });
                const children = resources.filter(({ parent }) => parent === "events");
                assert.equal(children.length, 7);
                for (const { type, inputs } of children) {
                    assert.equal(inputs.region, "eu-central-1", type);
                    const hasTags = ![ALIAS, CONFIGURATION, TOPIC].includes(type);
                    assert.deepEqual(inputs.tags, hasTags ? { team: "plant" } : undefined, type);
                }
                const regional = invokes.filter(({ token }) => token.endsWith("getRegion"));
                assert.deepEqual(
                    regional.map(({ inputs }) => inputs.region),
                    ["eu-central-1"],
                );
            });

            for (const [partition, dnsSuffix, region] of [
                ["aws", "amazonaws.com", "eu-west-1"],
                ["aws-cn", "amazonaws.com.cn", "cn-north-1"],
                ["aws-us-gov", "amazonaws.com", "us-gov-west-1"],
            ] as const) {
                it(`writes a key policy of the partition ${partition} that is known before anything is made`, async () => {
                    const answers = { "aws:index/getPartition:getPartition": { partition, dnsSuffix } };
                    const { resource } = await run(() => make({ region }), { preview, answers });
                    const [administration, logs] = JSON.parse(resource(KEY).inputs.policy).Statement;
                    assert.deepEqual(administration.Principal, { AWS: `arn:${partition}:iam::209876543210:root` });
                    assert.deepEqual(logs.Principal, { Service: `logs.${region}.${dnsSuffix}` });
                    assert.equal(
                        logs.Condition.ArnEquals["kms:EncryptionContext:aws:logs:arn"],
                        `arn:${partition}:logs:${region}:209876543210:log-group:/aws/vendedlogs/iot-kafka/plant/dev/events/brokers`,
                    );
                });
            }
        });
    }

    it("encrypts everything, admits nobody without proof, and logs", async () => {
        const { clientAuthentication, encryptionInfo, loggingInfo } = await inputsOf({});
        assert.deepEqual(clientAuthentication, { sasl: { scram: true, iam: false }, unauthenticated: false });
        assert.deepEqual(encryptionInfo.encryptionInTransit, { clientBroker: "TLS", inCluster: true });
        assert.match(encryptionInfo.encryptionAtRestKmsKeyArn, /events-key$/);
        const logGroup = "/aws/vendedlogs/iot-kafka/plant/dev/events/brokers";
        assert.deepEqual(loggingInfo.brokerLogs.cloudwatchLogs, { enabled: true, logGroup });
    });

    it("has one broker in each subnet, of a current version without ZooKeeper", async () => {
        const { numberOfBrokerNodes, kafkaVersion, brokerNodeGroupInfo, enhancedMonitoring } = await inputsOf({});
        assert.deepEqual(
            { numberOfBrokerNodes, kafkaVersion, enhancedMonitoring },
            { numberOfBrokerNodes: 3, kafkaVersion: "3.9.x.kraft", enhancedMonitoring: "DEFAULT" },
        );
        assert.deepEqual(brokerNodeGroupInfo, {
            instanceType: "kafka.m7g.large",
            clientSubnets: MSK_VPC.subnetIds,
            securityGroups: ["events-sg-id"],
            storageInfo: { ebsStorageInfo: { volumeSize: 100 } },
        });
    });

    it("takes the version with ZooKeeper for the small type, which has no other", async () => {
        assert.equal((await inputsOf({ instanceType: "kafka.t3.small" })).kafkaVersion, "3.9.x");
    });

    it("writes what is given", async () => {
        const given = await inputsOf({
            ...{ clusterName: "orders", kafkaVersion: "4.0.x.kraft", brokers: 6, monitoring: "PER_BROKER" },
            ...{ instanceType: "kafka.m5.xlarge", storageGib: 250, kmsKeyArn: KEY_ARN, logs: "none" },
            securityGroupIds: ["sg-0a1b2c3d4e5f60718"],
            authentication: { scram: false, certificateAuthorityArns: [AUTHORITY], iam: true },
        });
        const configuration = { arn: `arn:aws:made:us-east-1:209876543210:${CONFIGURATION}/events-configuration` };
        assert.deepEqual(given, {
            ...{ clusterName: "orders", kafkaVersion: "4.0.x.kraft", numberOfBrokerNodes: 6 },
            enhancedMonitoring: "PER_BROKER",
            brokerNodeGroupInfo: {
                instanceType: "kafka.m5.xlarge",
                clientSubnets: MSK_VPC.subnetIds,
                securityGroups: ["sg-0a1b2c3d4e5f60718"],
                storageInfo: { ebsStorageInfo: { volumeSize: 250 } },
            },
            clientAuthentication: {
                sasl: { scram: false, iam: true },
                tls: { certificateAuthorityArns: [AUTHORITY] },
                unauthenticated: false,
            },
            encryptionInfo: {
                encryptionAtRestKmsKeyArn: KEY_ARN,
                encryptionInTransit: { clientBroker: "TLS", inCluster: true },
            },
            configurationInfo: configuration,
            loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: false } } },
        });
    });

    it("makes nothing of what is given or refused in words", async () => {
        const { resources } = await run(() =>
            make({ kmsKeyArn: KEY_ARN, securityGroupIds: ["sg-0a1b2c3d4e5f60718"], logs: "none" }),
        );
        assert.deepEqual(
            resources.map(({ type }) => type),
            [OWN, CONFIGURATION, CLUSTER],
        );
    });

    it("leaves the log to the key of CloudWatch Logs where the cluster's key is somebody else's", async () => {
        const { resource } = await run(() => make({ kmsKeyArn: KEY_ARN, logs: { retentionDays: 7 } }));
        const { kmsKeyId, retentionInDays } = resource(LOGS).inputs;
        assert.deepEqual({ kmsKeyId, retentionInDays }, { kmsKeyId: undefined, retentionInDays: 7 });
    });

    it("sets what decides whether messages get lost, for three zones and for two", async () => {
        const shared = ["auto.create.topics.enable=false", "unclean.leader.election.enable=false"];
        assert.deepEqual(
            await propertiesOf({}),
            [...shared, "default.replication.factor=3", "min.insync.replicas=2"].sort(),
        );
        assert.deepEqual(
            await propertiesOf({ subnetIds: MSK_VPC.subnetIds.slice(0, 2) }),
            [...shared, "default.replication.factor=2", "min.insync.replicas=1"].sort(),
        );
    });

    it("lets given server properties win, and follows a given replication factor", async () => {
        const serverProperties = {
            "default.replication.factor": 2,
            "auto.create.topics.enable": output(true),
            "compression.type": "producer",
        } as const;
        assert.deepEqual(await propertiesOf({ serverProperties }), [
            "auto.create.topics.enable=true",
            "compression.type=producer",
            "default.replication.factor=2",
            "min.insync.replicas=1",
            "unclean.leader.election.enable=false",
        ]);
    });

    it("keeps a default where a given server property turns out to be undefined", async () => {
        const serverProperties = { "min.insync.replicas": output(undefined) };
        assert.ok((await propertiesOf({ serverProperties })).includes("min.insync.replicas=2"));
    });

    it("leaves storage and replication to Express brokers", async () => {
        const args = { instanceType: "express.m7g.large", topics: { telemetry: {} } } as const;
        const { resource } = await run(() => make(args));
        assert.equal("storageInfo" in resource(CLUSTER).inputs.brokerNodeGroupInfo, false);
        assert.equal(resource(CONFIGURATION).inputs.serverProperties, "auto.create.topics.enable=false");
        assert.equal(resource(TOPIC).inputs.replicationFactor, 3);
    });

    it("makes topics after the cluster, with settings as texts", async () => {
        const topics = {
            telemetry: {},
            alarms: { partitions: 3, replicationFactor: 2, configs: { "retention.ms": 604_800_000 } },
        };
        const { resource } = await run(() => make({ topics }), { preview: true });
        const { inputs, propertyDependencies } = resource(TOPIC, "events-topic-telemetry");
        assert.deepEqual(inputs, {
            clusterArn: NOT_KNOWN,
            name: "telemetry",
            partitionCount: 6,
            replicationFactor: 3,
        });
        assert.ok(propertyDependencies.clusterArn!.includes("events"));
        const { configs, ...alarms } = resource(TOPIC, "events-topic-alarms").inputs;
        assert.deepEqual(alarms, { clusterArn: NOT_KNOWN, name: "alarms", partitionCount: 3, replicationFactor: 2 });
        assert.deepEqual(JSON.parse(configs), { "retention.ms": "604800000" });
    });

    it("comes after what it depends on itself", async () => {
        const { resource } = await run(() => {
            const network = new Vpc("network", { cidrBlock: "10.7.0.0/16" });
            return new MskCluster("events", MSK_VPC, { dependsOn: network });
        });
        assert.ok(resource(CLUSTER).dependencies.includes("network"));
    });

    const names: readonly [string, Parameters<typeof run>[1], string][] = [
        ["events", {}, "plant-dev-events"],
        ["Events_v1.2", {}, "plant-dev-Events-v1-2"],
        ["events", { project: "_plant" }, "plant-dev-events"],
        ["e".repeat(80), {}, `plant-dev-${"e".repeat(45)}-`],
    ];
    for (const [name, settings, expected] of names) {
        it(`names the cluster of ${name.slice(0, 20)} in ${settings?.project ?? "plant"} as AWS takes it`, async () => {
            const { resource, errors } = await run(() => make({}, name), settings);
            assert.deepEqual(errors, []);
            const { clusterName } = resource(CLUSTER).inputs;
            assert.ok(clusterName.startsWith(expected), clusterName);
            assert.match(clusterName, /^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/);
            assert.equal(resource(CONFIGURATION).inputs.name, clusterName);
            assert.match(resource(ALIAS).inputs.name, /^alias\/[\w/-]{1,250}$/);
        });
    }

    it("gives two clusters whose long names begin alike two names", async () => {
        const { resources } = await run(() => [make({}, `${"e".repeat(80)}a`), make({}, `${"e".repeat(80)}b`)]);
        const given = resources
            .filter(({ type }) => type === CLUSTER)
            .map(({ inputs }: Registered) => inputs.clusterName);
        assert.equal(new Set(given).size, 2);
    });
});
