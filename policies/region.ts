import { type Known, UNKNOWN } from "../constraints/core/known";
import { plainValue } from "./values";

/**
 * The Region in which a resource without one of its own is made: its provider's, else that of the stack's
 * configuration, else that of the environment. Undefined where none of them tells.
 */
export function regionOf(
    provider: { readonly props: object } | undefined,
    environment: NodeJS.ProcessEnv = process.env,
): Known<string | undefined> {
    const own = provider && plainValue(provider.props, "region");
    if (typeof own === "symbol") return UNKNOWN;
    const told = [own, configuredRegion(environment), environment.AWS_REGION, environment.AWS_DEFAULT_REGION];
    return told.find(isText);
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
