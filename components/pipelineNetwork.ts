import type { ComponentResource, Input, Resource } from "@pulumi/pulumi";
import { needsInternet } from "../constraints/components/pipelineArguments";
import type { IotKafkaPipelineArgs } from "./iotKafkaPipelineArgs";
import { createNetwork } from "./network";

/** Where a pipeline stands. */
export interface PipelineNetwork {
    /** Undefined where nothing of the pipeline stands in a VPC. */
    readonly vpcId: Input<string> | undefined;
    readonly subnetIds: Input<Input<string>[]> | undefined;
    /** What was made. */
    readonly resources: readonly Resource[];
}

/** The network of a pipeline, made or given. */
export function createPipelineNetwork(
    component: ComponentResource,
    name: string,
    args: IotKafkaPipelineArgs,
): PipelineNetwork {
    const { network, region, tags } = args;
    if (network === "new") {
        const { vpcId, subnetIds, resources } = createNetwork(component, name, {
            region,
            tags,
            internet: needsInternet(args),
        });
        return { vpcId, subnetIds: [...subnetIds], resources };
    }
    return { vpcId: network?.vpcId, subnetIds: network?.subnetIds, resources: [] };
}
