import type { IotKafkaPipelineArgs } from "pulumi-iot-kafka";
import { MADE } from "./kafkaCredentials";
import { MSK_CLUSTER_CASES } from "./mskCluster";
import { AUTHENTICATION, BROKERS, CLUSTER, GROUP, NETWORK, OTHER_CLUSTER, ROLE, SECRET } from "./samples";
import { type Change, each, type Shared, type UpdateCase, type UpdateCases } from "./updateCase";

const GIVEN = { clusterArn: CLUSTER, bootstrapServers: BROKERS, credentials: AUTHENTICATION };
const MADE_USER = { ...GIVEN, credentials: { mode: "SCRAM-SHA-512" as const } };
const OTHER_KAFKA = "kafka-1.plant.example:9093";
const COMMON = {
    sql: "SELECT * FROM 'devices/+/telemetry'",
    topic: "telemetry",
    key: "${topic(2)}",
    errorAction: "none" as const,
    kafka: GIVEN,
};
const LOGS = ["errors", "errors-key", "errors-role", "errors-policy"];
const ALARMS = [...["failures", "throttled", "throttled-older", "parse-errors", "no-success", "idle"]];
const inPlace = { rule: "updated" } as const;

type Changes = Readonly<Record<string, Change>>;
type Cases = UpdateCases<IotKafkaPipelineArgs>;

export function iotKafkaPipelineCases(shared: Shared): Cases {
    return { ...rules(shared), ...targets(shared), ...networks(), ...clusters(shared) };
}

/** Arguments of a pipeline to a cluster that exists, through a destination that exists. */
function changedIn(shared: Shared) {
    return (topic: string, row: string, after: object, changes: Changes = inPlace, before: object = {}) => {
        const common = { ...COMMON, topic, destination: { existingArn: shared.destinationArn } };
        return {
            rows: [row],
            before: { ...common, ...before } as IotKafkaPipelineArgs,
            after: { ...common, ...before, ...after } as IotKafkaPipelineArgs,
            changes,
        };
    };
}

function rules(shared: Shared): Cases {
    const changed = changedIn(shared);
    return {
        same: { ...changed("same", "sql", {}, {}), rows: [] },
        sql: changed("sql", "sql", { sql: "SELECT * FROM 'devices/+/state'" }),
        topic: changed("topic", "topic", { topic: "topic.new" }, { rule: "updated", topic: "replaced" }),
        templated: changed("templated", "topic", { topic: "site-${topic(2)}" }, { rule: "updated", topic: "deleted" }),
        key: changed("key", "key", { key: "${clientid()}" }),
        partition: changed("partition", "partition", { key: undefined, partition: "0" }),
        headers: changed("headers", "headers", { headers: [{ key: "site", value: "plant" }] }),
        acks: changed("acks", "acks", { acks: "0" }, inPlace, { acks: "1" }),
        compression: changed("compression", "compression", { compression: "zstd" }),
        keySerializer: changed("keySerializer", "keySerializer", { keySerializer: "StringSerializer" }),
        valueSerializer: changed("valueSerializer", "valueSerializer", { valueSerializer: "ByteBufferSerializer" }),
        sqlVersion: changed("sqlVersion", "sqlVersion", { sqlVersion: "2015-10-08" }),
        ruleName: changed("ruleName", "ruleName", { ruleName: "other" }, { rule: "replaced" }),
        enabled: changed("enabled", "enabled", { enabled: false }),
        description: changed("description", "description", { description: "telemetry" }),
        errors: changed(
            "errors",
            "errorAction",
            { errorAction: { logs: {} } },
            { ...inPlace, ...each(LOGS, "created") },
        ),
        retention: changed(
            "retention",
            "errorAction",
            { errorAction: { logs: { retentionDays: 7 } } },
            { errors: "updated" },
            { errorAction: { logs: {} } },
        ),
        tags: changed(
            "tags",
            "tags",
            { tags: { team: "plant" } },
            each(["rule", "secret", "secret-key", "secret-role"], "updated"),
            { kafka: MADE_USER },
        ),
    };
}

