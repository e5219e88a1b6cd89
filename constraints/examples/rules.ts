import { UNKNOWN } from "../core/known";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { action, rule, withRule } from "./configurations";

export { withRule };

/** The account and Region of the examples. */
export const ACCOUNT = "209876543210";

/** A correct rule that its program calls `name`, without a name of its own or with one that is not known yet. */
export function withLogicalName(name: string, own: { readonly unknown?: boolean } = {}): StackFacts {
    const stack = withRule({ name: own.unknown ? UNKNOWN : undefined });
    return { ...stack, resources: stack.resources.map((resource) => ({ ...resource, name })) };
}

/** A correct rule with this SQL. */
export function withSql(sql: unknown, changes: Record<string, unknown> = {}): StackFacts {
    return withRule({ sql, ...changes });
}

/** A correct rule with this SQL, these changes in its Kafka action, and these beside both. */
export function withSqlAndAction(
    sql: unknown,
    changes: Record<string, unknown>,
    beside: Record<string, unknown> = {},
): StackFacts {
    return rule([action(undefined, changes)], { sql, ...beside });
}

/** A stack of these resources. */
export function stackOf(...resources: ResourceFacts[]): StackFacts {
    return { region: "us-east-1", account: ACCOUNT, resources };
}

/** The only resource of a stack, with these changes beside its values. */
export function only(stack: StackFacts, changes: Partial<ResourceFacts> = {}): ResourceFacts {
    return { ...stack.resources[0]!, ...changes };
}
