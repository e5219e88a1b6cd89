import type { Path } from "../core/path";
import type { Arguments, Leaves } from "./arguments";
import type { ComponentFacts } from "./componentFacts";
import { isExpressType } from "./mskClusterForm";
import { mskServerProperties } from "./mskServerProperties";
import { mskTopicArgument, mskTopicInputs } from "./mskTopics";
import { brokerLogGroupNameOf, clusterNameOf, type NamedIn } from "./names";

/** What an `MskCluster` makes itself. Nothing where the arguments name something that exists, or refuse it in words. */
export interface MadeForCluster<L extends Leaves> {
    readonly kmsKeyArn: L["text"];
    readonly securityGroups: L["texts"];
    readonly configuration: { readonly arn: L["text"]; readonly revision: L["number"] };
    readonly logGroup: L["text"] | undefined;
}

/** The inputs of the cluster that an `MskCluster` makes, spelled as in @pulumi/aws. */
export interface ClusterInputs<L extends Leaves> {
    readonly clusterName: L["text"];
    readonly kafkaVersion: L["text"];
    readonly numberOfBrokerNodes: L["number"];
    readonly enhancedMonitoring: L["text"];
    readonly brokerNodeGroupInfo: {
        readonly instanceType: L["text"];
        readonly clientSubnets: L["texts"];
        readonly securityGroups: L["texts"];
        readonly storageInfo?: { readonly ebsStorageInfo: { readonly volumeSize: L["number"] } };
    };
    readonly clientAuthentication: {
        readonly sasl: { readonly scram: L["flag"]; readonly iam: L["flag"] };
        readonly tls?: { readonly certificateAuthorityArns: L["texts"] };
        readonly unauthenticated: L["flag"];
    };
    readonly encryptionInfo: {
        readonly encryptionAtRestKmsKeyArn: L["text"];
        readonly encryptionInTransit: { readonly clientBroker: L["text"]; readonly inCluster: L["flag"] };
    };
    readonly configurationInfo: { readonly arn: L["text"]; readonly revision: L["number"] };
    readonly loggingInfo: {
        readonly brokerLogs: {
            readonly cloudwatchLogs: { readonly enabled: L["flag"]; readonly logGroup?: L["text"] };
        };
    };
    readonly region?: L["text"];
    readonly tags?: L["tags"];
}

const INSTANCE_TYPE = "kafka.m7g.large";
const STORAGE_GIB = 100;
/** What AWS recommends, without ZooKeeper (MSK-VER-02). */
const KAFKA_VERSION = "3.9.x.kraft";
/** The small type has no KRaft (MSK-INST-05). */
const SMALL_TYPE = "kafka.t3.small";
const KAFKA_VERSION_OF_SMALL_TYPE = "3.9.x";

export function clusterInputs<L extends Leaves>(
    args: Arguments<L>,
    named: NamedIn | undefined,
    made: MadeForCluster<L>,
): ClusterInputs<L> {
    const instanceType = args.leafOr("text", ["instanceType"], args.text(INSTANCE_TYPE));
    const version = instanceType === SMALL_TYPE ? KAFKA_VERSION_OF_SMALL_TYPE : KAFKA_VERSION;
    const authorities = args.leaf("texts", ["authentication", "certificateAuthorityArns"]);
    const volumeSize = args.leafOr("number", ["storageGib"], args.number(STORAGE_GIB));
    const [region, tags] = [args.leaf("text", ["region"]), args.leaf("tags", ["tags"])];
    return {
        clusterName: args.leafOr("text", ["clusterName"], named ? args.text(clusterNameOf(named)) : args.unknown),
        kafkaVersion: args.leafOr("text", ["kafkaVersion"], args.text(version)),
        numberOfBrokerNodes: args.leafOr("number", ["brokers"], args.count(["subnetIds"])),
        enhancedMonitoring: args.leafOr("text", ["monitoring"], args.text("DEFAULT")),
        brokerNodeGroupInfo: {
            instanceType,
            clientSubnets: args.leafOr("texts", ["subnetIds"], args.unknown),
            securityGroups: args.leaf("texts", ["securityGroupIds"]) ?? made.securityGroups,
            ...(isExpressType(instanceType) ? {} : { storageInfo: { ebsStorageInfo: { volumeSize } } }),
        },
        clientAuthentication: {
            sasl: {
                scram: args.leafOr("flag", ["authentication", "scram"], args.flag(true)),
                iam: args.leafOr("flag", ["authentication", "iam"], args.flag(false)),
            },
            ...(authorities === undefined ? {} : { tls: { certificateAuthorityArns: authorities } }),
            unauthenticated: args.flag(false),
        },
        encryptionInfo: {
            encryptionAtRestKmsKeyArn: args.leaf("text", ["kmsKeyArn"]) ?? made.kmsKeyArn,
            encryptionInTransit: { clientBroker: args.text("TLS"), inCluster: args.flag(true) },
        },
        configurationInfo: made.configuration,
        loggingInfo: {
            brokerLogs: {
                // Said in words: the provider leaves the brokers logging when the block is only left out.
                cloudwatchLogs:
                    made.logGroup === undefined
                        ? { enabled: args.flag(false) }
                        : { enabled: args.flag(true), logGroup: made.logGroup },
            },
        },
        ...(region === undefined ? {} : { region }),
        ...(tags === undefined ? {} : { tags }),
    };
}