function targets(shared: Shared): Cases {
    const changed = changedIn(shared);
    const abroad = inRegion("eu-central-1");
    return {
        partitions: changed("partitions", "topicSettings", { topicSettings: { partitions: 12 } }, { topic: "updated" }),
        copies: changed("copies", "topicSettings", { topicSettings: { replicationFactor: 2 } }, { topic: "replaced" }),
        configs: changed(
            "configs",
            "topicSettings",
            { topicSettings: { configs: { "retention.ms": 3600000 } } },
            { topic: "updated" },
        ),
        alarms: changed("alarms", "alarms", { alarms: { notify: "none", dashboard: "none" } }, each(ALARMS, "created")),
        adopted: changed("adopted", "topicSettings", { topicSettings: "existing" }, { topic: "deleted" }),
        destination: changed("destination", "destination.existingArn", {
            destination: { existingArn: shared.otherDestinationArn },
        }),
        brokers: changed("brokers", "kafka.bootstrapServers", {
            kafka: { ...GIVEN, bootstrapServers: BROKERS.replace("b-1", "b-2") },
        }),
        cluster: changed(
            "cluster",
            "kafka.clusterArn",
            { kafka: { ...MADE_USER, clusterArn: OTHER_CLUSTER } },
            { topic: "replaced", association: "replaced" },
            { kafka: MADE_USER },
        ),
        credentials: changed(
            "credentials",
            "kafka.credentials",
            { kafka: GIVEN },
            { rule: "updated", ...each([...MADE, "association", "secret-role", "secret-role-read"], "deleted") },
            { kafka: MADE_USER },
        ),
        region: changed(
            "region",
            "region",
            { region: "eu-central-1", destination: { existingArn: shared.destinationAbroadArn }, kafka: abroad },
            { rule: "replaced", topic: "replaced" },
        ),
    };
}

function inRegion(region: string) {
    const [clusterArn, bootstrapServers] = [CLUSTER, BROKERS].map((text) => text.replace("us-east-1", region));
    return { ...GIVEN, clusterArn: clusterArn!, bootstrapServers: bootstrapServers! };
}

