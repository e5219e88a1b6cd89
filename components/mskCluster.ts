import { Cluster, Configuration, Topic } from "@pulumi/aws/msk";
import {
    all,
    ComponentResource,
    type ComponentResourceOptions,
    getProject,
    getStack,
    type Input,
    type Output,
    output,
    type Resource,
} from "@pulumi/pulumi";
import { MSK_CLUSTER, urnOf } from "../constraints/components";
import { clusterInputs } from "../constraints/components/mskCluster";
import { mskServerProperties } from "../constraints/components/mskServerProperties";
import { mskTopicInputs } from "../constraints/components/mskTopics";
import { clusterNameOf, type NamedIn } from "../constraints/components/names";
import { createBrokerLogs } from "./brokerLogs";
import { createBrokerSecurityGroup } from "./brokerSecurityGroup";
import { createClusterKey } from "./clusterKey";
import { dependenciesOf } from "./dependencies";
import { withExplanations } from "./failures";
import { gate } from "./gate";
import { hasType } from "./hasType";
import { inputArguments } from "./inputs";
import type { MskClusterArgs, MskClusterOutputs } from "./mskClusterArgs";
import { placeOf } from "./place";
import { withTimeouts } from "./timeouts";

/** Ports of Amazon MSK's listeners inside a VPC (MSK-PORT-02, MSK-PORT-03). */
const SCRAM_PORT = 9096;
const TLS_PORT = 9094;

/**
 * A provisioned cluster of Amazon MSK that rules can write to: logins by SASL/SCRAM, mutual TLS or both, encryption
 * everywhere with a key of its own, a log, a configuration that loses no messages, a security group that lets nobody in
 * until somebody is named, and its topics.
 *
 * Amazon MSK takes 20 to 30 minutes to make one, and a replaced cluster is a new one without the old one's messages:
 * `protect` it.
 *
 * Its arguments are checked against what AWS documents before a resource exists: everything wrong with them is in one
 * `ResourceError`. An Output among them is checked when it resolves.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html
 */
export class MskCluster extends ComponentResource {
    /** @internal */
    static readonly __pulumiType = MSK_CLUSTER;

    /** True for an `MskCluster`, even of another copy of this package. */
    static override isInstance(candidate: unknown): candidate is MskCluster {
        return hasType(candidate, MSK_CLUSTER);
    }

    /** ARN of the cluster. */
    readonly clusterArn: Output<string>;
    /** Name of the cluster. */
    readonly clusterName: Output<string>;
    /** `host:port,host:port` for `bootstrapServers` of a rule: those of SASL/SCRAM where it is on, else of TLS. */
    readonly bootstrapServers: Output<string>;
    /** The brokers for SASL/SCRAM; undefined where it is off. */
    readonly bootstrapServersScram: Output<string | undefined>;
    /** The brokers for mutual TLS; undefined where it is off. */
    readonly bootstrapServersTls: Output<string | undefined>;
    /** The port in `bootstrapServers`, known before the cluster is: for `brokerPort` of a `VpcDestination`. */
    readonly brokerPort: Output<number>;
    /** The port in `bootstrapServersScram`, 9096; undefined where it is off. */
    readonly scramPort: Output<number | undefined>;
    /** The port in `bootstrapServersTls`, 9094; undefined where it is off. */
    readonly tlsPort: Output<number | undefined>;
    /** The brokers' security groups. */
    readonly securityGroupIds: Output<string[]>;
    /** The security group that was made, for `brokerSecurityGroupId` of a `VpcDestination`; undefined when some were given. */
    readonly securityGroupId: Output<string | undefined>;
    /** The key that encrypts the brokers' disks, made or given. */
    readonly kmsKeyArn: Output<string>;
    /** The configuration with the server properties. */
    readonly configurationArn: Output<string>;
    /** The brokers' log; undefined with `logs: "none"`. */
    readonly logGroupName: Output<string | undefined>;
    /** Names of the topics that were made; known when they are there, so that a rule made of one comes after it. */
    readonly topicNames: Output<string[]>;
    /** Their ARNs by their names. */
    readonly topicArns: Output<Record<string, string>>;

