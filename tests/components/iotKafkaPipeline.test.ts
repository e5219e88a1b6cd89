import assert from "node:assert/strict";
import { ComponentResource } from "@pulumi/pulumi";
import { IotKafkaPipeline, type IotKafkaPipelineArgs } from "../../components";
import { EVERYTHING, OUTPUTS, UNTAGGED } from "./pipeline";
import { NOT_KNOWN, type Ran, resolved, run, type Settings } from "./program";
import { CLUSTER, DESTINATION, KERBEROS, SCRAM, VPC_NETWORK } from "./samples";

const RULE = "aws:iot/topicRule:TopicRule";
const DESTINATION_TYPE = "aws:iot/topicRuleDestination:TopicRuleDestination";
const TOPIC = "aws:msk/topic:Topic";
const CLUSTER_TYPE = "aws:msk/cluster:Cluster";
const ASSOCIATION = "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const BROKERS = "b-1.plant.abc123.c2.kafka.us-east-1.amazonaws.com:9096";
const OWN_BROKERS = "kafka-1.plant.example:9093";
const GROUP = "sg-0a1b2c3d4e5f60718";

const PLACES = [
    ["aws", "us-east-1", "amazonaws.com"],
    ["aws-cn", "cn-north-1", "amazonaws.com.cn"],
    ["aws-us-gov", "us-gov-west-1", "amazonaws.com"],
] as const;

/** The program of the README. */
const TWELVE_LINES: IotKafkaPipelineArgs = {
    sql: "SELECT *, topic(2) AS deviceId FROM 'devices/+/telemetry'",
    topic: "telemetry",
    key: "${topic(2)}",
    network: "new",
};
const EXISTING: IotKafkaPipelineArgs = {
    ...TWELVE_LINES,
    network: VPC_NETWORK,
    kafka: { clusterArn: CLUSTER, bootstrapServers: BROKERS, credentials: { mode: "SCRAM-SHA-512" } },
};

/** What AWS gives a cluster. */
const MADE = { [CLUSTER_TYPE]: { bootstrapBrokersSaslScram: BROKERS } };

const make = (args: IotKafkaPipelineArgs = TWELVE_LINES, settings: Settings = {}) =>
    run(() => new IotKafkaPipeline("telemetry", args), { made: MADE, ...settings });
const typesIn = ({ resources }: Ran<unknown>) => new Set(resources.map(({ type }) => type));

async function madeBy(args: IotKafkaPipelineArgs, settings: Settings = {}) {
    const ran = await make(args, settings);
    assert.deepEqual(ran.errors, []);
    return ran;
}

