import type { Constraint } from "../constraints/core/constraint";

/**
 * True for a constraint about several resources at once. It is asked about the whole stack, where it sees them all;
 * every other is asked about each resource as soon as the engine hears of it. So no finding can come twice. Which kind
 * a constraint is, its own examples tell: one about several resources has an example with several.
 */
export function isJoin({ examples }: Constraint): boolean {
    return [...examples.valid, ...examples.invalid].some(({ stack }) => stack.resources.length > 1);
}
