import { type Known, UNKNOWN } from "../constraints/core/known";
import { plainValue } from "./values";

/**
 * The Region in which a resource without one of its own is made: its provider's, else that of the stack's
 * configuration, else that of the environment. Where nothing tells, it is unknown: the provider may yet find one.
 */
export function regionOf(
    provider: { readonly props: object } | undefined,
    environment: NodeJS.ProcessEnv = process.env,
): Known<string> {
    const own = provider && plainValue(provider.props, "region");
    if (typeof own === "symbol") return UNKNOWN;
    return (
        [own, configuredRegion(environment), environment.AWS_REGION, environment.AWS_DEFAULT_REGION].find(isText) ??
        UNKNOWN
    );
}

/** `aws:region` of the stack's configuration, where the engine passes it on to packs. */
function configuredRegion({ PULUMI_CONFIG }: NodeJS.ProcessEnv): unknown {
    if (!PULUMI_CONFIG) return undefined;
    try {
        return (JSON.parse(PULUMI_CONFIG) as Record<string, unknown> | null)?.["aws:region"];
    } catch {
        return undefined;
    }
}

function isText(value: unknown): value is string {
    return typeof value === "string" && value !== "";
}
