import { type Known, UNKNOWN } from "../constraints/core/known";
import { plainValue } from "./values";

/** What tells the Region of a resource that names none itself. */
export interface InRegion {
    readonly type: string;
    readonly provider?: { readonly props: object };
}

/**
 * The Region in which a resource without one of its own is made: its provider's, else that of the stack's
 * configuration, else that of the environment. Undefined where none of them tells.
 */
export function regionOf(
    { type, provider }: InRegion,
    environment: NodeJS.ProcessEnv = process.env,
): Known<string | undefined> {
    const own = provider && plainValue(provider.props, "region");
    if (typeof own === "symbol") return UNKNOWN;
    const key = type.startsWith("aws-native:") ? "aws-native:region" : "aws:region";
    const told = [own, configured(environment, key), environment.AWS_REGION, environment.AWS_DEFAULT_REGION];
    return told.find(isText);
}

/** A value of the stack's configuration, which the engine passes on to packs. */
function configured({ PULUMI_CONFIG }: NodeJS.ProcessEnv, key: string): unknown {
    if (!PULUMI_CONFIG) return undefined;
    try {
        return (JSON.parse(PULUMI_CONFIG) as Record<string, unknown> | null)?.[key];
    } catch {
        return undefined;
    }
}

function isText(value: unknown): value is string {
    return typeof value === "string" && value !== "";
}
