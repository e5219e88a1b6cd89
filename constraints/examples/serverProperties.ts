import type { ResourceFacts, StackFacts } from "../facts/stack";
import { besidesCluster, configured, type RuleChanges } from "./clusters";
import { stackOf } from "./rules";

/** A stack of one configuration with these server properties, one a line. */
export function configurationWith(serverProperties: unknown, values: Record<string, unknown> = {}): StackFacts {
    return stackOf({
        kind: "configuration",
        id: "configuration",
        name: "plant",
        values: { name: "plant", serverProperties, ...values },
    });
}

/** A cluster with these server properties, and a rule that sends to it. */
export function rulesAndConfiguration(
    serverProperties: unknown,
    changes: RuleChanges = {},
    more: readonly ResourceFacts[] = [],
): StackFacts {
    return besidesCluster([...configured(serverProperties), ...more], changes);
}