/** Which argument each path of the cluster's inputs comes from; the longest one that fits counts. */
const ARGUMENTS: readonly (readonly [path: string, argument: Path])[] = [
    ["brokerNodeGroupInfo.clientSubnets", ["subnetIds"]],
    ["brokerNodeGroupInfo.instanceType", ["instanceType"]],
    ["brokerNodeGroupInfo.securityGroups", ["securityGroupIds"]],
    ["brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize", ["storageGib"]],
    ["brokerNodeGroupInfo", []],
    ["clientAuthentication.sasl", ["authentication"]],
    ["clientAuthentication.tls", ["authentication"]],
    ["clientAuthentication", ["authentication"]],
    ["configurationInfo", ["serverProperties"]],
    ["encryptionInfo.encryptionAtRestKmsKeyArn", ["kmsKeyArn"]],
    ["encryptionInfo", []],
    ["enhancedMonitoring", ["monitoring"]],
    ["loggingInfo", ["logs"]],
];

/** Arguments that stand for all that is below them. */
const WHOLE: ReadonlySet<string> = new Set([
    "brokerNodeGroupInfo",
    "configurationInfo",
    "encryptionInfo",
    "loggingInfo",
]);

/** Where a path of the cluster's inputs comes from among the arguments; the enclosing argument where something is missing. */
function clusterArgument(args: Arguments<Leaves>, path: Path): Path {
    if (path[0] === "numberOfBrokerNodes")
        return args.leaf("number", ["brokers"]) === undefined ? ["subnetIds"] : ["brokers"];
    for (const [prefix, argument] of ARGUMENTS) {
        const names = prefix.split(".");
        if (!names.every((name, index) => path[index] === name)) continue;
        return WHOLE.has(prefix) ? argument : [...argument, ...path.slice(names.length)];
    }
    return path;
}

/**
 * What the arguments of an `MskCluster` state: the cluster, its configuration and its topics, joined as the resources
 * will be.
 */
export function mskClusterFacts(
    args: Arguments<Leaves>,
    id: string,
    name: string,
    named: NamedIn | undefined,
): ComponentFacts[] {
    const { unknown } = args;
    const configurationId = `${id} configuration`;
    const region = args.leaf("text", ["region"]);
    const made: MadeForCluster<Leaves> = {
        kmsKeyArn: unknown,
        securityGroups: [unknown],
        configuration: { arn: unknown, revision: unknown },
        logGroup: args.leaf("text", ["logs"]) === "none" ? undefined : named ? brokerLogGroupNameOf(named) : unknown,
    };
    const cluster: ComponentFacts = {
        resource: {
            kind: "cluster",
            id,
            name,
            values: { ...clusterInputs(args, named, made) },
            references: { configurationInfo: [configurationId] },
            dependencies: [configurationId],
        },
        argumentPath: (path) => clusterArgument(args, path),
    };
    const configuration: ComponentFacts = {
        resource: {
            kind: "configuration",
            id: configurationId,
            name,
            values: {
                name: named ? clusterNameOf(named) : unknown,
                serverProperties: mskServerProperties(args),
                ...(region === undefined ? {} : { region }),
            },
        },
        argumentPath: ([first]) => (first === "serverProperties" ? ["serverProperties"] : []),
    };
    const topics = args.names(["topics"]).map(
        (topic): ComponentFacts => ({
            resource: {
                kind: "topic",
                id: `${id} topic ${topic}`,
                name: topic,
                values: { clusterArn: unknown, ...mskTopicInputs(args, topic) },
                references: { clusterArn: [id] },
                dependencies: [id],
            },
            argumentPath: (path) => mskTopicArgument(topic, path),
        }),
    );
    return [configuration, cluster, ...topics];
}
