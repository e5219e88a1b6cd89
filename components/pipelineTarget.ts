import { Topic } from "@pulumi/aws/msk";
import type { ComponentResource, Input, Output, Resource } from "@pulumi/pulumi";
import { mskTopicInputs } from "../constraints/components/mskTopics";
import type { NamedIn } from "../constraints/components/names";
import {
    clusterArgumentsOf,
    credentialsArgumentsOf,
    topicArgumentsOf,
    topicToMake,
} from "../constraints/components/pipelineArguments";
import type { KafkaAuthentication } from "./authentication";
import { inputArguments } from "./inputs";
import type { IotKafkaPipelineArgs } from "./iotKafkaPipelineArgs";
import { type CreatedKafkaCredentials, makeKafkaCredentials } from "./kafkaCredentials";
import type { KafkaCredentialsArgs } from "./kafkaCredentialsArgs";
import { makeMskCluster } from "./mskCluster";
import type { MskClusterArgs, MskClusterOutputs } from "./mskClusterArgs";
import type { PipelineNetwork } from "./pipelineNetwork";

/** Where a pipeline sends messages, and how it logs in. */
export interface PipelineTarget {
    readonly bootstrapServers: Input<string>;
    readonly authentication: KafkaAuthentication;
    readonly clusterArn: Input<string> | undefined;
    /** The brokers' group, where one is made. */
    readonly madeBrokerSecurityGroupId: Output<string> | undefined;
    readonly credentials: CreatedKafkaCredentials | undefined;
    /** What the rule needs to be there: the topic, and whatever a login takes. */
    readonly ready: readonly Resource[];
}

/** The target of a pipeline: a cluster that is made or given, with its topic, and credentials that are made or given. */
export function createPipelineTarget(
    component: ComponentResource,
    named: NamedIn,
    args: IotKafkaPipelineArgs,
    network: PipelineNetwork,
    dependencies: readonly Input<Resource>[],
): PipelineTarget {
    const { kafka } = args;
    const cluster =
        kafka?.bootstrapServers === undefined
            ? createCluster(component, named, args, network, dependencies)
            : undefined;
    const clusterArn = cluster?.clusterArn ?? kafka?.clusterArn;
    const topic = clusterArn === undefined ? undefined : createTopic(component, named, args, network, clusterArn);
    const settings = credentialsArgumentsOf(args, clusterArn) as unknown as KafkaCredentialsArgs | undefined;
    const credentials = settings && makeKafkaCredentials(component, named, settings, dependencies);
    return {
        bootstrapServers: cluster?.bootstrapServers ?? kafka!.bootstrapServers!,
        authentication: credentials?.authentication ?? (kafka!.credentials as KafkaAuthentication),
        clusterArn,
        madeBrokerSecurityGroupId:
            kafka?.cluster?.securityGroupIds === undefined
                ? (cluster?.securityGroupId as Output<string> | undefined)
                : undefined,
        credentials,
        ready: [...(topic ? [topic] : []), ...(credentials?.ready ?? [])],
    };
}

function createCluster(
    component: ComponentResource,
    named: NamedIn,
    args: IotKafkaPipelineArgs,
    network: PipelineNetwork,
    dependencies: readonly Input<Resource>[],
): MskClusterOutputs {
    const settings = clusterArgumentsOf(args, network) as unknown as MskClusterArgs;
    const cluster = { ...named, name: `${named.name}-cluster` };
    return makeMskCluster(component, cluster, settings, [...network.resources, ...dependencies]);
}

function createTopic(
    component: ComponentResource,
    named: NamedIn,
    args: IotKafkaPipelineArgs,
    { subnetIds }: PipelineNetwork,
    clusterArn: Input<string>,
): Topic | undefined {
    const topic = topicToMake(args);
    if (topic === undefined) return undefined;
    const inputs = mskTopicInputs(inputArguments(topicArgumentsOf(args, topic, subnetIds)), topic);
    return new Topic(`${named.name}-topic`, { clusterArn, ...inputs }, { parent: component });
}