describe("IotKafkaPipeline", () => {
    for (const preview of [true, false]) {
        describe(preview ? "at preview" : "at update", () => {
            it("makes everything between AWS IoT and Kafka, named from its own name", async () => {
                const { resources } = await madeBy(TWELVE_LINES, { preview });
                const children = resources.filter(({ parent }) => parent === "telemetry");
                assert.equal(children.length, resources.length - 1);
                assert.deepEqual(
                    children.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort(),
                    EVERYTHING.sort(),
                );
            });

            for (const [partition, region, dnsSuffix] of PLACES) {
                it(`writes documents and templates that are known before anything is made: ${partition}`, async () => {
                    const answers = { "aws:index/getPartition:getPartition": { partition, dnsSuffix } };
                    const { resources, resource } = await madeBy({ ...TWELVE_LINES, region }, { preview, answers });
                    const documents = resources.flatMap(({ name, inputs }) =>
                        ["policy", "assumeRolePolicy"].flatMap((input) =>
                            inputs[input] === undefined ? [] : [{ name, text: inputs[input] as string }],
                        ),
                    );
                    assert.equal(documents.length, 11);
                    for (const { name, text } of documents) {
                        // A new key's ARN and a new secret's end are the only things that AWS alone knows.
                        const waits = name === "telemetry-secret-role-decrypt" || name === "telemetry-secret-policy";
                        assert.equal(text === NOT_KNOWN, preview && waits, name);
                        if (text === NOT_KNOWN || waits) continue;
                        assert.ok(JSON.parse(text).Statement.length > 0, name);
                        for (const [arn] of text.matchAll(/arn:[^"]+/g)) {
                            assert.ok(arn.startsWith(`arn:${partition}:`), `${name}: ${arn}`);
                        }
                    }
                    const { clientProperties } = resource(RULE).inputs.kafkas[0];
                    const role = `arn:${partition}:iam::209876543210:role/plant-dev-telemetry-secrets`;
                    for (const key of ["username", "password"]) {
                        assert.equal(
                            clientProperties[`sasl.scram.${key}`],
                            `\${get_secret('AmazonMSK_plant_dev_telemetry', 'SecretString', '${key}', '${role}')}`,
                        );
                    }
                });
            }

            it("hands Region and tags to everything that takes them", async () => {
                const region = "eu-central-1";
                const { resources, invokes } = await madeBy(
                    { ...TWELVE_LINES, region, tags: { team: "plant" } },
                    { preview },
                );
                for (const { type, name, inputs } of resources.filter(({ parent }) => parent === "telemetry")) {
                    const isGlobal = /^(aws:iam|random:)/.test(type);
                    assert.equal(inputs.region, isGlobal ? undefined : region, name);
                    assert.deepEqual(inputs.tags, UNTAGGED.test(type) ? undefined : { team: "plant" }, name);
                }
                for (const { token, inputs } of invokes) {
                    if (/getRegion|getVpc|getAvailabilityZones/.test(token)) assert.equal(inputs.region, region, token);
                }
            });

            it("can be deleted: the rule before all it uses, the destination before its rights and ways", async () => {
                const { resource } = await madeBy(TWELVE_LINES, { preview });
                const follows = (type: string, names: string[]) => {
                    const { dependencies } = resource(type);
                    for (const name of names) assert.ok(dependencies.includes(name), `${type} after ${name}`);
                };
                follows(RULE, ["telemetry", "telemetry-cluster", "telemetry-topic", "telemetry-association"]);
                follows(RULE, ["telemetry-secret-version", "telemetry-secret-role-read", "telemetry-errors-policy"]);
                follows(RULE, ["telemetry-secret-role-decrypt"]);
                follows(DESTINATION_TYPE, ["telemetry-role-policy", "telemetry-to-kafka", "telemetry-within-kafka"]);
                follows(DESTINATION_TYPE, ["telemetry-into-kafka", "telemetry-routes-1", "telemetry-vpc"]);
                follows(ASSOCIATION, ["telemetry-secret-version", "telemetry-secret-policy", "telemetry-cluster"]);
                follows(CLUSTER_TYPE, ["telemetry-routes-3"]);
                follows(TOPIC, ["telemetry-cluster"]);
            });
        });
    }

    it("lets AWS IoT reach the brokers' port and nothing else, from their group too", async () => {
        const { resources, resource } = await madeBy(TWELVE_LINES, { preview: true });
        for (const { inputs } of resources.filter(({ type }) => type.startsWith("aws:vpc/"))) {
            assert.deepEqual([inputs.ipProtocol, inputs.fromPort, inputs.toPort], ["tcp", 9096, 9096]);
        }
        const into = resource(INGRESS, "telemetry-into-kafka").propertyDependencies;
        assert.deepEqual(into.securityGroupId, ["telemetry-cluster-sg"]);
        assert.deepEqual(into.referencedSecurityGroupId, ["telemetry-sg"]);
    });

    it("hands settings on to the rule, the cluster and the topic", async () => {
        const { resource } = await madeBy({
            ...TWELVE_LINES,
            acks: "1",
            headers: [{ key: "site", value: "plant" }],
            errorAction: "none",
            kafka: { cluster: { instanceType: "kafka.m7g.xlarge", storageGib: 500, authentication: { iam: true } } },
            topicSettings: { partitions: 12, configs: { "retention.ms": 3600000 } },
        });
        const rule = resource(RULE).inputs;
        assert.equal(rule.kafkas[0].clientProperties.acks, "1");
        assert.deepEqual(rule.kafkas[0].headers, [{ key: "site", value: "plant" }]);
        assert.equal("errorAction" in rule, false);
        const cluster = resource(CLUSTER_TYPE).inputs;
        assert.equal(cluster.brokerNodeGroupInfo.instanceType, "kafka.m7g.xlarge");
        assert.equal(cluster.brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize, 500);
        assert.deepEqual(cluster.clientAuthentication.sasl, { scram: true, iam: true });
        const { name, partitionCount, replicationFactor, configs } = resource(TOPIC).inputs;
        assert.deepEqual([name, partitionCount, replicationFactor], ["telemetry", 12, 3]);
        assert.deepEqual(JSON.parse(configs), { "retention.ms": "3600000" });
    });

    it("makes no topic that templates name, that exists, or that is no topic of Amazon MSK", async () => {
        const credentials = { mode: "SCRAM-SHA-512" } as const;
        for (const args of [
            { ...TWELVE_LINES, topic: "site-${topic(2)}" },
            { ...TWELVE_LINES, topicSettings: "existing" },
            { ...EXISTING, kafka: { bootstrapServers: OWN_BROKERS, credentials } },
        ] satisfies IotKafkaPipelineArgs[]) {
            assert.equal(typesIn(await madeBy(args)).has(TOPIC), false);
        }
        const { inputs } = (await madeBy(EXISTING)).resource(TOPIC);
        assert.deepEqual([inputs.clusterArn, inputs.replicationFactor], [CLUSTER, 3]);
    });

    it("uses a cluster that exists, and tells it of the new user", async () => {
        const kafka = { ...EXISTING.kafka, brokerSecurityGroupId: GROUP } as IotKafkaPipelineArgs["kafka"];
        const ran = await madeBy({ ...EXISTING, kafka }, { preview: true });
        assert.equal(typesIn(ran).has(CLUSTER_TYPE), false);
        assert.equal(ran.resource(ASSOCIATION).inputs.clusterArn, CLUSTER);
        assert.equal(ran.resource(INGRESS, "telemetry-into-kafka").inputs.securityGroupId, GROUP);
        const [{ clientProperties }] = ran.resource(RULE).inputs.kafkas;
        assert.equal(clientProperties["bootstrap.servers"], BROKERS);
        assert.equal(await resolved(ran.result.clusterArn), CLUSTER);
    });

    it("takes a secret that exists to be known to a cluster that exists, but not to a new one", async () => {
        const credentials = { mode: "SCRAM-SHA-512", user: { existingSecretId: "AmazonMSK_plant" } } as const;
        const kafka = { clusterArn: CLUSTER, bootstrapServers: BROKERS, credentials };
        const arn = "arn:aws:secretsmanager:us-east-1:209876543210:secret:AmazonMSK_plant-a1B2c3";
        const answers = { "aws:secretsmanager/getSecret:getSecret": { arn, kmsKeyId: "" } };
        assert.equal(typesIn(await madeBy({ ...EXISTING, kafka }, { answers })).has(ASSOCIATION), false);
        const onNew = await madeBy({ ...TWELVE_LINES, kafka: { credentials } }, { answers });
        assert.equal(onNew.resource(ASSOCIATION).inputs.secretArn, arn);
    });

    it("uses authentication that is given, and opens port 88 for Kerberos", async () => {
        const scram = { clusterArn: CLUSTER, bootstrapServers: BROKERS, credentials: SCRAM };
        const ran = await madeBy({ ...EXISTING, kafka: scram });
        assert.equal(
            ran.resources.some(({ type }) => type.startsWith("aws:secretsmanager/")),
            false,
        );
        assert.equal(await resolved(ran.result.secretArn), undefined);
        const own = { bootstrapServers: OWN_BROKERS, brokerCidrBlocks: ["10.1.0.0/16"], credentials: KERBEROS };
        const kerberos = await madeBy({ ...EXISTING, kafka: own });
        const names = kerberos.resources.map(({ name }) => name);
        assert.ok(names.includes("telemetry-to-kdc-udp") && names.includes("telemetry-to-kafka-0"));
        assert.equal(kerberos.resource(RULE).inputs.kafkas[0].clientProperties["sasl.mechanism"], "GSSAPI");
    });

    it("uses a destination that exists, and then needs no network", async () => {
        const destination = { existingArn: DESTINATION };
        const { network: _, ...rest } = EXISTING;
        const ran = await madeBy({ ...rest, destination });
        assert.equal(typesIn(ran).has(DESTINATION_TYPE), false);
        assert.equal(
            [...typesIn(ran)].some((type) => /aws:(ec2|vpc)/.test(type)),
            false,
        );
        assert.equal(ran.resource(RULE).inputs.kafkas[0].destinationArn, DESTINATION);
        assert.equal(await resolved(ran.result.vpcId), undefined);
    });

    it("opens new brokers to groups of interfaces that are given", async () => {
        const ran = await madeBy({ ...TWELVE_LINES, network: { ...VPC_NETWORK, securityGroupIds: [GROUP] } });
        const { inputs } = ran.resource(INGRESS);
        assert.deepEqual([inputs.referencedSecurityGroupId, inputs.fromPort], [GROUP, 9096]);
        assert.equal(inputs.securityGroupId, "telemetry-cluster-sg-id");
        assert.deepEqual(ran.resource(DESTINATION_TYPE).inputs.vpcConfiguration.securityGroups, [GROUP]);
        assert.ok(ran.resource(DESTINATION_TYPE).dependencies.includes("telemetry-into-kafka-0"));
    });

    it("marks everything in its arguments that may be a secret, and nothing else", async () => {
        const user = { username: "plant", password: "canary-password" };
        const kafka = { credentials: { mode: "SCRAM-SHA-512" as const, user } };
        const { resource, resources } = await madeBy({ ...TWELVE_LINES, kafka });
        const { inputs } = resource("iotkafka:index:IotKafkaPipeline");
        assert.deepEqual(inputs, {
            ...TWELVE_LINES,
            kafka: {
                credentials: {
                    mode: "SCRAM-SHA-512",
                    user: { username: { secret: "plant" }, password: { secret: "canary-password" } },
                },
            },
        });
        const plain = JSON.stringify(resources, (name, value) => (name === "secret" ? undefined : value));
        assert.doesNotMatch(plain, /canary/);
    });

    it("registers exactly what it gives, and is known by its type", async () => {
        const { result, outputs } = await run(
            () => [
                new IotKafkaPipeline("telemetry", TWELVE_LINES),
                new ComponentResource("other:index:Thing", "thing"),
            ],
            { made: MADE },
        );
        assert.deepEqual(Object.keys(outputs.get("telemetry") ?? {}).sort(), OUTPUTS);
        assert.deepEqual(result.map(IotKafkaPipeline.isInstance), [true, false]);
        assert.equal(IotKafkaPipeline.__pulumiType, "iotkafka:index:IotKafkaPipeline");
    });
});
