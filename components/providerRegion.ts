import { getRegionOutput } from "@pulumi/aws/getRegion";
import type { ComponentResource } from "@pulumi/pulumi";
import { isAuthentication } from "../constraints/components/pipelineKinds";

/** Modes that the Kafka action does not know in every Region (KAFKA-SASL-03). */
const NOT_EVERYWHERE: ReadonlySet<unknown> = new Set(["PLAIN", "GSSAPI"]);

/**
 * The arguments with the provider's Region in them, where they name none and the way of logging in is not known in every
 * Region: so it is checked, and nothing is made before that.
 */
export function inRegionOfProvider<Args extends object>(
    component: ComponentResource,
    args: Args,
    credentials: unknown,
): Args {
    const { mode } = (credentials ?? {}) as { readonly mode?: unknown };
    const isOpen = (args as { readonly region?: unknown } | undefined)?.region === undefined;
    if (!isOpen || !NOT_EVERYWHERE.has(mode) || isAuthentication(credentials)) return args;
    return { ...args, region: getRegionOutput({}, { parent: component }).region };
}
