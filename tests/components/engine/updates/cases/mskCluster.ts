import type { MskClusterArgs } from "pulumi-iot-kafka";
import { AUTHORITY, GROUP, KEY, NETWORK } from "./samples";
import { type Change, each, type UpdateCases } from "./updateCase";

const changed = (
    rows: readonly string[],
    before: object,
    after: object,
    changes: Readonly<Record<string, Change>>,
) => ({
    rows,
    before: { ...NETWORK, ...before } as MskClusterArgs,
    after: { ...NETWORK, ...after } as MskClusterArgs,
    changes,
});
const topics = { a: {} };
const inPlace = { cluster: "updated" } as const;

export const MSK_CLUSTER_CASES: UpdateCases<MskClusterArgs> = {
    same: changed([], { topics }, { topics }, {}),
    vpc: changed(["vpcId"], {}, { vpcId: "vpc-0a1b2c3d4e5f60719" }, { sg: "replaced", cluster: "replaced" }),
    subnets: changed(
        ["subnetIds"],
        {},
        { subnetIds: [...NETWORK.subnetIds.slice(0, 2), "subnet-0a1b2c3d4e5f6071b"] },
        { cluster: "replaced" },
    ),
    name: changed(
        ["clusterName"],
        { topics },
        { clusterName: "other", topics },
        { cluster: "replaced", "topic-a": "replaced" },
    ),
    version: changed(["kafkaVersion"], { kafkaVersion: "3.8.x.kraft" }, {}, inPlace),
    lowered: changed(["kafkaVersion"], { kafkaVersion: "3.8.1" }, { kafkaVersion: "3.8.0" }, { cluster: "replaced" }),
    type: changed(["instanceType"], {}, { instanceType: "kafka.m7g.xlarge" }, inPlace),
    express: changed(
        ["instanceType"],
        { instanceType: "express.m7g.large" },
        { instanceType: "express.m7g.xlarge" },
        inPlace,
    ),
    brokers: changed(["brokers"], {}, { brokers: 6 }, inPlace),
    storage: changed(["storageGib"], {}, { storageGib: 200 }, inPlace),
    login: changed(
        ["authentication.scram"],
        { authentication: { certificateAuthorityArns: [AUTHORITY] } },
        { authentication: { scram: false, certificateAuthorityArns: [AUTHORITY] } },
        inPlace,
    ),
    authorities: changed(
        ["authentication.certificateAuthorityArns"],
        {},
        { authentication: { certificateAuthorityArns: [AUTHORITY] } },
        inPlace,
    ),
    iam: changed(["authentication.iam"], {}, { authentication: { iam: true } }, inPlace),
    retention: changed(["logs"], {}, { logs: { retentionDays: 7 } }, { logs: "updated" }),
    silent: changed(["logs"], {}, { logs: "none" }, { ...inPlace, logs: "deleted" }),
    monitoring: changed(["monitoring"], {}, { monitoring: "PER_BROKER" }, inPlace),
    key: changed(
        ["kmsKeyArn"],
        {},
        { kmsKeyArn: KEY },
        { cluster: "replaced", logs: "updated", ...each(["key", "key-alias"], "deleted") },
    ),
    groups: changed(["securityGroupIds"], {}, { securityGroupIds: [GROUP] }, { cluster: "replaced", sg: "deleted" }),
    properties: changed(
        ["serverProperties"],
        {},
        { serverProperties: { "num.partitions": 3 } },
        { ...inPlace, configuration: "updated" },
    ),
    region: changed(
        ["region"],
        { topics },
        { region: "eu-west-1", topics },
        each(["cluster", "sg", "key", "key-alias", "logs", "configuration", "topic-a"], "replaced"),
    ),
    tags: changed(
        ["tags"],
        { topics },
        { tags: { team: "plant" }, topics },
        each(["cluster", "sg", "key", "logs"], "updated"),
    ),
    topics: changed(
        ["topics", "its name", "partitions", "replicationFactor", "configs"],
        { topics: { more: {}, copies: {}, settings: {}, gone: {} } },
        {
            topics: {
                more: { partitions: 12 },
                copies: { replicationFactor: 2 },
                settings: { configs: { "retention.ms": 86_400_000 } },
                fresh: {},
            },
        },
        {
            ...{ "topic-more": "updated", "topic-copies": "replaced", "topic-settings": "updated" },
            ...{ "topic-gone": "deleted", "topic-fresh": "created" },
        },
    ),
};
