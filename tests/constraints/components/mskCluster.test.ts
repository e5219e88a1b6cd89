import assert from "node:assert/strict";
import fc from "fast-check";
import { CATALOGUE } from "../../../constraints/catalogue";
import { formProblems, MSK_CLUSTER, partsOfComponent, urnOf } from "../../../constraints/components";
import { Judge } from "../../../constraints/core/judge";
import { UNKNOWN } from "../../../constraints/core/known";
import type { Path } from "../../../constraints/core/path";
import { MSK_VPC } from "../../components/mskSamples";

const URN = urnOf(MSK_CLUSTER, { project: "plant", stack: "dev", name: "events" });
const partsOf = (args: Record<string, unknown>) => partsOfComponent(MSK_CLUSTER, URN, "events", args);
const partOf = (kind: string, args: Record<string, unknown> = {}) =>
    partsOf({ ...MSK_VPC, topics: { a: {} }, ...args }).find(({ resource }) => resource.kind === kind)!;

describe("the facts of an MskCluster", () => {
    it("are the cluster, its configuration and its topics, joined as the resources will be", () => {
        const parts = partsOf({ ...MSK_VPC, topics: { a: {}, b: {} } });
        assert.deepEqual(
            parts.map(({ resource }) => [resource.kind, resource.id, resource.references]),
            [
                ["configuration", `${URN} configuration`, undefined],
                ["cluster", URN, { configurationInfo: [`${URN} configuration`] }],
                ["topic", `${URN} topic a`, { clusterArn: [URN] }],
                ["topic", `${URN} topic b`, { clusterArn: [URN] }],
            ],
        );
    });

    it("are unknown where the number of subnets decides and is not known", () => {
        const subnetIds = UNKNOWN;
        assert.equal(partOf("cluster", { subnetIds }).resource.values.numberOfBrokerNodes, UNKNOWN);
        assert.equal(partOf("configuration", { subnetIds }).resource.values.serverProperties, UNKNOWN);
        assert.equal(partOf("topic", { subnetIds }).resource.values.replicationFactor, UNKNOWN);
        const serverProperties = { "default.replication.factor": 3 };
        const { values } = partOf("configuration", { subnetIds, serverProperties }).resource;
        assert.match(String(values.serverProperties), /^min\.insync\.replicas=2$/m);
    });

    it("count subnets whose ids are not known", () => {
        const subnetIds = [UNKNOWN, UNKNOWN];
        assert.equal(partOf("cluster", { subnetIds }).resource.values.numberOfBrokerNodes, 2);
    });

    it("know the names that are given only where an id tells project and stack", () => {
        assert.equal(partOf("cluster").resource.values.clusterName, "plant-dev-events");
        const [, cluster] = partsOfComponent(MSK_CLUSTER, "events", "events", { ...MSK_VPC });
        assert.equal(cluster!.resource.values.clusterName, UNKNOWN);
    });

    const paths: readonly [string, Path, Record<string, unknown>, Path][] = [
        ["cluster", ["clusterName"], {}, ["clusterName"]],
        ["cluster", ["numberOfBrokerNodes"], { brokers: 3 }, ["brokers"]],
        ["cluster", ["numberOfBrokerNodes"], {}, ["subnetIds"]],
        ["cluster", ["brokerNodeGroupInfo"], {}, []],
        ["cluster", ["brokerNodeGroupInfo", "clientSubnets", 1], {}, ["subnetIds", 1]],
        ["cluster", ["brokerNodeGroupInfo", "instanceType"], {}, ["instanceType"]],
        ["cluster", ["brokerNodeGroupInfo", "securityGroups", 0], {}, ["securityGroupIds", 0]],
        ["cluster", ["brokerNodeGroupInfo", "storageInfo", "ebsStorageInfo", "volumeSize"], {}, ["storageGib"]],
        ["cluster", ["clientAuthentication"], {}, ["authentication"]],
        ["cluster", ["clientAuthentication", "sasl", "scram"], {}, ["authentication", "scram"]],
        [
            "cluster",
            ["clientAuthentication", "tls", "certificateAuthorityArns", 0],
            {},
            ["authentication", "certificateAuthorityArns", 0],
        ],
        ["cluster", ["encryptionInfo", "encryptionAtRestKmsKeyArn"], {}, ["kmsKeyArn"]],
        ["cluster", ["enhancedMonitoring"], {}, ["monitoring"]],
        ["cluster", ["loggingInfo", "brokerLogs", "cloudwatchLogs"], {}, ["logs"]],
        ["cluster", ["configurationInfo", "arn"], {}, ["serverProperties"]],
        ["cluster", ["tags", "team"], {}, ["tags", "team"]],
        ["configuration", ["serverProperties"], {}, ["serverProperties"]],
        ["configuration", ["name"], {}, []],
        ["topic", ["name"], {}, ["topics", "a"]],
        ["topic", ["partitionCount"], {}, ["topics", "a", "partitions"]],
        ["topic", ["replicationFactor"], {}, ["topics", "a", "replicationFactor"]],
        ["topic", ["configs"], {}, ["topics", "a", "configs"]],
    ];
    for (const [kind, path, args, argument] of paths) {
        it(`come from ${argument.join(".") || "the arguments"}: ${path.join(".")} of the ${kind}`, () => {
            assert.deepEqual(partOf(kind, args).argumentPath(path), argument);
        });
    }

    it("can be made of anything, without an exception", () => {
        const judge = new Judge(CATALOGUE);
        const names = [
            ...["vpcId", "subnetIds", "clusterName", "kafkaVersion", "instanceType", "storageGib", "brokers"],
            ...["authentication", "serverProperties", "topics", "logs", "monitoring", "kmsKeyArn", "tags"],
        ];
        fc.assert(
            fc.property(fc.dictionary(fc.constantFrom(...names), fc.anything()), (args) => {
                const { sound } = formProblems(MSK_CLUSTER, URN, args);
                for (const facts of [args, sound]) {
                    judge.judge({ resources: partsOf(facts).map(({ resource }) => resource) });
                }
            }),
            { numRuns: 200 },
        );
    });
});