    /** @throws ResourceError naming every argument that breaks what AWS documents */
    constructor(name: string, args: MskClusterArgs, opts?: ComponentResourceOptions) {
        super(MSK_CLUSTER, name, args ?? {}, withTimeouts(withExplanations(MSK_CLUSTER, name, opts)));
        const outputs = createMskCluster(this, name, args, dependenciesOf(opts));
        this.clusterArn = outputs.clusterArn;
        this.clusterName = outputs.clusterName;
        this.bootstrapServers = outputs.bootstrapServers;
        this.bootstrapServersScram = outputs.bootstrapServersScram;
        this.bootstrapServersTls = outputs.bootstrapServersTls;
        this.brokerPort = outputs.brokerPort;
        this.scramPort = outputs.scramPort;
        this.tlsPort = outputs.tlsPort;
        this.securityGroupIds = outputs.securityGroupIds;
        this.securityGroupId = outputs.securityGroupId;
        this.kmsKeyArn = outputs.kmsKeyArn;
        this.configurationArn = outputs.configurationArn;
        this.logGroupName = outputs.logGroupName;
        this.topicNames = outputs.topicNames;
        this.topicArns = outputs.topicArns;
        this.registerOutputs({ ...outputs });
    }
}

/**
 * Makes what an `MskCluster` is made of, as children of `component`. The cluster itself also comes after `dependencies`,
 * and is deleted before them.
 */
export function createMskCluster(
    component: ComponentResource,
    name: string,
    given: MskClusterArgs,
    dependencies: readonly Input<Resource>[] = [],
): MskClusterOutputs {
    const named = { project: getProject(), stack: getStack(), name };
    const urn = urnOf(MSK_CLUSTER, named);
    const args = gate({ component, type: MSK_CLUSTER, urn, name }, given);
    return makeMskCluster(component, named, args, dependencies);
}

/** The same with arguments that somebody has checked. */
export function makeMskCluster(
    component: ComponentResource,
    named: NamedIn,
    args: MskClusterArgs,
    dependencies: readonly Input<Resource>[],
): MskClusterOutputs {
    const { name } = named;
    const { region } = args;
    const options = { parent: component };
    const source = inputArguments(args);

    const key =
        args.kmsKeyArn === undefined ? createClusterKey(component, named, placeOf(component, region), args) : undefined;
    const kmsKeyArn = output(key?.arn ?? args.kmsKeyArn!);
    const group = args.securityGroupIds === undefined ? createBrokerSecurityGroup(component, name, args) : undefined;
    const securityGroupIds = output(group ? [group.id] : args.securityGroupIds!);
    const logGroup = args.logs === "none" ? undefined : createBrokerLogs(component, named, key?.arn, args);
    const configuration = new Configuration(
        `${name}-configuration`,
        {
            name: clusterNameOf(named),
            description: `Server properties of the cluster ${name}`,
            serverProperties: mskServerProperties(source),
            region,
        },
        // Only another Region replaces it, where its name is free; the old one cannot go while the old cluster uses it.
        { ...options, deleteBeforeReplace: false },
    );
    const cluster = new Cluster(
        name,
        clusterInputs(source, named, {
            kmsKeyArn,
            securityGroups: group ? [group.id] : securityGroupIds,
            configuration: { arn: configuration.arn, revision: configuration.latestRevision },
            logGroup: logGroup?.name,
        }),
        { ...options, dependsOn: [...dependencies] },
    );
    const topics = source
        .names(["topics"])
        .map(
            (topic) =>
                new Topic(
                    `${name}-topic-${topic}`,
                    { clusterArn: cluster.arn, ...mskTopicInputs(source, topic) },
                    options,
                ),
        );

    const hasScram = args.authentication?.scram !== false;
    const hasTls = args.authentication?.certificateAuthorityArns !== undefined;
    const bootstrapServersScram = output(hasScram ? cluster.bootstrapBrokersSaslScram : undefined);
    const bootstrapServersTls = output(hasTls ? cluster.bootstrapBrokersTls : undefined);
    return {
        clusterArn: cluster.arn,
        clusterName: cluster.clusterName,
        bootstrapServers: hasScram ? cluster.bootstrapBrokersSaslScram : cluster.bootstrapBrokersTls,
        bootstrapServersScram,
        bootstrapServersTls,
        brokerPort: output(hasScram ? SCRAM_PORT : TLS_PORT),
        scramPort: output(hasScram ? SCRAM_PORT : undefined),
        tlsPort: output(hasTls ? TLS_PORT : undefined),
        securityGroupIds,
        securityGroupId: output(group?.id),
        kmsKeyArn,
        configurationArn: configuration.arn,
        logGroupName: output(logGroup?.name),
        topicNames: all(topics.map((topic) => topic.name)),
        topicArns: all(topics.map((topic) => all([topic.name, topic.arn]))).apply((pairs) => Object.fromEntries(pairs)),
    };
}
