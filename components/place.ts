import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import { type ComponentResource, type Input, type Output, output } from "@pulumi/pulumi";

/** Where a component makes its resources, as ARNs name it. All of it is known at preview. */
export interface Place {
    readonly partition: Output<string>;
    readonly region: Output<string>;
    readonly account: Output<string>;
    /** What the names of the Region's services end in. */
    readonly dnsSuffix: Output<string>;
}

/** Asks the provider that the component's children use. */
export function placeOf(component: ComponentResource, region: Input<string | undefined> | undefined): Place {
    const options = { parent: component };
    const { partition, dnsSuffix } = getPartitionOutput({}, options);
    return {
        partition,
        dnsSuffix,
        region: getRegionOutput(region === undefined ? {} : { region: output(region) }, options).region,
        account: getCallerIdentityOutput({}, options).accountId,
    };
}
