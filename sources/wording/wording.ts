/** How one kind of source names what the texts of constraints speak of in the names of Pulumi. */
export interface Speech {
    /** A property or output, by its name in the facts. */
    name(fact: string): string;
    /** A type of resource, by its token in a program: `aws.iot.TopicRule`. */
    type(token: string): string;
    /** Pieces of text that speak of programs, and what stands there instead. */
    readonly phrases: ReadonlyMap<string, string>;
    /** Names that the source has no counterpart of: an alternative that names one is left out. */
    readonly absent: readonly string[];
    /** What stands between a name and its value: `: ` or ` = `. */
    readonly assignment: string;
    /** The Kafka action at a place of the facts, from 0. */
    kafkaAction(index: number): string;
}

/**
 * A text of a constraint in the names of a source. What stands in double quotes is somebody's value and is kept, as is
 * every word that is none of the names below.
 */
export function worded(text: string, speech: Speech): string {
    const done: string[] = [];
    const keep = (piece: string) => `${MARK}${done.push(piece) - 1}${MARK}`;
    const phrased = phrasesIn(withoutAbsent(text, speech.absent), speech.phrases, keep);
    return phrased
        .replace(QUOTED, keep)
        .replace(/`([a-z]\w*)(: |`)/g, (whole, name: string, end: string) => {
            const own = NAMES.has(name) ? speech.name(name) : name;
            return end === "`" ? (own === name ? whole : keep(`\`${own}\``)) : `\`${keep(own + speech.assignment)}`;
        })
        .replace(/\bkafkas\[(\d+)\]/g, (_, index: string) => keep(speech.kafkaAction(Number(index))))
        .replace(/\baws\.[a-z0-9]+\.[A-Z]\w*/g, (token) => keep(speech.type(token)))
        .replace(CHAIN, (whole, first: string, rest: string) =>
            NAMES.has(first) ? [first, ...rest.split(".").slice(1)].map((name) => speech.name(name)).join(".") : whole,
        )
        .replace(KEPT, (_, index: string) => unmarked(done[Number(index)] ?? "", done));
}

/** Stands before and behind the number of a piece that is done. */
const MARK = "\ue000";
const KEPT = /\ue000(\d+)\ue000/g;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
/** `brokerNodeGroupInfo.clientSubnets`, and no function's name. */
const CHAIN = /(?<![\w.$@{-])([a-z]+[A-Z]\w*)((?:\.[a-z]\w*)*)(?![\w(])/g;

/** A piece that holds pieces which were done before it. */
function unmarked(piece: string, done: readonly string[]): string {
    return piece.replace(KEPT, (_, index: string) => done[Number(index)] ?? "");
}

function phrasesIn(text: string, phrases: Speech["phrases"], keep: (piece: string) => string): string {
    let made = text;
    for (const [from, to] of phrases) if (made.includes(from)) made = made.replaceAll(from, () => keep(to));
    return made;
}

/** `A, or the \`namePrefix\` B.` is `A.` where there is no such name. */
function withoutAbsent(text: string, absent: readonly string[]): string {
    return absent.reduce((kept, name) => {
        if (!kept.includes(`\`${name}\``)) return kept;
        return kept.replace(new RegExp(`,? or (?:use )?(?:the |a |an )?\`${name}\`[^.,;]*`, "g"), "");
    }, text);
}

/** The names of properties and outputs that texts of constraints speak of. */
export const NAMES: ReadonlySet<string> = new Set(
    [
        "arn name sql kafkas headers enabled vpcs period tags",
        "assumeRolePolicy availabilityZone azDistribution brokerLogs brokerNodeGroupInfo certificateAuthorityArns",
        "bootstrapBrokers bootstrapBrokersIpv6 bootstrapBrokersPublicSaslIam bootstrapBrokersPublicSaslScram",
        "bootstrapBrokersPublicTls bootstrapBrokersSaslIam bootstrapBrokersSaslIamIpv6 bootstrapBrokersSaslScram",
        "bootstrapBrokersSaslScramIpv6 bootstrapBrokersTls bootstrapBrokersTlsIpv6",
        "bootstrapBrokersVpcConnectivitySaslIam bootstrapBrokersVpcConnectivitySaslScram",
        "bootstrapBrokersVpcConnectivityTls zookeeperConnectString zookeeperConnectStringTls",
        "cidrBlock clientAuthentication clientBroker clientProperties clientSubnets cloudwatchLogs clusterArn",
        "clusterName configurationInfo connectivityInfo customerMasterKeySpec defaultLogLevel overrideSpecial deletionWindowInDays",
        "deliveryStream dependsOn destinationArn disableAllLogs ebsStorageInfo enableDnsHostnames enableDnsSupport",
        "encryptionAtRestKmsKeyArn encryptionInfo encryptionInTransit enhancedMonitoring errorAction fromPort",
        "inCluster inlinePolicies instanceType ipProtocol kafkaVersion kafkaVersions keyId keyUsage kmsKeyId",
        "logGroup logGroupName loggingInfo managedPolicyArns metricName metricQueries namePrefix numberOfBrokerNodes",
        "partitionCount permissionsBoundary provisionedThroughput publicAccess recoveryWindowInDays replicationFactor",
        "retentionInDays roleArn ruleName secretArn secretArnLists secretBinary secretId secretString",
        "securityGroupIds securityGroups serverProperties sourceAccount sourceArn sqlVersion storageInfo storageMode",
        "subnetId subnetIds targetKeyId toPort treatMissingData versionStages volumeSize volumeThroughput",
        "vpcConfiguration vpcConnectivity vpcId",
    ].flatMap((line) => line.split(" ")),
);