/** With destinations of their own, each in a Region where there is room for them. */
function networks(): Cases {
    const changed = (region: string, row: string, changes: Changes, after: object, before: object = {}) => {
        const common = { ...COMMON, topicSettings: "existing", region, network: NETWORK, kafka: inRegion(region) };
        return {
            rows: [row],
            before: { ...common, ...before } as IotKafkaPipelineArgs,
            after: { ...common, ...before, ...after } as IotKafkaPipelineArgs,
            changes,
        };
    };
    const anew = { rule: "updated", destination: "replaced" } as const;
    const madeRules = ["to-kafka", "within-kafka"];
    const foreign = (brokerCidrBlocks: string[]) => ({
        kafka: {
            bootstrapServers: OTHER_KAFKA,
            brokerCidrBlocks,
            credentials: { ...AUTHENTICATION, mode: "PLAIN" },
        },
    });
    const kerberos = (more: object) => ({
        kafka: {
            bootstrapServers: OTHER_KAFKA,
            credentials: {
                mode: "GSSAPI",
                keytab: { existingSecretId: SECRET },
                serviceName: "kafka",
                kdc: "kdc.plant.example",
                realm: "PLANT.EXAMPLE",
                principal: "iot/rules.plant.example",
            },
            ...more,
        },
    });
    const toKdc = ["to-kdc-tcp", "to-kdc-udp"];
    return {
        role: changed(
            "ap-south-1",
            "destination.roleArn",
            { ...anew, ...each(["role", "role-policy"], "deleted") },
            { destination: { roleArn: ROLE } },
        ),
        permissions: changed(
            "ap-southeast-1",
            "destination.interfacePermissions",
            { "role-policy": "updated" },
            { destination: { interfacePermissions: "documented" } },
        ),
        kdcGroup: changed(
            "us-east-2",
            "kafka.kdcSecurityGroupId",
            { ...each(toKdc, "updated"), ...each(["into-kdc-tcp", "into-kdc-udp"], "created") },
            kerberos({ kdcSecurityGroupId: GROUP }),
            { topicSettings: undefined, ...kerberos({}) },
        ),
        kdcBlocks: changed(
            "us-east-2",
            "kafka.kdcCidrBlocks",
            { ...each(toKdc, "deleted"), ...each(["to-kdc-tcp-0", "to-kdc-udp-0"], "created") },
            kerberos({ kdcCidrBlocks: ["10.1.0.0/16"] }),
            { topicSettings: undefined, ...kerberos({}) },
        ),
        kdcRecord: changed(
            "ap-east-1",
            "kafka.kdcRecord",
            { "kdc-record": "updated" },
            kerberos({ kdcRecord: { addresses: ["10.0.0.7", "10.0.0.8"] } }),
            { topicSettings: undefined, ...kerberos({ kdcRecord: { addresses: ["10.0.0.7"] } }) },
        ),
        vpc: changed(
            "us-west-1",
            "network",
            { ...anew, sg: "replaced", ...each(madeRules, "replaced") },
            { network: { ...NETWORK, vpcId: "vpc-0a1b2c3d4e5f60719" } },
        ),
        subnets: changed("us-west-1", "network", anew, {
            network: { ...NETWORK, subnetIds: NETWORK.subnetIds.slice(0, 2) },
        }),
        groups: changed(
            "eu-west-3",
            "network.securityGroupIds",
            { ...anew, ...each(["sg", ...madeRules], "deleted") },
            { network: { ...NETWORK, securityGroupIds: [GROUP] } },
        ),
        opened: changed(
            "eu-west-3",
            "kafka.brokerSecurityGroupId",
            { "to-kafka": "updated", "into-kafka": "created" },
            { kafka: { ...inRegion("eu-west-3"), brokerSecurityGroupId: GROUP } },
        ),
        blocks: changed(
            "ap-south-1",
            "kafka.brokerCidrBlocks",
            { "to-kafka-0": "updated", "to-kafka-1": "created" },
            foreign(["10.3.0.0/16", "10.2.0.0/16"]),
            { topicSettings: undefined, ...foreign(["10.1.0.0/16"]) },
        ),
    };
}

/** Rows of an MskCluster that a pipeline decides itself. */
const NOT_OF_PIPELINES = ["vpc", "subnets", "same", "login", "region", "tags", "topics"];

/** Every argument of `kafka.cluster`, with what it does to the cluster's own children and to who stands on the cluster. */
function clusters(shared: Shared): Cases {
    const of = (name: string, { before, after, changes }: UpdateCase<object>) => {
        const args = (cluster: object) => {
            const { vpcId: _, subnetIds: __, topics: ___, clusterName, ...more } = cluster as Record<string, unknown>;
            // Two clusters of one name cannot be.
            const rest = { ...more, ...(clusterName === undefined ? {} : { clusterName: `${clusterName}-too` }) };
            return {
                ...COMMON,
                topic: `cluster.${name}`,
                destination: { existingArn: shared.destinationArn },
                network: NETWORK,
                kafka: { cluster: rest, credentials: { mode: "SCRAM-SHA-512", user: { existingSecretId: SECRET } } },
            } as unknown as IotKafkaPipelineArgs;
        };
        const own = Object.entries(changes).filter(([suffix]) => !suffix.startsWith("topic-"));
        const inPipeline = own.map(([suffix, what]) => [suffix === "cluster" ? suffix : `cluster-${suffix}`, what]);
        const isReplaced = changes.cluster === "replaced";
        return {
            rows: ["kafka.cluster"],
            before: args(before),
            after: args(after),
            changes: {
                ...Object.fromEntries(inPipeline),
                ...(isReplaced ? { topic: "replaced", association: "replaced", rule: "updated" } : {}),
            } as Changes,
        };
    };
    const cases = Object.entries(MSK_CLUSTER_CASES).filter(([name]) => !NOT_OF_PIPELINES.includes(name));
    return Object.fromEntries(cases.map(([name, one]) => [`cluster_${name}`, of(name, one)]));
}
