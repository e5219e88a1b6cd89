import { isRecord } from "../core/known";
import { isAuthentication, targetOf } from "./iotKafkaPipelineForm";

/*
 * What the arguments of a pipeline say to its parts. Leaves are handed on as they are, plain values and inputs alike, so
 * that what is judged is what is made.
 */

type Values = Readonly<Record<string, unknown>>;

/** Where the parts stand: known when they are made, and not before. */
export interface Place {
    readonly vpcId: unknown;
    readonly subnetIds: unknown;
}

/** Arguments that are for other parts than the rule. */
const NOT_OF_RULE = ["kafka", "network", "destination", "topicSettings"];

export function ruleArgumentsOf(
    args: Values,
    reached: { readonly destinationArn: unknown; readonly bootstrapServers: unknown; readonly authentication: unknown },
): Values {
    return { ...Object.fromEntries(Object.entries(args).filter(([name]) => !NOT_OF_RULE.includes(name))), ...reached };
}

/** Arguments of the cluster that is made, in a network that is made or given, with the topic where its name is known. */
export function clusterArgumentsOf(args: Values, { vpcId, subnetIds }: Place): Values {
    const settings = membersOf(membersOf(args.kafka).cluster);
    const topic = topicToMake(args);
    return {
        ...settings,
        vpcId,
        subnetIds,
        ...(topic === undefined ? {} : { topics: { [topic]: membersOf(args.topicSettings) } }),
        ...commonOf(args),
    };
}

/** Copies of a topic on a cluster that exists, whose number of brokers nobody tells. */
const REPLICATION_FACTOR = 3;

/** The topic on a cluster that exists, in the form of a cluster's arguments. */
export function topicArgumentsOf(args: Values, topic: string): Values {
    const settings = membersOf(args.topicSettings);
    return {
        topics: { [topic]: { ...settings, replicationFactor: settings.replicationFactor ?? REPLICATION_FACTOR } },
        ...commonOf(args),
    };
}

/** The name of the topic that is made: where it is written out, and the cluster can make topics. */
export function topicToMake({ topic, topicSettings, kafka }: Values): string | undefined {
    const isLiteral = typeof topic === "string" && topic !== "" && !topic.includes("${");
    return isLiteral && topicSettings !== "existing" && targetOf(kafka) !== "other" ? topic : undefined;
}

/** The ports of Amazon MSK's listeners inside a VPC (MSK-PORT-02, MSK-PORT-03). */
const SCRAM_PORT = 9096;
const TLS_PORT = 9094;

/** What a destination that is made lets through; `brokerSecurityGroupId` is that of a cluster that is made. */
export function destinationArgumentsOf(
    args: Values,
    { vpcId, subnetIds }: Place,
    brokerSecurityGroupId: unknown,
): Values {
    const kafka = membersOf(args.kafka);
    const { securityGroupIds } = membersOf(args.network);
    const common = { vpcId, subnetIds, ...(args.region === undefined ? {} : { region: args.region }) };
    if (securityGroupIds !== undefined) return { ...common, securityGroupIds, ...tagsOf(args) };
    const { mode } = membersOf(kafka.credentials);
    const ports =
        targetOf(kafka) === "other"
            ? { bootstrapServers: kafka.bootstrapServers }
            : { brokerPort: mode === "SSL" ? TLS_PORT : SCRAM_PORT };
    const group = kafka.brokerSecurityGroupId ?? brokerSecurityGroupId;
    return {
        ...common,
        ...ports,
        ...(group === undefined ? {} : { brokerSecurityGroupId: group }),
        ...(kafka.brokerCidrBlocks === undefined ? {} : { brokerCidrBlocks: kafka.brokerCidrBlocks }),
        ...(mode === "GSSAPI" ? { kerberos: true } : {}),
        ...tagsOf(args),
    };
}

/** Arguments of the credentials that are made or adopted; undefined where `authentication` is given. */
export function credentialsArgumentsOf(args: Values, clusterArn: unknown): Values | undefined {
    const { credentials } = membersOf(args.kafka);
    if (isAuthentication(credentials)) return undefined;
    const own = membersOf(credentials);
    // A secret that exists is known to a cluster that exists; deleting an association would take it away from others.
    const isKnown = targetOf(args.kafka) === "msk" && membersOf(own.user).existingSecretId !== undefined;
    return {
        ...own,
        mode: own.mode ?? "SCRAM-SHA-512",
        ...(clusterArn === undefined || isKnown ? {} : { clusterArn }),
        ...commonOf(args),
    };
}

function commonOf(args: Values): Values {
    return { ...(args.region === undefined ? {} : { region: args.region }), ...tagsOf(args) };
}

function tagsOf({ tags }: Values): Values {
    return tags === undefined ? {} : { tags };
}

function membersOf(value: unknown): Values {
    return isRecord(value) ? value : {};
}
