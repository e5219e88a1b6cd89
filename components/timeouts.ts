import type { ComponentResourceOptions } from "@pulumi/pulumi";

/** Children that AWS takes minutes or more for. */
const SLOW: ReadonlySet<string> = new Set([
    "aws:msk/cluster:Cluster",
    "aws:iot/topicRuleDestination:TopicRuleDestination",
]);

/**
 * The options of a component, whose `customTimeouts` reach the children that take long. Pulumi itself hands them to no
 * child.
 *
 * https://www.pulumi.com/docs/iac/concepts/options/customtimeouts/
 */
export function withTimeouts(opts: ComponentResourceOptions | undefined): ComponentResourceOptions {
    const { customTimeouts } = opts ?? {};
    if (customTimeouts === undefined) return opts ?? {};
    return {
        ...opts,
        transformations: [
            ...(opts?.transformations ?? []),
            ({ type, props, opts: own }) =>
                SLOW.has(type)
                    ? { props, opts: { ...own, customTimeouts: { ...customTimeouts, ...own.customTimeouts } } }
                    : undefined,
        ],
    };
}
