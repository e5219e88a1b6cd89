import { type ComponentResource, type Input, type Output, output } from "@pulumi/pulumi";
import { errorKindOf } from "../constraints/components/errorAction";
import { isExpressType } from "../constraints/components/mskClusterForm";
import { clusterNameOf, type NamedIn } from "../constraints/components/names";
import { targetOf } from "../constraints/components/pipelineKinds";
import { inputArguments } from "./inputs";
import type { IotKafkaPipelineArgs } from "./iotKafkaPipelineArgs";
import { makePipelineAlarms } from "./pipelineAlarms";
import type { PipelineAlarmsOutputs, WatchedCluster } from "./pipelineAlarmsArgs";

/** What is watched of a pipeline. */
export interface WatchedPipeline {
    readonly ruleName: Output<string>;
    readonly clusterArn: Input<string> | undefined;
}

/** The alarms of a pipeline, where they are asked for. */
export function makeAlarmsOfPipeline(
    component: ComponentResource,
    named: NamedIn,
    args: IotKafkaPipelineArgs,
    { ruleName, clusterArn }: WatchedPipeline,
): PipelineAlarmsOutputs | undefined {
    const { alarms = "none", region, tags } = args;
    if (alarms === "none") return undefined;
    const { brokers = brokersOf(args), ...settings } = alarms;
    const name = nameOfCluster(named, args, clusterArn);
    const instanceType = args.kafka?.cluster?.instanceType;
    const cluster: WatchedCluster | undefined =
        name === undefined || brokers === undefined
            ? undefined
            : {
                  name,
                  brokers,
                  brokerKind: isExpressType(instanceType) ? "express" : "standard",
                  clientAuthentication: args.kafka?.credentials?.mode === "SSL" ? "TLS" : "SASL_SCRAM",
              };
    return makePipelineAlarms(component, named, {
        ...settings,
        ruleName,
        errorAction: errorKindOf(inputArguments(args)),
        ...(cluster ? { cluster } : {}),
        ...(region === undefined ? {} : { region }),
        ...(tags === undefined ? {} : { tags }),
    });
}

/** A new cluster has one broker in each subnet; of one that exists nobody tells. */
function brokersOf({ kafka, network }: IotKafkaPipelineArgs): number | undefined {
    if (targetOf(kafka) !== "new") return undefined;
    const given = kafka?.cluster?.brokers;
    if (given !== undefined) return typeof given === "number" ? given : undefined;
    if (network === "new") return SUBNETS_OF_NEW_NETWORK;
    return Array.isArray(network?.subnetIds) ? network.subnetIds.length : undefined;
}

const SUBNETS_OF_NEW_NETWORK = 3;

/** The name of a new cluster is known before its ARN is. */
function nameOfCluster(
    named: NamedIn,
    { kafka }: IotKafkaPipelineArgs,
    clusterArn: Input<string> | undefined,
): Input<string> | undefined {
    if (targetOf(kafka) === "new") {
        const made = clusterNameOf({ ...named, name: `${named.name}-cluster` });
        return output(kafka?.cluster?.clusterName).apply((given) => given ?? made);
    }
    return clusterArn === undefined ? undefined : output(clusterArn).apply((arn) => arn.split("/")[1] ?? arn);
}
