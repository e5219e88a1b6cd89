import { isRecord } from "../core/known";
import { isAuthentication, targetOf } from "./pipelineKinds";

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
const NOT_OF_RULE = ["kafka", "network", "destination", "topicSettings", "alarms"];

export function ruleArgumentsOf(
    args: object,
    reached: { readonly destinationArn: unknown; readonly bootstrapServers: unknown; readonly authentication: unknown },
): Values {
    return { ...Object.fromEntries(Object.entries(args).filter(([name]) => !NOT_OF_RULE.includes(name))), ...reached };
}

/** Arguments of the cluster that is made, in a network that is made or given. */
export function clusterArgumentsOf(given: object, { vpcId, subnetIds }: Place): Values {
    const args = membersOf(given);
    const { cluster, credentials } = membersOf(args.kafka);
    const settings = membersOf(cluster);
    // Who comes with a certificate needs no users.
    const only = membersOf(credentials).mode === "SSL" ? { scram: false } : {};
    const logins = { ...membersOf(settings.authentication), ...only };
    const authentication = Object.keys(logins).length === 0 ? {} : { authentication: logins };
    return { ...settings, ...authentication, vpcId, subnetIds, ...commonOf(args) };
}

/** Copies of a topic on a cluster that exists, whose number of brokers nobody tells. */
const REPLICATION_FACTOR = 3;

/** The topic in the form of a cluster's arguments: on a new cluster each subnet has a broker that keeps a copy. */
export function topicArgumentsOf(given: object, topic: string, subnetIds: unknown): Values {
    const args = membersOf(given);
    const settings = membersOf(args.topicSettings);
    const isNew = targetOf(args.kafka) === "new";
    const preset = isNew ? {} : { replicationFactor: REPLICATION_FACTOR };
    return {
        topics: { [topic]: { ...preset, ...settings } },
        subnetIds: isNew ? subnetIds : [],
        ...commonOf(args),
    };
}

/** The name of the topic that is made: where it is written out, and the cluster can make topics. */
export function topicToMake(args: object): string | undefined {
    const { topic, topicSettings, kafka } = membersOf(args);
    const isLiteral = typeof topic === "string" && topic !== "" && !topic.includes("${");
    return isLiteral && topicSettings !== "existing" && targetOf(kafka) !== "other" ? topic : undefined;
}

/** The ports of Amazon MSK's listeners inside a VPC (MSK-PORT-02, MSK-PORT-03). */
const MSK_SCRAM_PORT = 9096;
const MSK_TLS_PORT = 9094;

/** The port of Amazon MSK that a way of logging in uses. */
export function mskPortOf(kafka: unknown): number {
    return membersOf(membersOf(kafka).credentials).mode === "SSL" ? MSK_TLS_PORT : MSK_SCRAM_PORT;
}

/** Everywhere, for brokers that are reached through the internet. */
const ANYWHERE = ["0.0.0.0/0"];

/** True where brokers that exist are reached from a new network, so that it needs a way out. */
export function needsInternet(given: object): boolean {
    const { network, kafka } = membersOf(given);
    return network === "new" && targetOf(kafka) === "other";
}

/** What a destination that is made lets through; `brokerSecurityGroupId` is that of a cluster that is made. */
export function destinationArgumentsOf(
    given: object,
    { vpcId, subnetIds }: Place,
    brokerSecurityGroupId: unknown,
): Values {
    const args = membersOf(given);
    const kafka = membersOf(args.kafka);
    const { securityGroupIds } = membersOf(args.network);
    const common = { vpcId, subnetIds, ...(args.region === undefined ? {} : { region: args.region }) };
    const { mode, kdc } = membersOf(kafka.credentials);
    const record = kafka.kdcRecord === undefined ? {} : { kdcRecord: { ...membersOf(kafka.kdcRecord), host: kdc } };
    const own = { ...common, ...record, ...membersOf(args.destination), ...tagsOf(args) };
    if (securityGroupIds !== undefined) return { ...own, securityGroupIds };
    const ports =
        targetOf(kafka) === "other" ? { bootstrapServers: kafka.bootstrapServers } : { brokerPort: mskPortOf(kafka) };
    const group = kafka.brokerSecurityGroupId ?? brokerSecurityGroupId;
    const blocks = kafka.brokerCidrBlocks ?? (needsInternet(args) ? ANYWHERE : undefined);
    return {
        ...own,
        ...ports,
        ...(group === undefined ? {} : { brokerSecurityGroupId: group }),
        ...(blocks === undefined ? {} : { brokerCidrBlocks: blocks }),
        ...(kafka.kdcSecurityGroupId === undefined ? {} : { kdcSecurityGroupId: kafka.kdcSecurityGroupId }),
        ...(kafka.kdcCidrBlocks === undefined ? {} : { kdcCidrBlocks: kafka.kdcCidrBlocks }),
        ...(mode === "GSSAPI" ? { kerberos: true } : {}),
    };
}

/** Arguments of the credentials that are made or adopted; undefined where `authentication` is given. */
export function credentialsArgumentsOf(given: object, clusterArn: unknown): Values | undefined {
    const args = membersOf(given);
    const { credentials } = membersOf(args.kafka);
    if (isAuthentication(credentials)) return undefined;
    const own = membersOf(credentials);
    // A secret that exists is known to a cluster that exists; deleting an association would take it away from others.
    const isKnown = targetOf(args.kafka) === "msk" && membersOf(own.user).existingSecretId !== undefined;
    const mode = own.mode ?? "SCRAM-SHA-512";
    const isAssociated = mode === "SCRAM-SHA-512" && clusterArn !== undefined && !isKnown;
    return {
        ...own,
        mode,
        ...(isAssociated ? { clusterArn } : {}),
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
