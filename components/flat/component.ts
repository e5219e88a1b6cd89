import type { ComponentResource, ComponentResourceOptions } from "@pulumi/pulumi";

/** How a component of this package is made: its arguments are of its own kind. */
type Made = new (name: string, args: never, opts?: ComponentResourceOptions) => ComponentResource;

/** The same as what can be seen of it from other languages: some component, whose arguments have been made to fit. */
export type Component = new (name: string, args: object, opts?: ComponentResourceOptions) => ComponentResource;

/**
 * A component of this package to derive one with flat arguments from, which says itself what it takes and gives: what the
 * schema is inferred from must extend `ComponentResource` and nothing between.
 */
export function component(made: Made): Component {
    return made as unknown as Component;
}
