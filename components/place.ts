import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegion, getRegionOutput } from "@pulumi/aws/getRegion";
import { type ComponentResource, type Input, type InvokeOptions, type Output, output } from "@pulumi/pulumi";
import { isLater } from "./leaves";

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
        region: regionOf(region, options),
        account: getCallerIdentityOutput({}, options).accountId,
    };
}

/**
 * A Region that is known later is not asked for again: it may be refused when it resolves, and a function that gets a
 * refused argument says so once more, in words of its own.
 */
function regionOf(region: Input<string | undefined> | undefined, options: InvokeOptions): Output<string> {
    if (region === undefined) return getRegionOutput({}, options).region;
    if (!isLater(region)) return getRegionOutput({ region: region as string }, options).region;
    return output(region).apply(async (known) => known ?? (await getRegion({}, options)).region);
}
